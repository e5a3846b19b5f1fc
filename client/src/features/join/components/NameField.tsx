import { useWords } from '../../../lib/i18n';
import { words } from '../words';

interface NameFieldProps {
  name: string;
  /** Takes the place of the help; empty without one. */
  error: string;
  onChange(name: string): void;
}

/** The name as typed; the server cleans and judges it. */
export function NameField({ name, error, onChange }: NameFieldProps) {
  const t = useWords(words);
  return (
    <>
      <label className="label" htmlFor="name">
        {t('nameLabel')}
      </label>
      <input
        id="name"
        className="field"
        autoComplete="name"
        autoFocus
        enterKeyHint="go"
        maxLength={80}
        placeholder={t('namePlaceholder')}
        aria-invalid={error !== ''}
        aria-describedby="name-help name-error"
        value={name}
        onChange={(event) => onChange(event.target.value)}
      />
      <p className="field-help" id="name-help">
        {error === '' && t('nameHelp')}
      </p>
      <p className="field-error" id="name-error" role="alert">
        {error}
      </p>
    </>
  );
}
