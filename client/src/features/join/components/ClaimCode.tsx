import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { joinRoutes } from '@anquanli/contract/join';
import { call } from '../../../lib/api-client';
import { useWords } from '../../../lib/i18n';
import { takeSeat } from '../../../lib/own-seat';
import { Button } from '../../../ui/Button';
import { StateCard } from '../../../ui/StateCard';
import type { ClaimState, SeatClaim } from '../model/claim';
import { claimWords } from '../words-claim';

interface ClaimCodeProps {
  claim: SeatClaim;
  joinToken: string;
  onAgain(): void;
}

const ASK_EVERY_MS = 2_000;

/** Shows the code and asks every two seconds whether the host has matched it. */
export function ClaimCode({ claim, joinToken, onAgain }: ClaimCodeProps) {
  const t = useWords(claimWords);
  const state = useClaim(claim, joinToken);

  if (state === 'refused' || state === 'expired') {
    const isRefused = state === 'refused';
    return (
      <StateCard
        title={t(isRefused ? 'claimRefused' : 'claimExpired')}
        help={t(isRefused ? 'claimRefusedHelp' : 'claimExpiredHelp')}
        action={<Button onClick={onAgain}>{t('claimAsk')}</Button>}
      />
    );
  }
  return (
    <section className="plate claim" role="status">
      <p className="label">{t('claimCode')}</p>
      <p className="claim-code">{claim.code}</p>
      <p className="muted">{t('claimWait')}</p>
    </section>
  );
}

function useClaim({ claimId, claimSecret }: SeatClaim, joinToken: string): ClaimState['state'] {
  const [state, setState] = useState<ClaimState['state']>('waiting');
  const [, navigate] = useLocation();

  useEffect(() => {
    if (state !== 'waiting') return;
    let isCurrent = true;
    let timer: ReturnType<typeof setTimeout>;
    async function ask() {
      const reply = await call(joinRoutes.claimState, { params: { claimId }, body: { claimSecret } });
      if (!isCurrent) return;
      if (!reply.ok) {
        // A claim that is gone will not come back; everything else is a matter of the network.
        if (reply.code === 'not_found' || reply.code === 'code_unknown') return setState('expired');
      } else {
        if (reply.value.seated !== null) {
          takeSeat({ ...reply.value.seated, joinToken });
          return navigate(`/play/${reply.value.seated.roundId}`, { replace: true });
        }
        setState(reply.value.state);
      }
      askAgain();
    }
    function askAgain() {
      timer = setTimeout(() => void ask(), ASK_EVERY_MS);
    }
    askAgain();
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [state, claimId, claimSecret, joinToken, navigate]);

  return state;
}
