import { useEffect, useState } from 'react';
import { peopleRoutes, type Participant } from '@anquanli/contract/people';
import { call } from '../../../lib/api-client';
import { useWords } from '../../../lib/i18n';
import { Button } from '../../../ui/Button';
import { StateCard } from '../../../ui/StateCard';
import { words } from '../words';
import type { Claim } from './RecoverStep';

interface ClaimWaitProps {
  claim: Claim;
  onGranted(participant: Participant): void;
  onAgain(): void;
}

const ASK_EVERY_MS = 3_000;

/** Shows the four digits and asks every three seconds whether the captain has said yes. */
export function ClaimWait({ claim, onGranted, onAgain }: ClaimWaitProps) {
  const t = useWords(words);
  const [state, setState] = useState<'waiting' | 'refused' | 'expired'>('waiting');
  const { claimId, claimSecret } = claim;

  useEffect(() => {
    if (state !== 'waiting') return;
    let isCurrent = true;
    const timer = setInterval(() => {
      void call(peopleRoutes.claimState, { params: { claimId }, body: { claimSecret } }).then((reply) => {
        if (!isCurrent) return;
        if (!reply.ok) return reply.code === 'code_unknown' ? setState('expired') : undefined;
        if (reply.value.participant !== null) return onGranted(reply.value.participant);
        if (reply.value.state === 'refused' || reply.value.state === 'expired') setState(reply.value.state);
      });
    }, ASK_EVERY_MS);
    return () => {
      isCurrent = false;
      clearInterval(timer);
    };
  }, [state, claimId, claimSecret, onGranted]);

  if (state !== 'waiting') {
    return (
      <StateCard
        title={t(state === 'refused' ? 'claimRefused' : 'claimExpired')}
        help={t(state === 'refused' ? 'claimRefusedHelp' : 'claimExpiredHelp')}
        action={<Button onClick={onAgain}>{t('again')}</Button>}
      />
    );
  }
  return (
    <section className="plate claim" role="status">
      <p className="label">{t('claimCode')}</p>
      <p className="claim-code">{claim.matchCode}</p>
      <p className="muted">{t('claimWait')}</p>
    </section>
  );
}
