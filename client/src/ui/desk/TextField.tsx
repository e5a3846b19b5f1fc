import type { ReactNode } from 'react';
import { Field } from './Field';

interface TextFieldProps {
  label: string;
  help?: ReactNode;
  problem?: string | null;
  value: string;
  maxLength?: number;
  placeholder?: string;
  type?: 'date';
  /** More than one line. */
  rows?: number;
  /** A short name for machines: neither corrected nor begun with a capital. */
  isId?: boolean;
  onChange(next: string): void;
}

/** A label and a text to be typed. */
export function TextField({ label, help, problem = null, type, rows, isId = false, ...rest }: TextFieldProps) {
  const { onChange, ...control } = rest;
  return (
    <Field label={label} help={help} problem={problem}>
      {(ids) =>
        rows === undefined ? (
          <input
            {...ids}
            {...control}
            {...(isId ? { autoCapitalize: 'none', spellCheck: false } : {})}
            type={type}
            className="dk-input"
            onChange={(event) => onChange(event.target.value)}
          />
        ) : (
          <textarea
            {...ids}
            {...control}
            className="dk-input"
            rows={rows}
            onChange={(event) => onChange(event.target.value)}
          />
        )
      }
    </Field>
  );
}
