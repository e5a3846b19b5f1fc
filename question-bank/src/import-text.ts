import type { ImportPlace, ImportProblem, ImportResult, SheetMapping } from './import/import-result.js';

/** What an import found, as text for people. */

export type Language = 'zh' | 'en';

/** File, sheets, columns, codes, categories and counts. */
export function importText({ file, mapping, questions, refused, duplicates }: ImportResult): string {
  const kinds = counted(questions.map(({ question }) => question.type));
  const categories = counted(questions.map(({ question }) => question.category));
  return [
    [
      file.name,
      mapping &&
        [mapping.container, mapping.encoding, mapping.delimiter === '\t' ? 'tab' : mapping.delimiter]
          .filter(Boolean)
          .join(' '),
    ]
      .filter(Boolean)
      .join('  '),
    ...(mapping?.sheets.flatMap(sheetText) ?? []),
    ...(mapping?.typeCodes.map(
      ({ code, count, meaning, isConfirmed }) =>
        `  kind ${code} → ${meaning ?? '?'} (${count})${isConfirmed ? '' : `, not confirmed: --type-code ${code}=${meaning ?? 'KIND'}`}`,
    ) ?? []),
    ...(mapping?.categories.map(
      ({ label, count, category }) => `  category ${label} → ${category ?? 'default'} (${count})`,
    ) ?? []),
    ...duplicates.map(({ ref, other, similarity }) => {
      const name = 'ref' in other ? other.ref : other.questionId;
      return `  alike ${similarity.toFixed(2)}  ${ref}  ${name}`;
    }),
    `  ${questions.length} questions${kinds && `: ${kinds}`}`,
    ...(categories === '' ? [] : [`  in ${categories}`]),
    `  ${refused.length} refused · ${duplicates.length} alike`,
  ].join('\n');
}

function sheetText({ name, isUsed, unusedBecause, headerRow, layout, columns, rows }: SheetMapping): string[] {
  if (!isUsed) return [`  ${name}: left out, ${unusedBecause ?? 'chosen'}`];
  const header = headerRow === null ? '' : `, header in row ${headerRow}`;
  const mapped = columns.map(({ letter, header: title, meaning }) => `${letter} ${title} → ${meaning}`);
  return [`  ${name}: ${layout}${header}, ${rows} rows`, ...(mapped.length > 0 ? [`    ${mapped.join(' · ')}`] : [])];
}

function counted(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].map(([word, count]) => `${word} ${count}`).join(' · ');
}

/** The problems of a file, each with its place, its words and the remedy. */
export function problemsText({ file, problems }: Pick<ImportResult, 'file' | 'problems'>, language: Language): string {
  return [file.name, ...problems.map((problem) => problemText(problem, language))].join('\n');
}

function problemText({ code, weight, where, found, says, remedy }: ImportProblem, language: Language): string {
  const place = placeText(where);
  const seen = found === '' ? '' : `  “${found.replace(/\s+/gu, ' ')}”`;
  return `  ${weight === 'notice' ? 'note ' : ''}${code}${place && `  ${place}`}\n    ${says[language]}${seen}\n    → ${remedy[language]}`;
}

function placeText({ sheet, row, line, column }: ImportPlace): string {
  const parts = [
    sheet,
    row !== undefined && `row ${row}`,
    line !== undefined && `line ${line}`,
    column && `column ${column}`,
  ];
  return parts.filter(Boolean).join(' ');
}
