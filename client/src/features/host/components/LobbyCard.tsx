import { formatNumber, useWords } from '../../../lib/i18n';
import { Card } from '../../../ui/desk/Card';
import { DeskButton } from '../../../ui/desk/DeskButton';
import { QrCode } from '../../../ui/QrCode';
import { spacedPin } from '../model/round-line';
import { consoleWords } from '../words-console';
import type { ConsolePart } from './console-part';
import type { GiveOrder } from './use-give-order';

/** How people come in, and how many are here. */
export function LobbyCard({ run, shared, give }: ConsolePart & { give: GiveOrder }) {
  const t = useWords(consoleWords);
  const { view } = shared;
  const first = view.questions[0];
  return (
    <Card className="dk-now dk-lobby">
      <QrCode text={view.joinUrl} label={t('lobbyTitle')} />
      <div>
        <h2>{t('lobbyTitle')}</h2>
        <p className="muted">{t('copyAddress', { address: new URL(view.joinUrl).host })}</p>
        {view.pin !== null && (
          <p className="dk-code">
            <span>{t('pin')}</span>
            <b className="num">{spacedPin(view.pin)}</b>
          </p>
        )}
        {first !== undefined && (
          <p className="dk-next-line">
            <span>{t('nextQuestion', { no: 1 })}</span> {first.stem}
          </p>
        )}
      </div>
      <div className="dk-arrived">
        <b className="num">{formatNumber(run.counters?.people ?? 0)}</b>
        <span>
          {t('peopleUnit')} · {t('arrived')}
        </span>
        <DeskButton
          icon="lock"
          isBusy={run.pending === 'lock_lobby'}
          onClick={() => void give({ command: 'lock_lobby', isLocked: !view.isLobbyLocked })}
        >
          {t(view.isLobbyLocked ? 'unlock' : 'lock')}
        </DeskButton>
      </div>
    </Card>
  );
}
