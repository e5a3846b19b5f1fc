import type { ImportChoices, ImportMapping, SheetMapping } from '@anquanli/contract/bank-imports';

/** How the file was read with the choices that were made since: what was just chosen stands there before it is read again. */
export function shownMapping(mapping: ImportMapping, choices: ImportChoices): ImportMapping {
  return {
    ...mapping,
    encoding: choices.encoding ?? mapping.encoding,
    sheets: mapping.sheets.map((sheet) => shownSheet(sheet, choices)),
    typeCodes: mapping.typeCodes.map((code) => {
      const meaning = choices.typeCodes?.[code.code];
      return meaning === undefined ? code : { ...code, meaning, isConfirmed: true };
    }),
    categories: mapping.categories.map((each) => ({
      ...each,
      category: choices.categories?.[each.label] ?? each.category,
    })),
  };
}

function shownSheet(sheet: SheetMapping, choices: ImportChoices): SheetMapping {
  const chosen = choices.sheets?.[sheet.name];
  if (chosen === undefined) return sheet;
  return {
    ...sheet,
    isUsed: chosen.isUsed ?? sheet.isUsed,
    headerRow: chosen.headerRow ?? sheet.headerRow,
    layout: chosen.layout ?? sheet.layout,
    columns: sheet.columns.map((column) => ({
      ...column,
      meaning: chosen.columns?.[String(column.index)] ?? column.meaning,
    })),
  };
}
