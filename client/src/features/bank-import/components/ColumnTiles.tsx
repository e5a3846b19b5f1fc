import type { SheetMapping } from '@anquanli/contract/bank-imports';
import { useWords } from '../../../lib/i18n';
import type { ChoiceChange } from '../model/choices';
import { meaningsFor } from '../model/meanings';
import { readingWords } from '../words-reading';
import { useMeaningText } from './use-meaning-text';

interface ColumnTilesProps {
  sheet: SheetMapping;
  onChange(change: ChoiceChange): void;
}

/** The columns of a sheet, each with its header, what it means, and what stands below. */
export function ColumnTiles({ sheet, onChange }: ColumnTilesProps) {
  const t = useWords(readingWords);
  const meaningText = useMeaningText();
  const offered = meaningsFor(sheet.layout);
  return (
    <ol className="bi-columns" aria-label={t('columns')}>
      {sheet.columns.map((column) => {
        const { index, letter, header, meaning, samples } = column;
        return (
          <li key={index} className={meaning === 'ignored' ? 'off' : undefined}>
            <small title={header}>
              <b>{letter}</b> {header === '' ? <em>{t('noHeader')}</em> : header}
            </small>
            <select
              className="bi-meaning"
              aria-label={t('columnMeaning', { letter, header: header === '' ? t('noHeader') : header })}
              value={meaning}
              onChange={(event) => onChange({ about: 'column', sheet, index, meaning: event.target.value })}
            >
              {(offered.includes(meaning) ? offered : [meaning, ...offered]).map((each) => (
                <option key={each} value={each}>
                  {meaningText(each)}
                </option>
              ))}
            </select>
            <ul>
              {(samples.length === 0 ? [''] : samples.slice(0, 3)).map((sample, row) => (
                <li key={row} title={sample}>
                  {sample === '' ? t('noSample') : sample}
                </li>
              ))}
            </ul>
          </li>
        );
      })}
    </ol>
  );
}
