import { useId, type ReactNode } from 'react';
import { Icon } from '../Icon';

export interface FieldIds {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

interface FieldProps {
  label: string;
  help?: ReactNode;
  /** What is wrong here; shown in place of the help. */
  problem?: string | null;
  className?: string;
  /** The control; spread `ids` on it. */
  children: (ids: FieldIds) => ReactNode;
}

/** A label, its control, and one line that helps or says what is wrong. */
export function Field({ label, help, problem = null, className = '', children }: FieldProps) {
  const id = useId();
  const noteId = `${id}-note`;
  const hasNote = problem !== null || help !== undefined;
  return (
    <div className={`dk-field${problem !== null ? ' dk-wrong' : ''} ${className}`}>
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        'aria-describedby': hasNote ? noteId : undefined,
        'aria-invalid': problem !== null || undefined,
      })}
      {hasNote && (
        <p id={noteId} className="dk-note">
          {problem !== null && <Icon name="warning" />}
          <span>{problem ?? help}</span>
        </p>
      )}
    </div>
  );
}

interface GroupProps {
  label: string;
  help?: ReactNode;
  problem?: string | null;
  className?: string;
  children: ReactNode;
}

/** Several controls under one heading, e.g. a set of choices. */
export function FieldGroup({ label, help, problem = null, className = '', children }: GroupProps) {
  const id = useId();
  return (
    <div
      className={`dk-field${problem !== null ? ' dk-wrong' : ''} ${className}`}
      role="group"
      aria-labelledby={id}
      aria-describedby={`${id}-note`}
    >
      <span id={id} className="dk-label">
        {label}
      </span>
      {children}
      {(problem !== null || help !== undefined) && (
        <p id={`${id}-note`} className="dk-note">
          {problem !== null && <Icon name="warning" />}
          <span>{problem ?? help}</span>
        </p>
      )}
    </div>
  );
}
