import { useWords } from '../../../lib/i18n';
import { Field } from '../../../ui/desk/Field';
import { nameProblem } from '../model/account-name';
import { words } from '../words';

interface NameFieldProps {
  value: string;
  onChange(next: string): void;
  /** A name being chosen: its rules are shown. */
  isNew?: boolean;
  /** Say what is missing; only after the first try to send. */
  isChecked: boolean;
  problem?: string | null;
}

export function NameField({ value, onChange, isNew = false, isChecked, problem = null }: NameFieldProps) {
  const t = useWords(words);
  const own = nameProblem(value);
  const shown = problem ?? (isChecked && own !== null ? t(own === 'short' ? 'nameShort' : 'nameLong') : null);
  return (
    <Field label={t('name')} problem={shown} {...(isNew ? { help: t('nameHelp') } : {})}>
      {(ids) => (
        <input
          {...ids}
          className="dk-input"
          value={value}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
