import { useState, type FormEvent } from 'react';
import { peopleRoutes, type Participant } from '@anquanli/contract/people';
import { call, type Failure } from '../../../lib/api-client';
import { useErrorText } from '../../../lib/error-words';
import { useWords } from '../../../lib/i18n';
import { newPerson, personToJoinAs } from '../../../lib/own-seat';
import { BreakText } from '../../../ui/BreakText';
import { Button } from '../../../ui/Button';
import { Note } from '../../../ui/Note';
import { Sheet } from '../../../ui/Sheet';
import { words } from '../words';
import type { FoundUnit } from './CodeStep';
import { RegisterFrame } from './RegisterFrame';
import { TypedField } from './TypedField';

interface NameStepProps {
  found: FoundUnit;
  onRegistered(participant: Participant, recoveryCode: string | null): void;
  onRecover(name: string): void;
  onOtherCode(): void;
}

/** The real name, and the consent. */
export function NameStep({ found, onRegistered, onRecover, onOtherCode }: NameStepProps) {
  const t = useWords(words);
  const [name, setName] = useState('');
  const [employeeNo, setEmployeeNo] = useState('');
  const [hasConsented, setConsented] = useState(false);
  const [isReading, setReading] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setBusy] = useState(false);
  const error = useErrorText(failure);
  const isOfNumber = failure?.code === 'invalid_input';
  const isOffRoster = failure?.code === 'not_on_roster';
  const isNumberAsked = isOffRoster && employeeNo.trim() === '';

  /** The token is kept before it is sent: a repetition is the same person. */
  function register(personToken: string) {
    const { code, consentVersion } = found;
    const number = employeeNo.trim() === '' ? null : employeeNo.trim();
    return call(peopleRoutes.register, { body: { code, name, employeeNo: number, consentVersion, personToken } });
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    let reply = await register(personToJoinAs());
    // The token of this phone was signed out or erased: whoever registers now is somebody new.
    if (!reply.ok && reply.code === 'not_registered') reply = await register(newPerson());
    setBusy(false);
    setFailure(reply.ok ? null : reply);
    if (reply.ok) onRegistered(reply.value.participant, reply.value.recoveryCode);
  }

  return (
    <RegisterFrame title={found.unit.name} help={found.unit.path.slice(0, -1).join(' · ') || t('codeHelp')}>
      <form className="plate" onSubmit={(event) => void submit(event)} noValidate>
        <TypedField
          label={t('nameLabel')}
          placeholder={t('namePlaceholder')}
          help={t(found.isRosterOnly ? 'rosterNameHelp' : 'nameHelp')}
          error={isOfNumber || isOffRoster ? '' : error}
          autoComplete="name"
          isFirst
          value={name}
          onChange={setName}
        />
        <TypedField
          label={t(found.isRosterOnly ? 'rosterEmployeeLabel' : 'employeeLabel')}
          error={isOfNumber ? error : isNumberAsked ? t('employeeAsked') : ''}
          value={employeeNo}
          onChange={setEmployeeNo}
        />
        {isOffRoster && (
          <Note tone="no" title={t('offRoster')}>
            {t('offRosterHelp')}
          </Note>
        )}
        <p className="consent">
          <label>
            <input type="checkbox" checked={hasConsented} onChange={(event) => setConsented(event.target.checked)} />
            <span>{t('consent')}</span>
          </label>
          <button type="button" className="consent-link" onClick={() => setReading(true)}>
            {t('notice')}
          </button>
        </p>
        <Button type="submit" disabled={isBusy || name.trim() === '' || !hasConsented}>
          {t(isBusy ? 'registering' : 'register')}
        </Button>
        {found.isRosterOnly && <Note tone="plain" icon="list" title={t('rosterOnly')} />}
        {found.needsApproval && <Note tone="plain" icon="lock" title={t('needsApproval')} />}
      </form>
      <div className="plate join-ways">
        <Button kind="text" icon="person" onClick={() => onRecover(name)}>
          {t('haveRegistered')}
        </Button>
        <Button kind="text" icon="back" onClick={onOtherCode}>
          {t('otherCode')}
        </Button>
      </div>
      {isReading && (
        <Sheet title={t('notice')} onClose={() => setReading(false)}>
          <p className="notice-text">
            <BreakText text={t('noticeText')} />
          </p>
          <Button onClick={() => setReading(false)}>{t('noticeClose')}</Button>
        </Sheet>
      )}
    </RegisterFrame>
  );
}
