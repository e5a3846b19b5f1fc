import { useState } from 'react';
import type { PlayerView } from '@anquanli/contract/live';
import { formatNumber, useWords } from '../../../lib/i18n';
import { Button } from '../../../ui/Button';
import { Icon } from '../../../ui/Icon';
import { usePlay } from '../play-context';
import { words } from '../words';
import { Brim } from '../../../ui/Brim';
import { DisplaySwitches } from './DisplaySwitches';
import { OtherPersonSheet } from './OtherPersonSheet';
import { RenameSheet } from './RenameSheet';

type Sheet = 'rename' | 'other_person';

/** Arrived: the own badge hangs there, the seat is kept. */
export function LobbyScreen({ view }: { view: Extract<PlayerView, { phase: 'lobby' }> }) {
  const t = useWords(words);
  const { state, seat } = usePlay();
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const name = state.snapshot.me?.name ?? seat.name;
  const close = () => setSheet(null);
  return (
    <>
      <Brim
        isLow
        title={<span className="round-title">{view.title}</span>}
        sub={t('lobbyFacts', { count: view.questionCount })}
        aside={<DisplaySwitches />}
      />
      <div className="hang">
        <i className="lanyard" aria-hidden="true" />
        <section className="badge">
          <i className="slot" />
          <div className="who">
            <small>{t('yourName')}</small>
            <strong className={Array.from(name).length > 6 ? 'long' : undefined}>{name}</strong>
          </div>
          <p className="foot" role="status">
            <Icon name="tick" />
            {t('seated')}
          </p>
        </section>
        {state.people !== null && <PeopleHere people={state.people} />}
      </div>
      <div className="bar bare">
        <p className="hint">
          <Icon name="sun" />
          {t('staysOn')}
        </p>
        <div className="bar-pair">
          <Button kind="quiet" icon="pencil" onClick={() => setSheet('rename')}>
            {t('rename')}
          </Button>
          <Button kind="quiet" icon="person" onClick={() => setSheet('other_person')}>
            {t('otherPerson')}
          </Button>
        </div>
      </div>
      {sheet === 'rename' && <RenameSheet name={name} onClose={close} />}
      {sheet === 'other_person' && <OtherPersonSheet name={name} onClose={close} />}
    </>
  );
}

const MOST_HELMETS = 100;

/** The number, and one helmet per person as long as they can be taken in. */
function PeopleHere({ people }: { people: number }) {
  const t = useWords(words);
  const isFew = people <= MOST_HELMETS;
  return (
    <div className="count">
      <b className="num">{formatNumber(people)}</b>
      <span className="muted">{t(isFew ? 'peopleHere' : 'peopleHereMany')}</span>
      {isFew && (
        <div className="hats" aria-hidden="true">
          {Array.from({ length: people }, (_, index) => (
            <svg key={index} viewBox="0 0 20 15" className={index === people - 1 ? 'me' : undefined}>
              <path d="M3 10a7 7 0 0 1 14 0zM1 11h18v3H1z" />
            </svg>
          ))}
        </div>
      )}
    </div>
  );
}
