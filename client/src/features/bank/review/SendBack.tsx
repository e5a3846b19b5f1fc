import { useState, type SubmitEvent } from 'react';
import { BANK_LIMITS } from '@anquanli/contract/bank';
import { useWords } from '../../../lib/i18n';
import { DeskButton } from '../../../ui/desk/DeskButton';
import { Field } from '../../../ui/desk/Field';
import { common } from '../words-common';
import { reviewWords } from '../words-review';

interface SendBackProps {
  isBusy: boolean;
  onSend(note: string): Promise<void>;
  onClose(): void;
}

/** Back to its author, with a word on why. */
export function SendBack({ isBusy, onSend, onClose }: SendBackProps) {
  const t = useWords(reviewWords);
  const c = useWords(common);
  const [note, setNote] = useState('');
  function submit(event: SubmitEvent) {
    event.preventDefault();
    void onSend(note.trim());
  }
  return (
    <form onSubmit={submit}>
      <Field label={t('sendBackNote')}>
        {(ids) => (
          <textarea
            {...ids}
            autoFocus
            className="dk-input"
            rows={2}
            maxLength={BANK_LIMITS.noteChars}
            placeholder={t('sendBackPlaceholder')}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
      <div className="dk-actions bk-start">
        <DeskButton type="submit" isBusy={isBusy}>
          {t('sendBackButton')}
        </DeskButton>
        <DeskButton onClick={onClose}>{c('cancel')}</DeskButton>
      </div>
    </form>
  );
}
