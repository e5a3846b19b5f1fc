import { Link } from 'wouter';
import type { BankSet } from '@anquanli/contract/bank';
import { useWords } from '../../../lib/i18n';
import { Field } from '../../../ui/desk/Field';
import { startWords } from '../words-start';

interface SetPickerProps {
  sets: readonly BankSet[];
  value: string | null;
  /** Something waits for the set to be chosen. */
  isAsked: boolean;
  onChange(setId: string | null): void;
}

export function SetPicker({ sets, value, isAsked, onChange }: SetPickerProps) {
  const t = useWords(startWords);
  return (
    <Field
      label={t('setTitle')}
      className="bi-set"
      problem={isAsked && value === null ? t('chooseSetFirst') : null}
      help={
        <Link href="/bank" className="dk-link">
          {t('newSet')}
        </Link>
      }
    >
      {(ids) => (
        <select
          {...ids}
          className="dk-input"
          value={value ?? ''}
          onChange={(event) => onChange(event.target.value || null)}
        >
          <option value="">{t('chooseSet')}</option>
          {sets.map((set) => (
            <option key={set.setId} value={set.setId}>
              {t('setOption', { title: set.title, count: set.questions.total })}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
