import { useState, type FormEvent } from 'react';
import { joinRoutes } from '@anquanli/contract/join';
import { call, type Failure } from '../../../lib/api-client';
import { useErrorText } from '../../../lib/error-words';
import { useWords } from '../../../lib/i18n';
import { BreakText } from '../../../ui/BreakText';
import { Button } from '../../../ui/Button';
import type { FoundRound, SeatClaim } from '../model/claim';
import { claimWords } from '../words-claim';
import { ClaimCode } from './ClaimCode';
import { JoinFrame } from './JoinFrame';
import { NameField } from './NameField';

interface ClaimStepProps {
  found: FoundRound;
  name: string;
  onBack(): void;
}

/** Another phone, the same person: the host matches a code. */
export default function ClaimStep({ found, name: typedBefore, onBack }: ClaimStepProps) {
  const t = useWords(claimWords);
  const [name, setName] = useState(typedBefore);
  const [claim, setClaim] = useState<SeatClaim | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setBusy] = useState(false);
  const error = useErrorText(failure);

  async function ask(event?: FormEvent) {
    event?.preventDefault();
    setBusy(true);
    const reply = await call(joinRoutes.claimSeat, { body: { door: { joinToken: found.joinToken }, name } });
    setBusy(false);
    setFailure(reply.ok ? null : reply);
    setClaim(reply.ok ? reply.value : null);
  }

  return (
    <JoinFrame title={t('claimTitle')} help={found.title}>
      {claim === null ? (
        <form className="plate" onSubmit={ask} noValidate>
          <p className="sheet-help">
            <BreakText text={t('claimHelp')} />
          </p>
          <NameField name={name} error={error} onChange={setName} />
          <Button type="submit" disabled={isBusy || name.trim() === ''}>
            {t('claimAsk')}
          </Button>
        </form>
      ) : (
        <ClaimCode key={claim.claimId} claim={claim} joinToken={found.joinToken} onAgain={() => setClaim(null)} />
      )}
      <Button kind="text" icon="back" onClick={onBack}>
        {t('back')}
      </Button>
    </JoinFrame>
  );
}
