import { useCallback, useState } from 'react';
import type { HostView } from '@anquanli/contract/live-host';
import { useWords, type Translate } from '../../../lib/i18n';
import { useServerNow } from '../../../lib/server-clock';
import { Icon, type IconName } from '../../../ui/Icon';
import { commandsFor, nextStep, type PrimaryOffer } from '../model/commands';
import { secondsOnClock, sentenceFor } from '../model/sentence';
import { commandWords } from '../words-commands';
import type { ConsolePart } from './console-part';
import { EndDialog } from './EndDialog';
import { SkipDialog } from './SkipDialog';
import type { GiveOrder } from './use-give-order';
import { useSpaceKey } from './use-space-key';

/** The bar: the clock, one sentence, and the orders of this phase. Space gives the orange one. */
export function CommandBar({ run, shared, give }: ConsolePart & { give: GiveOrder }) {
  const t = useWords(commandWords);
  const { view } = shared;
  const now = useServerNow(250);
  const [dialog, setDialog] = useState<'end' | 'skip' | null>(null);
  const { primary, allowed } = commandsFor(view, now);
  const isReachable = run.connection !== 'offline';
  const step = nextStep(view);
  const goOn = useCallback(() => {
    if (primary !== null) void give({ command: primary });
  }, [give, primary]);
  useSpaceKey(goOn, primary !== null && isReachable && dialog === null);

  return (
    <footer className="dk-bar">
      <Clock seconds={secondsOnClock(view, now)} label={t('clockLabel')} />
      <Say view={view} now={now} />
      <div className="dk-keys">
        {allowed.has('add_time') && (
          <Key
            icon="plus"
            label={t('addTime')}
            isOff={!isReachable}
            isBusy={run.pending === 'add_time'}
            onPress={() => void give({ command: 'add_time' })}
          />
        )}
        {allowed.has('skip') && (
          <Key icon="go" label={t('skip')} isOff={!isReachable} onPress={() => setDialog('skip')} />
        )}
        {view.phase === 'reveal' && allowed.has('open_next') && (
          <Key
            icon="go"
            label={t('skipBoard')}
            isOff={!isReachable}
            isBusy={run.pending === 'open_next'}
            onPress={() => void give({ command: 'open_next' })}
          />
        )}
        {allowed.has('autopilot') && <AutopilotKey view={view} isOff={!isReachable} give={give} />}
        {step !== null && (
          <button
            type="button"
            className="dk-key go"
            disabled={primary === null || !isReachable || run.pending === primary}
            aria-busy={run.pending === primary || undefined}
            onMouseDown={keepFocus}
            onClick={goOn}
          >
            {stepLabel(t, step, view)}
            <kbd>{t('space')}</kbd>
          </button>
        )}
        {allowed.has('abort') && (
          <Key isStop icon="stop" label={t('end')} isOff={!isReachable} onPress={() => setDialog('end')} />
        )}
      </div>
      <EndDialog
        isOpen={dialog === 'end'}
        view={view}
        canFinish={allowed.has('finish')}
        give={give}
        onClose={() => setDialog(null)}
      />
      <SkipDialog isOpen={dialog === 'skip'} questionNo={view.questionNo} give={give} onClose={() => setDialog(null)} />
    </footer>
  );
}

export function stepLabel(t: Translate<typeof commandWords.zh>, step: PrimaryOffer, view: HostView): string {
  if (step === 'open_next') {
    return view.questionNo === 0 ? t('do_open_first') : t('do_open_next', { no: view.questionNo + 1 });
  }
  return t(`do_${step}`);
}

/** A click with the mouse leaves the focus where it was, so that the space key goes on meaning "next". */
function keepFocus(event: { preventDefault(): void }) {
  event.preventDefault();
}

export function Clock({ seconds, label }: { seconds: number | null; label: string }) {
  return (
    <b className="dk-clock" role="timer" aria-live="off" aria-label={label}>
      {seconds}
    </b>
  );
}

export function Say({ view, now }: { view: HostView; now: number }) {
  const t = useWords(commandWords);
  const sentence = sentenceFor(view, now);
  const wait = view.autopilotMovesAt === null ? null : secondsOnClock({ ...view, question: null }, now);
  const help =
    wait === null || view.phase === 'question_open' ? t(`sayHelp_${sentence}`) : t('autoMoves', { count: wait });
  return (
    <p className="dk-say">
      <b role="status">{t(`say_${sentence}`, { no: view.questionNo })}</b>
      <span>{help}</span>
    </p>
  );
}

interface KeyProps {
  icon: IconName;
  label: string;
  isOff: boolean;
  isBusy?: boolean;
  isStop?: boolean;
  isOn?: boolean;
  title?: string;
  onPress(): void;
}

function Key({ icon, label, isOff, isBusy = false, isStop = false, isOn, title, onPress }: KeyProps) {
  return (
    <button
      type="button"
      className={`dk-key${isStop ? ' stop' : ''}${isOn === true ? ' on' : ''}`}
      disabled={isOff || isBusy}
      aria-busy={isBusy || undefined}
      aria-pressed={isOn}
      title={title}
      onMouseDown={keepFocus}
      onClick={onPress}
    >
      <Icon name={icon} />
      {label}
    </button>
  );
}

const AUTO_LABEL = { off: 'autoOff', running: 'autoOn', paused: 'autoPaused' } as const;

function AutopilotKey({ view, isOff, give }: { view: HostView; isOff: boolean; give: GiveOrder }) {
  const t = useWords(commandWords);
  const isOn = view.autopilot === 'running';
  return (
    <Key
      icon="clock"
      label={t(AUTO_LABEL[view.autopilot])}
      title={t(isOn ? 'autoTurnOff' : 'autoTurnOn')}
      isOff={isOff}
      isOn={isOn}
      onPress={() => void give({ command: 'autopilot', isOn: !isOn })}
    />
  );
}
