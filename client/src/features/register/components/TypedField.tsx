import { useId } from 'react';

interface TypedFieldProps {
  label: string;
  value: string;
  help?: string;
  /** Takes the place of the help. */
  error?: string;
  placeholder?: string;
  autoComplete?: string;
  isFirst?: boolean;
  isCode?: boolean;
  onChange(value: string): void;
}

/** A label, one real input, and the line below that helps or says what is wrong. */
export function TypedField({
  label,
  value,
  help = '',
  error = '',
  isFirst = false,
  isCode = false,
  ...rest
}: TypedFieldProps) {
  const { onChange, placeholder, autoComplete = 'off' } = rest;
  const id = useId();
  return (
    <>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className={`field${isCode ? ' code-field' : ''}`}
        autoComplete={autoComplete}
        autoCapitalize={isCode ? 'characters' : undefined}
        spellCheck={false}
        autoFocus={isFirst}
        enterKeyHint="go"
        maxLength={80}
        placeholder={placeholder}
        aria-invalid={error !== ''}
        aria-describedby={`${id}-help ${id}-error`}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <p className="field-help" id={`${id}-help`}>
        {error === '' && help}
      </p>
      <p className="field-error" id={`${id}-error`} role="alert">
        {error}
      </p>
    </>
  );
}
