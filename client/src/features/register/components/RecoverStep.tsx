import { useState, type FormEvent } from 'react';
import type { ReplyOf } from '@anquanli/contract/exchange';
import { peopleRoutes, type Participant } from '@anquanli/contract/people';
import { call, type Failure } from '../../../lib/api-client';
import { useErrorText } from '../../../lib/error-words';
import { useWords } from '../../../lib/i18n';
import { personToJoinAs } from '../../../lib/own-seat';
import { Button } from '../../../ui/Button';
import { words } from '../words';
import { ClaimWait } from './ClaimWait';
import type { FoundUnit } from './CodeStep';
import { RegisterFrame } from './RegisterFrame';
import { TypedField } from './TypedField';

export type Claim = ReplyOf<typeof peopleRoutes.claim>;

interface RecoverStepProps {
  found: FoundUnit;
  name: string;
  onRecovered(participant: Participant): void;
  onBack(): void;
}

/** The same person on another phone: by the recovery code, or by the captain. */
export function RecoverStep({ found, name: typedBefore, onRecovered, onBack }: RecoverStepProps) {
  const t = useWords(words);
  const [name, setName] = useState(typedBefore);
  const [recoveryCode, setRecoveryCode] = useState('');
  const [claim, setClaim] = useState<Claim | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setBusy] = useState(false);
  const error = useErrorText(failure);
  const { code } = found;

  async function recover(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    const reply = await call(peopleRoutes.recover, {
      body: { code, name, recoveryCode, personToken: personToJoinAs() },
    });
    setBusy(false);
    setFailure(reply.ok ? null : reply);
    if (reply.ok) onRecovered(reply.value.participant);
  }

  async function askCaptain() {
    setBusy(true);
    const reply = await call(peopleRoutes.claim, { body: { code, name, personToken: personToJoinAs() } });
    setBusy(false);
    setFailure(reply.ok ? null : reply);
    if (reply.ok) setClaim(reply.value);
  }

  return (
    <RegisterFrame title={t('recoverTitle')} help={found.unit.name}>
      {claim === null ? (
        <form className="plate" onSubmit={(event) => void recover(event)} noValidate>
          <TypedField label={t('recoverName')} value={name} autoComplete="name" isFirst onChange={setName} />
          <TypedField label={t('recoverCode')} value={recoveryCode} error={error} isCode onChange={setRecoveryCode} />
          <Button type="submit" disabled={isBusy || name.trim() === '' || recoveryCode.trim() === ''}>
            {t('recover')}
          </Button>
          <Button kind="text" disabled={isBusy || name.trim() === ''} onClick={() => void askCaptain()}>
            {t('recoverLost')}
          </Button>
        </form>
      ) : (
        <ClaimWait key={claim.claimId} claim={claim} onGranted={onRecovered} onAgain={() => setClaim(null)} />
      )}
      <Button kind="text" icon="back" onClick={onBack}>
        {t('back')}
      </Button>
    </RegisterFrame>
  );
}
