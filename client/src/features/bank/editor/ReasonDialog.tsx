import { Modal } from 'antd';
import { useState, type SubmitEvent } from 'react';
import { BANK_LIMITS, DEPRECATION_REASONS } from '@anquanli/contract/bank';
import { useWords } from '../../../lib/i18n';
import { DeskButton } from '../../../ui/desk/DeskButton';
import { Field } from '../../../ui/desk/Field';
import { Note } from '../../../ui/Note';
import { common } from '../words-common';
import { editorWords } from '../words-editor';

export type Reason = (typeof DEPRECATION_REASONS)[number];

interface ReasonDialogProps {
  isOpen: boolean;
  title: string;
  text: string;
  label: string;
  button: string;
  isBusy: boolean;
  problem: string;
  onClose(): void;
  onGiven(reason: Reason, note: string): void;
}

/** Asks why a question is taken off; every later reader sees the answer. */
export function ReasonDialog({ isOpen, ...props }: ReasonDialogProps) {
  return (
    <Modal open={isOpen} onCancel={props.onClose} title={props.title} footer={null} destroyOnHidden>
      <ReasonForm {...props} />
    </Modal>
  );
}

function ReasonForm({ text, label, button, isBusy, problem, onClose, onGiven }: Omit<ReasonDialogProps, 'isOpen'>) {
  const t = useWords(editorWords);
  const c = useWords(common);
  const [reason, setReason] = useState<Reason>('wrong-key');
  const [note, setNote] = useState('');
  function submit(event: SubmitEvent) {
    event.preventDefault();
    onGiven(reason, note);
  }
  return (
    <form onSubmit={submit}>
      <p className="dk-lead">{text}</p>
      <Field label={label}>
        {(ids) => (
          <select
            {...ids}
            className="dk-input"
            value={reason}
            onChange={(event) => {
              const chosen = DEPRECATION_REASONS.find((each) => each === event.target.value);
              if (chosen !== undefined) setReason(chosen);
            }}
          >
            {DEPRECATION_REASONS.map((each) => (
              <option key={each} value={each}>
                {c(`reason_${each}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('successorNote')}>
        {(ids) => (
          <textarea
            {...ids}
            className="dk-input"
            rows={2}
            maxLength={BANK_LIMITS.noteChars}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
      {problem !== '' && <Note tone="no" title={problem} />}
      <div className="dk-dialog-foot">
        <DeskButton onClick={onClose}>{c('cancel')}</DeskButton>
        <DeskButton type="submit" look="danger" isBusy={isBusy}>
          {button}
        </DeskButton>
      </div>
    </form>
  );
}
