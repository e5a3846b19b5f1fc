import type { StageCounters } from '@anquanli/contract/live-stage';
import { useWords } from '../../../lib/i18n';
import { stageWords } from '../words';

/** At most so many fly in at a time; the rest is in the counter. */
const FLYING = 10;

interface ArrivedNamesProps {
  counters: StageCounters;
  freshSeats: readonly number[];
}

/** The newest arrivals, newest first. Those of the last beat come one after the other, the oldest of them first. */
export function ArrivedNames({ counters, freshSeats }: ArrivedNamesProps) {
  const t = useWords(stageWords);
  if (counters.names.length === 0) {
    return <p className="st-waiting">{t(counters.people === 0 ? 'nobodyYet' : 'namesHidden')}</p>;
  }
  const flying = freshSeats.slice(0, FLYING);
  return (
    <>
      <h2 className="vh">{t('namesTitle')}</h2>
      <ul className="st-names">
        {counters.names.map(({ seatNo, name }) => {
          const place = flying.indexOf(seatNo);
          if (place < 0) return <li key={seatNo}>{name}</li>;
          const delay = `calc(var(--aq-stagger) * ${flying.length - 1 - place})`;
          return (
            <li key={seatNo} className="is-fresh" style={{ animationDelay: delay }}>
              {name}
            </li>
          );
        })}
      </ul>
    </>
  );
}
