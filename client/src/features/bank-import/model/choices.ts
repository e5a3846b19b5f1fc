import type { ImportChoices, ImportMapping, SheetMapping } from '@anquanli/contract/bank-imports';
import type { QuestionKind } from '@anquanli/contract/vocabulary';
import { isRepeatable } from './meanings';

type SheetChoice = NonNullable<ImportChoices['sheets']>[string];
export type TableLayout = NonNullable<SheetChoice['layout']>;

/** One thing an admin says about how a file is to be read. */
export type ChoiceChange =
  | { readonly about: 'sheet'; readonly sheet: string; readonly isUsed: boolean }
  | { readonly about: 'header'; readonly sheet: string; readonly row: number }
  | { readonly about: 'layout'; readonly sheet: string; readonly layout: TableLayout }
  | { readonly about: 'column'; readonly sheet: SheetMapping; readonly index: number; readonly meaning: string }
  | { readonly about: 'encoding'; readonly encoding: NonNullable<ImportMapping['encoding']> }
  | { readonly about: 'types'; readonly meanings: Readonly<Record<string, QuestionKind>> }
  | { readonly about: 'category'; readonly label: string; readonly category: string | null }
  | { readonly about: 'default-category'; readonly category: string | null }
  | { readonly about: 'default-difficulty'; readonly difficulty: number };

/** What was chosen so far with one choice more. */
export function withChange(choices: ImportChoices, change: ChoiceChange): ImportChoices {
  switch (change.about) {
    case 'sheet':
      return withSheet(choices, change.sheet, { isUsed: change.isUsed });
    case 'header':
      // Other headers: what was said of the columns below the old ones no longer holds.
      return withSheet(choices, change.sheet, { headerRow: change.row, columns: undefined, isUsed: true });
    case 'layout':
      return withSheet(choices, change.sheet, { layout: change.layout, columns: undefined });
    case 'column':
      return withColumn(choices, change);
    case 'encoding':
      // Names of sheets and columns were garbled before.
      return { ...choices, encoding: change.encoding, sheets: undefined };
    case 'types':
      return { ...choices, typeCodes: { ...choices.typeCodes, ...change.meanings } };
    case 'category': {
      const { [change.label]: _dropped, ...others } = choices.categories ?? {};
      return {
        ...choices,
        categories: change.category === null ? others : { ...others, [change.label]: change.category },
      };
    }
    case 'default-category':
      return { ...choices, defaultCategory: change.category ?? undefined };
    case 'default-difficulty':
      return { ...choices, defaultDifficulty: change.difficulty };
  }
}

function withSheet(choices: ImportChoices, name: string, part: SheetChoice): ImportChoices {
  return { ...choices, sheets: { ...choices.sheets, [name]: { ...choices.sheets?.[name], ...part } } };
}

/** A meaning stands once in a sheet: the column that had it is left out. */
function withColumn(choices: ImportChoices, change: Extract<ChoiceChange, { about: 'column' }>): ImportChoices {
  const { sheet, index, meaning } = change;
  const before = choices.sheets?.[sheet.name]?.columns ?? {};
  const holders = isRepeatable(meaning)
    ? []
    : sheet.columns.filter((column) => column.meaning === meaning && column.index !== index);
  const emptied = Object.fromEntries(holders.map((column) => [String(column.index), 'ignored']));
  return withSheet(choices, sheet.name, { columns: { ...before, ...emptied, [String(index)]: meaning } });
}

/** Type numbers that nobody has confirmed yet. */
export function openTypeCodes(mapping: ImportMapping | null): ImportMapping['typeCodes'] {
  return mapping?.typeCodes.filter((code) => !code.isConfirmed) ?? [];
}
