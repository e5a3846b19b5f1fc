import { useId } from 'react';
import { useWords } from '../../../lib/i18n';
import { Icon } from '../../../ui/Icon';
import type { RepairField } from '../model/repair';
import { rowsWords } from '../words-rows';
import { useMeaningText } from './use-meaning-text';

interface RepairInputProps {
  field: RepairField;
  value: string;
  onChange(text: string): void;
}

/** These may be long and get the whole width. */
const WIDE = ['stem', 'explanation', 'options', 'block'];
const MAX_TEXT = 8_000;

const bare = (text: string) => text.replace(/\s/g, '');

/** One cell of a row to be mended. */
export function RepairInput({ field, value, onChange }: RepairInputProps) {
  const t = useWords(rowsWords);
  const meaningText = useMeaningText();
  const id = useId();
  const { meaning, label, isFaulty } = field;
  const isWide = WIDE.includes(meaning);
  const lines = value.split('\n').length;
  const rows =
    meaning === 'block' ? Math.min(16, Math.max(6, lines + 1)) : isWide ? Math.min(6, Math.max(2, lines)) : 1;
  const name = meaningText(meaning);
  return (
    <div className={`bi-cell${isWide ? ' wide' : ''}${isFaulty ? ' bad' : ''}`}>
      <label htmlFor={id}>
        {name}
        {label !== '' && bare(label) !== bare(name) && <small>{label}</small>}
        {isFaulty && (
          <span className="bi-fault">
            <Icon name="warning" />
            {t('faulty')}
          </span>
        )}
      </label>
      <textarea
        id={id}
        name={meaning}
        className="dk-input"
        rows={rows}
        maxLength={MAX_TEXT}
        spellCheck={false}
        aria-invalid={isFaulty || undefined}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
