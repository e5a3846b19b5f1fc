import { useWords } from '../../../lib/i18n';
import { Tape } from '../../../ui/Tape';
import { consoleWords } from '../words-console';
import { CommandBar } from './CommandBar';
import { ConsoleHeader } from './ConsoleHeader';
import type { ConsolePart } from './console-part';
import { FloodAlarm } from './FloodAlarm';
import { NowCard } from './NowCard';
import { PeoplePanel } from './PeoplePanel';
import { PhaseSteps } from './PhaseSteps';
import { QuestionQueue } from './QuestionQueue';
import { StagePreview } from './StagePreview';
import { useGiveOrder } from './use-give-order';

/** The console on a laptop: questions, stage, people, and the bar. */
export function ConsoleDesk(part: ConsolePart) {
  const t = useWords(consoleWords);
  const give = useGiveOrder(part.run);
  const { run, shared } = part;
  return (
    <div className="dk-console">
      <ConsoleHeader {...part} give={give} />
      <div className="dk-alarms">
        {run.connection === 'offline' && <Tape title={t('tapeTitle')} help={t('tapeHelp')} />}
        <FloodAlarm {...part} give={give} />
      </div>
      <main className="dk-console-mid">
        <QuestionQueue {...part} give={give} />
        <section className="dk-onair" aria-label={t('onStage')}>
          <StagePreview stageCode={shared.view.stageCode} connection={run.connection} />
          <PhaseSteps view={shared.view} />
          <NowCard {...part} give={give} />
        </section>
        <PeoplePanel {...part} give={give} />
      </main>
      <CommandBar {...part} give={give} />
    </div>
  );
}
