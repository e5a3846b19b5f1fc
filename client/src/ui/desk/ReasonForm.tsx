import { useState } from 'react';
import { DialogForm } from './DialogForm';
import { TextField } from './TextField';

interface ReasonFormProps {
  /** What the deed does. */
  text: string;
  label: string;
  help: string;
  maxLength: number;
  cancel: string;
  button: string;
  isBusy: boolean;
  problem?: string;
  onClose(): void;
  onGiven(reason: string): void;
}

/** The body of a dialog for a deed that cannot be undone: it needs a reason in words. */
export function ReasonForm({ text, label, help, maxLength, onGiven, ...form }: ReasonFormProps) {
  const [reason, setReason] = useState('');
  const given = reason.trim();
  return (
    <DialogForm {...form} look="danger" isDisabled={given === ''} onSubmit={() => onGiven(given)}>
      <p className="dk-lead">{text}</p>
      <TextField label={label} help={help} rows={2} maxLength={maxLength} value={reason} onChange={setReason} />
    </DialogForm>
  );
}
