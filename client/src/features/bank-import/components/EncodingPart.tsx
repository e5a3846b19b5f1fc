import { ENCODINGS, type ImportMapping } from '@anquanli/contract/bank-imports';
import { useWords } from '../../../lib/i18n';
import { Field } from '../../../ui/desk/Field';
import type { ChoiceChange } from '../model/choices';
import { fileProblem } from '../model/file-check';
import { readingWords } from '../words-reading';

interface EncodingPartProps {
  /** The name of the file; pasted text has none of a file, and no encoding to choose. */
  name: string;
  mapping: ImportMapping;
  onChange(change: ChoiceChange): void;
}

/** The encoding of a text file; other files say it themselves. */
export function EncodingPart({ name, mapping, onChange }: EncodingPartProps) {
  const t = useWords(readingWords);
  const { encoding } = mapping;
  if (encoding === null || fileProblem({ name, size: 1 }) !== null) return null;
  return (
    <Field label={t('encoding')} help={t('encodingHelp')} className="bi-narrow">
      {(ids) => (
        <select
          {...ids}
          className="dk-input"
          value={encoding}
          onChange={(event) => {
            const next = ENCODINGS.find((each) => each === event.target.value);
            if (next !== undefined) onChange({ about: 'encoding', encoding: next });
          }}
        >
          {ENCODINGS.map((each) => (
            <option key={each} value={each}>
              {t(`encoding_${each}`)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
