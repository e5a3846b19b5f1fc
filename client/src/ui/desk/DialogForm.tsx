import type { ReactNode } from 'react';
import { Note } from '../Note';
import { DeskButton } from './DeskButton';

interface DialogFormProps {
  /** What became of the order when it was not taken; '' for nothing. */
  problem?: string;
  cancel: string;
  button: string;
  look?: 'primary' | 'danger';
  isBusy: boolean;
  isDisabled?: boolean;
  onClose(): void;
  onSubmit(): void;
  children: ReactNode;
}

/** A form in a dialog: its fields, what went wrong, the way out and the one deed. */
export function DialogForm({ problem = '', look = 'primary', isDisabled = false, ...rest }: DialogFormProps) {
  const { cancel, button, isBusy, onClose, onSubmit, children } = rest;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
      {problem !== '' && <Note tone="no" title={problem} />}
      <div className="dk-dialog-foot">
        <DeskButton onClick={onClose}>{cancel}</DeskButton>
        <DeskButton type="submit" look={look} isBusy={isBusy} disabled={isDisabled}>
          {button}
        </DeskButton>
      </div>
    </form>
  );
}
