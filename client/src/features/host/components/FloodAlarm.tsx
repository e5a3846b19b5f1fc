import { useWords } from '../../../lib/i18n';
import { DeskButton } from '../../../ui/desk/DeskButton';
import { Icon } from '../../../ui/Icon';
import { consoleWords } from '../words-console';
import type { ConsolePart } from './console-part';
import type { GiveOrder } from './use-give-order';

/** Unusually many joins: the host is told, and may close the doors. */
export function FloodAlarm({ run, shared, give }: ConsolePart & { give: GiveOrder }) {
  const t = useWords(consoleWords);
  if (run.counters?.isJoinFlood !== true || shared.view.isLobbyLocked) return null;
  return (
    <div className="dk-alarm" role="alert">
      <Icon name="warning" />
      <p>
        <b>{t('floodTitle')}</b>
        <span>{t('floodHelp')}</span>
      </p>
      <DeskButton
        icon="lock"
        isBusy={run.pending === 'lock_lobby'}
        onClick={() => void give({ command: 'lock_lobby', isLocked: true })}
      >
        {t('lock')}
      </DeskButton>
    </div>
  );
}
