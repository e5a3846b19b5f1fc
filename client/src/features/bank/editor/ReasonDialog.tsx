import { Modal } from 'antd';
import { useState } from 'react';
import { BANK_LIMITS, DEPRECATION_REASONS } from '@anquanli/contract/bank';
import { useWords } from '../../../lib/i18n';
import { DialogForm } from '../../../ui/desk/DialogForm';
import { Field } from '../../../ui/desk/Field';
import { TextField } from '../../../ui/desk/TextField';
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
  return (
    <DialogForm
      problem={problem}
      cancel={c('cancel')}
      button={button}
      look="danger"
      isBusy={isBusy}
      onClose={onClose}
      onSubmit={() => onGiven(reason, note)}
    >
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
      <TextField
        label={t('successorNote')}
        rows={2}
        maxLength={BANK_LIMITS.noteChars}
        value={note}
        onChange={setNote}
      />
    </DialogForm>
  );
}
