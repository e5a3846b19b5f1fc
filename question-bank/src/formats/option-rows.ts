import { findingsOf } from '../import/findings.js';
import type { ImportChoices, ImportProblem, Meaning } from '../import/import-result.js';
import type { RawQuestion } from '../import/raw-question.js';
import { filledDown, placeOf, textsOf, type SheetToRead } from './question-rows.js';
import { isQuestion, rawOf, repaired, type RowTexts } from './row-texts.js';
import type { TableRow } from './table-model.js';

interface Group {
  readonly first: TableRow;
  readonly rows: RowTexts[];
}

/** What the rows of one question have to agree on where they repeat it. */
const SHARED: readonly Meaning[] = ['type', 'answer', 'category', 'difficulty'];

/** One option a row (云帆): the question stands in its first row and is repeated or left empty below. */
export function readOptionRows(
  sheet: SheetToRead,
  choices: ImportChoices,
): { raws: RawQuestion[]; problems: ImportProblem[] } {
  const problems: ImportProblem[] = [];
  const raws = groupsOf(sheet).flatMap((group) => {
    const ref = `${sheet.ref}!r${group.first.number}`;
    const place = placeOf(sheet, group.first, ref);
    const texts = repaired(joined(group.rows), ref, choices);
    if (!isQuestion(texts)) return [];
    const findings = findingsOf(place);
    for (const header of differences(group.rows)) findings.refuse('option_rows_differ', '', { header });
    if (choices.repairs?.[ref] === undefined) problems.push(...findings.problems);
    return [rawOf(texts, place, { typeHint: sheet.mapping.type ?? undefined })];
  });
  return { raws, problems };
}

function groupsOf(sheet: SheetToRead): Group[] {
  const fills = filledDown(sheet);
  const groups: Group[] = [];
  for (const row of sheet.rows) {
    const texts = textsOf(row, sheet.mapping, fills);
    const group = groups.at(-1);
    if (group === undefined || isNext(texts, group)) groups.push({ first: row, rows: [texts] });
    else group.rows.push(texts);
  }
  return groups;
}

/** A new question begins with another number or another stem, or where letters begin anew. */
function isNext(texts: RowTexts, group: Group): boolean {
  const differs = (meaning: Meaning) => {
    const [text, known] = [textIn(texts, meaning), firstText(group.rows, meaning)];
    return text !== '' && known !== '' && text !== known;
  };
  const hasOwn = ['number', 'id', 'stem'].some((meaning) => textIn(texts, meaning as Meaning) !== '');
  if (differs('number') || differs('id') || differs('stem')) return true;
  const letters = group.rows.map((row) => textIn(row, 'option-letter'));
  const letter = textIn(texts, 'option-letter');
  return hasOwn && letter !== '' && letters.includes(letter);
}

function textIn(texts: RowTexts, meaning: Meaning): string {
  return texts.get(meaning)?.text.trim() ?? '';
}

function firstText(rows: readonly RowTexts[], meaning: Meaning): string {
  return rows.map((row) => textIn(row, meaning)).find(Boolean) ?? '';
}

/** The texts of a question and of its options, as if they stood in one row. */
function joined(rows: readonly RowTexts[]): RowTexts {
  const [first] = rows;
  const texts = new Map<Meaning, { label: string; text: string }>();
  for (const [meaning, { label }] of first ?? []) {
    if (meaning === 'option' || meaning === 'option-letter' || meaning === 'option-correct') continue;
    texts.set(meaning, { label, text: rows.map((row) => row.get(meaning)?.text ?? '').find((t) => t.trim()) ?? '' });
  }
  const options = rows.filter((row) => textIn(row, 'option') !== '');
  options.forEach((row, n) => {
    const place = placeIn(row, n);
    const letter = String.fromCharCode(64 + place);
    texts.set(`option-${place}`, { label: `选项${letter}`, text: row.get('option')?.text ?? '' });
    if (row.has('option-correct')) {
      texts.set(`correct-${place}`, { label: `选项${letter}是否正确`, text: textIn(row, 'option-correct') });
    }
  });
  return texts;
}

/** The letter of a row says where its option stands, else its place among the rows. */
function placeIn(row: RowTexts, n: number): number {
  const letter = textIn(row, 'option-letter').normalize('NFKC').toUpperCase();
  return /^[A-J]/u.test(letter) ? letter.charCodeAt(0) - 64 : n + 1;
}

function differences(rows: readonly RowTexts[]): string[] {
  return SHARED.flatMap((meaning) => {
    const texts = new Set(rows.map((row) => textIn(row, meaning)).filter(Boolean));
    return texts.size > 1 ? [rows[0]?.get(meaning)?.label ?? meaning] : [];
  });
}
