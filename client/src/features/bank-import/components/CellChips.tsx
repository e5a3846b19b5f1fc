import { useWords } from '../../../lib/i18n';
import type { ImportCell } from '../model/import-types';
import { rowsWords } from '../words-rows';
import { useMeaningText } from './use-meaning-text';

interface CellChipsProps {
  cells: readonly ImportCell[];
  faulty: ReadonlySet<number>;
}

/** The texts of a row as they were read, the faulty ones marked. A block of running text keeps its lines. */
export function CellChips({ cells, faulty }: CellChipsProps) {
  const t = useWords(rowsWords);
  const meaningText = useMeaningText();
  const [first] = cells;
  if (first?.meaning === 'block') return <pre className="bi-block">{first.text}</pre>;
  return (
    <dl className="bi-cells" aria-label={t('cells')}>
      {cells.map(({ meaning, label, text }, index) => {
        const isFaulty = faulty.has(index);
        if (text === '' && !isFaulty) return null;
        return (
          <div key={index} className={isFaulty ? 'bad' : undefined}>
            <dt>{label === '' ? meaningText(meaning) : label}</dt>
            <dd>
              {text === '' ? t('emptyCell') : text}
              {isFaulty && <span className="vh"> ({t('faulty')})</span>}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
