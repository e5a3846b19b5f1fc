import type { CSSProperties } from 'react';
import { formatNumber, useWords } from '../../../lib/i18n';
import { nameSize } from '../model/lengths';
import type { PodiumBlock } from '../model/podium';
import { stageWords } from '../words';

/** One block of the podium: it rises at its beat, the names come with it. */
export function PodiumStep({ block }: { block: PodiumBlock }) {
  const t = useWords(stageWords);
  const [best] = block.rows;
  const delay: CSSProperties = { animationDelay: `calc(var(--aq-t-show) * ${block.beat})` };
  if (best === undefined) return null;
  return (
    <li className={`st-step is-place-${block.rank}`}>
      <ul className={block.rows.length > 1 ? 'st-step-names is-crowd' : 'st-step-names'} style={delay}>
        {block.rows.map((row) => (
          <li key={row.seatNo} className={`is-${nameSize(row.name, 6)}`}>
            {row.name}
          </li>
        ))}
      </ul>
      <div className="st-block-clip">
        <div className="st-block" style={delay}>
          <span className="vh">{t('place', { rank: block.rank })}</span>
          <b aria-hidden="true">{block.rank}</b>
          <span>{t('pointsOf', { points: formatNumber(best.points) })}</span>
          <small>{t('rightCount', { count: best.rightCount })}</small>
        </div>
      </div>
    </li>
  );
}
