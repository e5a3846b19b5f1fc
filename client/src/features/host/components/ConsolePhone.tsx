import { useState } from 'react';
import { formatNumber, useWords } from '../../../lib/i18n';
import { BreakText } from '../../../ui/BreakText';
import { Icon } from '../../../ui/Icon';
import { Tape } from '../../../ui/Tape';
import { spacedPin } from '../model/round-line';
import { consoleWords } from '../words-console';
import { CommandBar } from './CommandBar';
import { ConnectionTag } from './ConsoleHeader';
import type { ConsolePart } from './console-part';
import { FloodAlarm } from './FloodAlarm';
import { NowCard } from './NowCard';
import { PeoplePanel } from './PeoplePanel';
import { PhaseSteps } from './PhaseSteps';
import { QuestionQueue } from './QuestionQueue';
import { useGiveOrder } from './use-give-order';

const TABS = ['now', 'people', 'queue'] as const;
type Tab = (typeof TABS)[number];

/** The console on a phone: one page at a time, and the one big order within reach of the thumb. */
export function ConsolePhone(part: ConsolePart) {
  const t = useWords(consoleWords);
  const give = useGiveOrder(part.run);
  const [tab, setTab] = useState<Tab>('now');
  const { run, shared } = part;
  const { view } = shared;
  return (
    <div className="dk-remote">
      <header>
        <div className="dk-remote-head">
          <h1>{view.title}</h1>
          <ConnectionTag connection={run.connection} />
        </div>
        <p className="dk-remote-facts">
          {view.pin !== null && (
            <span>
              {t('pin')} <b className="num">{spacedPin(view.pin)}</b>
            </span>
          )}
          {view.isRehearsal && <span className="dk-badge">{t('rehearsal')}</span>}
          {view.isLobbyLocked && (
            <span className="dk-badge">
              <Icon name="lock" />
              {t('lockedBadge')}
            </span>
          )}
        </p>
        <nav aria-label={t('tabsLabel')}>
          {TABS.map((each) => (
            <button
              key={each}
              type="button"
              aria-current={each === tab ? 'page' : undefined}
              onClick={() => setTab(each)}
            >
              {t(`tab_${each}`)}
              {each === 'people' && <small className="num">{formatNumber(run.counters?.people ?? 0)}</small>}
            </button>
          ))}
        </nav>
      </header>
      {run.connection === 'offline' && <Tape title={t('tapeTitle')} help={t('tapeHelp')} />}
      <main>
        <FloodAlarm {...part} give={give} />
        {tab === 'now' && (
          <>
            <PhaseSteps view={view} />
            <CurrentStem {...part} />
            <NowCard {...part} give={give} />
          </>
        )}
        {tab === 'people' && <PeoplePanel {...part} give={give} />}
        {tab === 'queue' && <QuestionQueue {...part} give={give} />}
      </main>
      <CommandBar {...part} give={give} />
    </div>
  );
}

/** Without the stage beside it, the phone says what is being asked. */
function CurrentStem({ shared }: ConsolePart) {
  const { view } = shared;
  const isOn = view.phase === 'question_open' || view.phase === 'question_closed' || view.phase === 'reveal';
  const asked = isOn ? view.questions.find((question) => question.questionNo === view.questionNo) : undefined;
  return asked === undefined ? null : (
    <p className="dk-remote-stem">
      <BreakText text={asked.stem} />
    </p>
  );
}
