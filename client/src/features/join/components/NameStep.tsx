import { useState, type FormEvent } from 'react';
import { useErrorText } from '../../../lib/error-words';
import { useWords } from '../../../lib/i18n';
import { lastName } from '../../../lib/own-seat';
import { Button } from '../../../ui/Button';
import { Note } from '../../../ui/Note';
import type { FoundRound } from '../model/claim';
import { useEntrance } from '../use-entrance';
import { words } from '../words';
import { JoinFrame } from './JoinFrame';
import { NameField } from './NameField';

interface NameStepProps {
  found: FoundRound;
  onClaim(name: string): void;
  onOtherCode(): void;
}

const keepFound = () => undefined;

export function NameStep({ found, onClaim, onOtherCode }: NameStepProps) {
  const t = useWords(words);
  const { isBusy, failure, enter } = useEntrance(keepFound);
  const [name, setName] = useState(() => lastName.read() ?? '');
  const error = useErrorText(failure);

  const [isGuest, setGuest] = useState(false);
  const known = isGuest ? null : found.known;

  function submit(event: FormEvent) {
    event.preventDefault();
    lastName.write(name);
    void enter(found, name);
  }

  return (
    <JoinFrame title={found.title} help={found.phase === 'lobby' ? t('motto') : t('running')}>
      {known && (
        <div className="plate">
          <p className="label">{`${known.name} · ${known.unitName}`}</p>
          <p className="field-error" role="alert">
            {error}
          </p>
          <Button disabled={isBusy} onClick={() => void enter(found, '')}>
            {t(isBusy ? 'entering' : 'enter')}
          </Button>
          <Button kind="text" onClick={() => setGuest(true)}>
            {t('asGuest')}
          </Button>
        </div>
      )}
      {!known && (
        <form className="plate" onSubmit={submit} noValidate>
          <NameField name={name} error={error} onChange={setName} />
          <Button type="submit" disabled={isBusy || name.trim() === ''}>
            {t(isBusy ? 'entering' : 'enter')}
          </Button>
          {found.isLocked && <Note tone="plain" icon="lock" title={t('locked')} />}
        </form>
      )}
      <div className="plate join-ways">
        <Button kind="text" icon="chair" onClick={() => onClaim(name)}>
          {t('oldSeat')}
        </Button>
        <Button kind="text" icon="back" onClick={onOtherCode}>
          {t('otherCode')}
        </Button>
      </div>
    </JoinFrame>
  );
}
