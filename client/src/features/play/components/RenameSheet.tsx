import { useState, type FormEvent } from 'react';
import type { Failure } from '../../../lib/api-client';
import { useErrorText } from '../../../lib/error-words';
import { useWords } from '../../../lib/i18n';
import { lastName, ownSeat } from '../../../lib/own-seat';
import { Button } from '../../../ui/Button';
import { Sheet } from '../../../ui/Sheet';
import { usePlay } from '../play-context';
import { words } from '../words';

export function RenameSheet({ name, onClose }: { name: string; onClose(): void }) {
  const t = useWords(words);
  const { session, seat } = usePlay();
  const [typed, setTyped] = useState(() => lastName.read() ?? name);
  const [failure, setFailure] = useState<Failure | null>(null);
  const error = useErrorText(failure);

  async function save(event: FormEvent) {
    event.preventDefault();
    const reply = await session.rename(typed);
    if (!reply.ok) return setFailure(reply);
    ownSeat.write({ ...seat, name: reply.value.name });
    lastName.write(typed);
    onClose();
  }

  return (
    <Sheet title={t('renameTitle')} onClose={onClose}>
      <form onSubmit={save}>
        <input
          className="field"
          aria-label={t('yourName')}
          aria-invalid={failure !== null}
          maxLength={80}
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <p className="field-error" role="alert">
          {error}
        </p>
        <Button type="submit" disabled={typed.trim() === ''}>
          {t('renameSave')}
        </Button>
        <Button kind="text" onClick={onClose}>
          {t('cancel')}
        </Button>
      </form>
    </Sheet>
  );
}
