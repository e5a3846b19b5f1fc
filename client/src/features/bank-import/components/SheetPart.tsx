import { useId } from 'react';
import type { SheetMapping } from '@anquanli/contract/bank-imports';
import { formatNumber, useWords } from '../../../lib/i18n';
import { Icon } from '../../../ui/Icon';
import { kindWords } from '../../../ui/question/kind-words';
import type { ChoiceChange, TableLayout } from '../model/choices';
import { missingMeanings } from '../model/meanings';
import { readingWords } from '../words-reading';
import { ColumnTiles } from './ColumnTiles';

interface SheetPartProps {
  sheet: SheetMapping;
  isOnly: boolean;
  onChange(change: ChoiceChange): void;
}

const LAYOUTS = ['question-rows', 'option-rows', 'kahoot'] as const satisfies readonly TableLayout[];
const HEADER_ROWS = 20;

/** One sheet: is it read and why not, where its header is, how it is laid out, what its columns are. */
export function SheetPart({ sheet, isOnly, onChange }: SheetPartProps) {
  const t = useWords(readingWords);
  const kindName = useWords(kindWords);
  const id = useId();
  const { name, layout, headerRow, isUsed } = sheet;
  const isTable = LAYOUTS.some((each) => each === layout);
  if (!isTable && isOnly) return null;
  const rows = Math.max(HEADER_ROWS, headerRow ?? 0);
  return (
    <section className="bi-part bi-sheet" aria-labelledby={`${id}-name`}>
      <div className="bi-sheet-head">
        <h3 id={`${id}-name`}>
          {name}
          <span>
            {sheet.isHidden && `${t('sheetHidden')} · `}
            {t('sheetRows', { count: formatNumber(sheet.rows) })}
            {sheet.type !== null && ` · ${t('allOneKind', { kind: kindName(sheet.type) })}`}
          </span>
        </h3>
        {!isOnly && (
          <label className="bi-check">
            <input
              type="checkbox"
              checked={isUsed}
              onChange={(event) => onChange({ about: 'sheet', sheet: name, isUsed: event.target.checked })}
            />
            {t('sheetUsed')}
          </label>
        )}
        {!isUsed && sheet.unusedBecause !== null && (
          <span className="dk-st idle">{t(`because_${sheet.unusedBecause}`)}</span>
        )}
        {isTable && (isUsed || headerRow === null) && (
          <div className="bi-sheet-form">
            <label>
              {t('headerRow')}
              <select
                className="dk-input"
                value={headerRow ?? ''}
                onChange={(event) => onChange({ about: 'header', sheet: name, row: Number(event.target.value) })}
              >
                {headerRow === null && <option value="">{t('headerNone')}</option>}
                {Array.from({ length: rows }, (_, index) => (
                  <option key={index} value={index + 1}>
                    {t('headerRowItem', { row: index + 1 })}
                  </option>
                ))}
              </select>
            </label>
            <label>
              {t('layout')}
              <select
                className="dk-input"
                value={layout}
                onChange={(event) => {
                  const next = LAYOUTS.find((each) => each === event.target.value);
                  if (next !== undefined) onChange({ about: 'layout', sheet: name, layout: next });
                }}
              >
                {LAYOUTS.map((each) => (
                  <option key={each} value={each}>
                    {t(`layout_${each}`)}
                  </option>
                ))}
              </select>
            </label>
          </div>
        )}
      </div>
      {isUsed && isTable && sheet.columns.length > 0 && (
        <>
          {missingMeanings(sheet).map((missing) => (
            <p key={missing} className="bi-missing">
              <Icon name="warning" />
              {t(`missing_${missing}`)}
            </p>
          ))}
          <ColumnTiles sheet={sheet} onChange={onChange} />
        </>
      )}
    </section>
  );
}
