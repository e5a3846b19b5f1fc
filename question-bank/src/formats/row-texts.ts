import { optionsInCell } from '../import/options-cell.js';
import type { ImportChoices, ImportPlace, Meaning, RawCell } from '../import/import-result.js';
import { isOurId } from '../import/question-id.js';
import type { RawOption, RawQuestion } from '../import/raw-question.js';
import { truthOf } from '../import/truth-words.js';
import { TYPE_NAMES } from '../import/type-words.js';
import type { QuestionType } from '../schema.js';

/** The texts of one question by meaning, in the order of the columns. */
export type RowTexts = ReadonlyMap<Meaning, { readonly label: string; readonly text: string }>;

export interface RowPlace {
  readonly ref: string;
  readonly where: ImportPlace;
  readonly row: number;
}

export interface RowKind {
  readonly typeHint?: QuestionType | undefined;
  readonly answerStyle?: RawQuestion['answerStyle'];
}

/** The texts with what the admin wrote anew; a meaning that has no column is added. */
export function repaired(texts: RowTexts, ref: string, choices: ImportChoices): RowTexts {
  const repairs = Object.hasOwn(choices.repairs ?? {}, ref) ? choices.repairs?.[ref] : undefined;
  if (repairs === undefined) return texts;
  const mended = new Map(texts);
  for (const [meaning, text] of Object.entries(repairs)) {
    if (meaning === 'block' || text === undefined) continue;
    const known = meaning as Meaning;
    mended.set(known, { label: texts.get(known)?.label ?? known, text });
  }
  return mended;
}

/** Whether a row says anything of a question: numbers, kinds and categories that are filled down do not. */
export function isQuestion(texts: RowTexts): boolean {
  return [...texts].some(
    ([meaning, { text }]) => /^(?:stem|options?|option-\d+|answer|explanation)$/u.test(meaning) && text.trim() !== '',
  );
}

/** A raw question from the texts of a row, or of the rows of its options. */
export function rawOf(texts: RowTexts, place: RowPlace, kind: RowKind): RawQuestion {
  const text = (meaning: Meaning) => {
    const found = texts.get(meaning)?.text;
    return found === undefined || found.trim() === '' ? undefined : found;
  };
  const idText = text('id')?.trim() ?? text('number')?.trim();
  const unread = { typeText: text('type'), answerText: text('answer'), explanation: text('explanation') };
  return {
    ...place,
    ...kind,
    ...unread,
    stem: text('stem') ?? '',
    options: optionsOf(texts),
    difficultyText: text('difficulty'),
    categoryText: text('category'),
    tagsText: text('tags'),
    sourceText: text('source'),
    timeLimitText: timeLimitOf(texts.get('time-limit')),
    unitText: text('unit'),
    ...(isOurId(idText) ? { idText, answerStyle: 'letters' as const } : {}),
    cells: cellsOf(texts, kind.typeHint),
  };
}

/** What a heading says of the kind is shown like a column, so that it can be changed and goes along with the row. */
function cellsOf(texts: RowTexts, typeHint: QuestionType | undefined): RawCell[] {
  const cells = [...texts].map(([meaning, { label, text }]) => ({ meaning, label, text }));
  const isTold = typeHint === undefined || texts.has('type');
  return isTold ? cells : [{ meaning: 'type', label: '题型', text: TYPE_NAMES[typeHint].zh }, ...cells];
}

/** Options in columns of their own, or all in one cell; flags beside them. */
function optionsOf(texts: RowTexts): RawOption[] {
  const places = Array.from({ length: 10 }, (_, n) => n + 1);
  const inColumns = places.map((n): RawOption => {
    const flag = texts.get(`correct-${n}`)?.text ?? '';
    return {
      letter: String.fromCharCode(64 + n),
      text: texts.get(`option-${n}`)?.text ?? '',
      ...markOf(flag),
    };
  });
  const last = inColumns.findLastIndex(({ text }) => text.trim() !== '');
  if (last >= 0) return inColumns.slice(0, last + 1);
  return optionsInCell(texts.get('options')?.text ?? '');
}

/** What a flag says of its option: 是, 1, √ and 正确 that it is right; 否, 0, × and a dash that it is not. */
function markOf(flag: string): Pick<RawOption, 'isCorrect' | 'unreadMark'> {
  const bare = flag.normalize('NFKC').trim();
  if (bare === '') return {};
  const isCorrect = truthOf(bare) ?? NUMBERED_MARKS.get(bare);
  return isCorrect === undefined ? { unreadMark: bare } : { isCorrect };
}

const NUMBERED_MARKS = new Map([
  ['1', true],
  ['0', false],
  ['-', false],
  ['—', false],
  ['/', false],
]);

/** A bare number counts in what its header names: 10 under 限时（分钟） is ten minutes. */
function timeLimitOf(cell: { readonly label: string; readonly text: string } | undefined): string | undefined {
  if (cell === undefined || cell.text.trim() === '') return undefined;
  const unit = /[(（[【]\s*(?:单位[:：]?\s*)?(分钟?|小时|时|毫秒|mins?|minutes?|hours?|h|ms)\s*[)）\]】]/iu.exec(
    cell.label,
  )?.[1];
  return unit !== undefined && /^\s*[\d.０-９]+\s*$/u.test(cell.text) ? `${cell.text.trim()}${unit}` : cell.text;
}
