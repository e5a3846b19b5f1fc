import { useState } from 'react';
import { useWords } from '../../../lib/i18n';
import { Field } from '../../../ui/desk/Field';
import { missingCharacters, strengthOf } from '../model/password';
import { words } from '../words';

interface PasswordFieldProps {
  label: string;
  value: string;
  onChange(next: string): void;
  /** A password being chosen: its length is counted and its strength named. */
  isNew?: boolean;
  /** Shown in place of the help. */
  problem?: string | null;
}

const STEPS = { short: 0, weak: 1, fair: 2, strong: 3 } as const;

export function PasswordField({ label, value, onChange, isNew = false, problem = null }: PasswordFieldProps) {
  const t = useWords(words);
  const [isShown, setShown] = useState(false);
  const strength = strengthOf(value);
  const help =
    !isNew || value === ''
      ? t('passwordHelp')
      : strength === 'short'
        ? t('passwordShort', { missing: missingCharacters(value) })
        : t(`strength_${strength}`);
  return (
    <Field label={label} problem={problem} {...(isNew ? { help } : {})}>
      {(ids) => (
        <>
          <div className="dk-input-row">
            <input
              {...ids}
              className="dk-input"
              type={isShown ? 'text' : 'password'}
              value={value}
              autoComplete={isNew ? 'new-password' : 'current-password'}
              onChange={(event) => onChange(event.target.value)}
              spellCheck={false}
            />
            <button type="button" className="dk-link" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
              {isShown ? t('hide') : t('show')}
            </button>
          </div>
          {isNew && (
            <div className="dk-strength" aria-hidden="true" data-steps={STEPS[strength]}>
              <i />
              <i />
              <i />
            </div>
          )}
        </>
      )}
    </Field>
  );
}
