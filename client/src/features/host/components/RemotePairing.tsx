import { useCallback } from 'react';
import { LIMITS } from '@anquanli/contract/vocabulary';
import { roundRoutes } from '@anquanli/contract/rounds';
import { call } from '../../../lib/api-client';
import { useErrorText } from '../../../lib/error-words';
import { useWords } from '../../../lib/i18n';
import { useServerNow } from '../../../lib/server-clock';
import { useLoaded, useOrder } from '../../../lib/use-call';
import { DeskButton } from '../../../ui/desk/DeskButton';
import { Icon } from '../../../ui/Icon';
import { QrCode } from '../../../ui/QrCode';
import { StateCard } from '../../../ui/StateCard';
import { remoteWords } from '../words-remote';
import { usePairingState } from './use-pairing-state';

/** The laptop's side of the pairing: a code for 60 s, the number to compare, the confirmation. */
export function RemotePairing({ roundId, onClose }: { roundId: string; onClose(): void }) {
  const t = useWords(remoteWords);
  const code = useLoaded(useCallback(() => call(roundRoutes.createRemoteCode, { params: { roundId } }), [roundId]));
  const problem = useErrorText(code.failure);
  if (code.failure !== null) {
    return (
      <StateCard
        title={t('failed')}
        help={problem}
        action={
          <DeskButton look="primary" onClick={code.reload}>
            {t('retry')}
          </DeskButton>
        }
      />
    );
  }
  if (code.value === null || code.isReading) return <StateCard isLoading title={t('making')} />;
  return (
    <Pairing
      key={code.value.pairingId}
      roundId={roundId}
      pairing={code.value}
      onRenew={code.reload}
      onClose={onClose}
    />
  );
}

interface PairingProps {
  roundId: string;
  pairing: { pairingId: string; url: string; expiresAt: number };
  onRenew(): void;
  onClose(): void;
}

function Pairing({ roundId, pairing, onRenew, onClose }: PairingProps) {
  const t = useWords(remoteWords);
  const left = Math.ceil((pairing.expiresAt - useServerNow(500)) / 1000);
  const { state, matchNumber } = usePairingState(roundId, pairing.pairingId);
  if (state === 'confirmed') {
    return (
      <StateCard
        title={t('doneTitle')}
        help={t('doneHelp')}
        action={
          <DeskButton look="primary" onClick={onClose}>
            {t('close')}
          </DeskButton>
        }
      />
    );
  }
  if (state === 'taken' && matchNumber !== null) {
    return <Match roundId={roundId} pairingId={pairing.pairingId} matchNumber={matchNumber} onDeny={onRenew} />;
  }
  if (state === 'expired' || left <= 0) {
    return (
      <StateCard
        title={t('expired')}
        help={t('expiredHelp')}
        action={
          <DeskButton look="primary" onClick={onRenew}>
            {t('renew')}
          </DeskButton>
        }
      />
    );
  }
  const shown = Math.min(left, LIMITS.remoteCodeMs / 1000);
  return (
    <div className="dk-pairing">
      <QrCode text={pairing.url} label={t('qrLabel')} />
      <b>{t('scan')}</b>
      <p>{t('scanHelp', { count: shown })}</p>
      <div className="meter" aria-hidden="true">
        <i style={{ width: `${(shown / (LIMITS.remoteCodeMs / 1000)) * 100}%` }} />
      </div>
      <p className="dk-private">
        <Icon name="warning" />
        {t('scanPrivate')}
      </p>
    </div>
  );
}

interface MatchProps {
  roundId: string;
  pairingId: string;
  matchNumber: string;
  onDeny(): void;
}

function Match({ roundId, pairingId, matchNumber, onDeny }: MatchProps) {
  const t = useWords(remoteWords);
  const order = useOrder();
  const problem = useErrorText(order.failure);
  return (
    <div className="dk-pairing" role="status">
      <b>{t('matchTitle')}</b>
      <p className="dk-match num">{matchNumber}</p>
      <p>{problem === '' ? t('matchHelp') : problem}</p>
      <div className="dk-actions">
        <DeskButton onClick={onDeny}>{t('deny')}</DeskButton>
        <DeskButton
          look="primary"
          isBusy={order.isBusy}
          onClick={() => void order.give(() => call(roundRoutes.confirmRemote, { params: { roundId, pairingId } }))}
        >
          {t('confirm')}
        </DeskButton>
      </div>
    </div>
  );
}
