import { importProblem } from '../import/import-problem.js';
import type { ImportChoices, ImportProblem, RawCell, RefusedItem } from '../import/import-result.js';
import { IMPORT_LIMITS } from '../import/limits.js';
import type { RawQuestion } from '../import/raw-question.js';
import type { KeyEntry } from './text/answer-key.js';
import type { Block } from './text/document.js';
import { textLine, textLines, type TextLine } from './text/line.js';
import { matchKey } from './text/match-key.js';
import { parseBlock, type BlockRefusal } from './text/parse-block.js';
import { segment } from './text/segment.js';

/** What a reader of blocks found: questions as texts, and blocks that are none. */
export interface ReadBlocks {
  readonly questions: readonly RawQuestion[];
  readonly refused: readonly RefusedItem[];
  readonly problems: readonly ImportProblem[];
  /** Blocks of the text, also where they are too many to be read. */
  readonly count: number;
}

/** Remarks before the first question may be among the blocks, too. */
const MAX_BLOCKS = IMPORT_LIMITS.questions + 50;

/** Reads text as people paste it. Line numbers are those of the text. */
export function readPastedText(text: string, repairs: ImportChoices['repairs'] = {}): ReadBlocks {
  return readTextLines(textLines(text), repairs);
}

/**
 * Reads lines by the grammar (heading | question | blank)*. A block that cannot be read is refused with its whole text
 * and does not disturb the others. `repairs` replaces the text of a block by its ref. More blocks than an import may have
 * are only counted.
 */
export function readTextLines(lines: readonly TextLine[], repairs: ImportChoices['repairs'] = {}): ReadBlocks {
  const { blocks, key, loose } = segment(lines);
  if (blocks.length > MAX_BLOCKS) return { questions: [], refused: [], problems: [], count: blocks.length };
  const { entryOf, unmatched } = matchKey({ blocks, key });
  const items = blocks.flatMap((block) => repaired(block, repairs)).map((placed) => read(placed, entryOf));
  const first = items.findIndex((item) => !isPreface(item));
  const kept = first < 0 ? [] : items.slice(first);
  return {
    questions: kept.flatMap(({ raw }) => (raw ? [raw] : [])),
    refused: kept.flatMap(({ refused }) => (refused ? [refused] : [])),
    problems: [
      ...kept.flatMap(({ problems }) => problems),
      ...skippedNumbers(kept),
      ...(kept.length > 0 ? [...looseText(loose), ...unmatched.slice(0, MAX_NOTICES).map(unmatchedKey)] : []),
    ],
    count: kept.length,
  };
}

interface PlacedBlock {
  readonly ref: string;
  readonly block: Block;
  /** The block as it is in the file: entries of a key belong to it. */
  readonly original: Block;
}

interface ReadItem extends PlacedBlock {
  readonly raw?: RawQuestion | undefined;
  readonly refused?: RefusedItem | undefined;
  readonly problems: readonly ImportProblem[];
}

/** The block, or the blocks that the new text of it makes. */
function repaired(block: Block, repairs: ImportChoices['repairs'] = {}): PlacedBlock[] {
  const ref = `l${lineOf(block)}`;
  const text = Object.hasOwn(repairs, ref) ? repairs[ref]?.block : undefined;
  if (text === undefined) return [{ ref, block, original: block }];
  const lines = textLines(text).map((line, n) => textLine(lineOf(block) + n, line.text));
  const parts = segment(lines).blocks;
  const blocks = parts.length > 0 ? parts : [{ lines, number: undefined, section: block.section }];
  return blocks.map((part, n) => ({
    ref: n === 0 ? ref : `${ref}.${n + 1}`,
    block: { ...part, section: block.section },
    original: block,
  }));
}

function read(placed: PlacedBlock, entryOf: ReadonlyMap<Block, KeyEntry>): ReadItem {
  const { ref, block, original } = placed;
  const where = { line: lineOf(block) };
  const cells: RawCell[] = [{ meaning: 'block', label: '原文', text: textOf(block) }];
  const parsed = parseBlock(block, ref.includes('.') ? undefined : entryOf.get(original));
  const problems = block.lines.some(({ hasPicture }) => hasPicture)
    ? [importProblem('notice', 'picture_left_out', { where, ref, found: block.lines[0]?.text })]
    : [];
  if ('question' in parsed) {
    const { question, note } = parsed;
    if (note) problems.push(importProblem('notice', note, { where, ref, found: question.answerText }));
    return { ...placed, raw: { ref, where, row: where.line, ...question, cells }, problems };
  }
  return {
    ...placed,
    refused: { ref, where, cells },
    problems: [...problems, refusal(parsed.refusal, ref, where.line)],
  };
}

function refusal({ code, found, values }: BlockRefusal, ref: string, line: number): ImportProblem {
  return importProblem('refusal', code, { where: { line }, ref, found, values: { found, ...values } });
}

/** Numbered remarks before the first question: nothing in them asks or answers. */
function isPreface({ raw, block }: ReadItem): boolean {
  if (!raw || block.section.kind) return false;
  const asks = raw.options.length > 0 || (raw.answerText ?? '') !== '' || raw.typeHint || raw.typeText;
  return !asks && !/[(（【]\s*[)）】]|[_＿]{2,}|[?？]/u.test(raw.stem);
}

/** A number that is missing may be a question that ran into the one before it. */
function skippedNumbers(items: readonly ReadItem[]): ImportProblem[] {
  return items.flatMap(({ ref, block, original }, n) => {
    const before = items[n - 1]?.block;
    const from = before?.number;
    const to = block.number;
    const isRun = before?.section === block.section && from !== undefined && to !== undefined && original === block;
    if (!isRun || to <= from + 1) return [];
    const where = { line: lineOf(block) };
    return [
      importProblem('notice', 'number_skipped', { where, ref, found: block.lines[0]?.text, values: { from, to } }),
    ];
  });
}

const REMARK = /^\s*[(（【[].*[)）】\]]\s*$|每[小]?题|本[大]?题|满分|共.{1,8}[题分]/u;
const MIN_LOOSE = 10;
/** Notices of one kind about parts that are no question; more of them tell nobody anything. */
const MAX_NOTICES = 50;

function looseText(lines: readonly TextLine[]): ImportProblem[] {
  const telling = lines.filter(({ text }) => text.trim().length >= MIN_LOOSE && !REMARK.test(text));
  return telling
    .filter(({ no }, n) => telling[n - 1]?.no !== no - 1)
    .slice(0, MAX_NOTICES)
    .map(({ no, text }) => importProblem('notice', 'text_left_over', { where: { line: no }, found: text }));
}

function unmatchedKey({ line, number, answer }: KeyEntry): ImportProblem {
  const found = `${number}. ${answer}`;
  return importProblem('notice', 'key_unmatched', { where: { line }, found, values: { number, answer } });
}

function lineOf({ lines }: Block): number {
  return lines[0]?.no ?? 1;
}

function textOf({ lines }: Block): string {
  return lines
    .map(({ text }) => text)
    .join('\n')
    .trim();
}
