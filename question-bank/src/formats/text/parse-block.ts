import { answerToken, sameAnswer } from './answer-token.js';
import type { KeyEntry } from './answer-key.js';
import { gather, type Gathered } from './gather.js';
import type { Block } from './document.js';
import { cleanStem, type CleanStem } from './stem.js';
import { lineNumber } from './numbers.js';
import { trimmed, type Piece } from './line.js';
import { markedOptions } from './marked-options.js';
import type { RawQuestion } from '../../import/raw-question.js';
import type { ImportProblemCode } from '../../import/import-result.js';

/** Why a block did not become a question. */
export interface BlockRefusal {
  readonly code: ImportProblemCode;
  readonly found: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** The question of a block, without its place; or why there is none. */
export type ParsedBlock =
  | {
      readonly question: Omit<RawQuestion, 'ref' | 'where' | 'row' | 'cells'>;
      /** Its answer was found where somebody should look at it. */
      readonly note?: ImportProblemCode | undefined;
    }
  | { readonly refusal: BlockRefusal };

const MAX_BLOCK = 20_000;

/** Reads the lines of one question. `key` is its entry in a key apart from the questions. */
export function parseBlock(block: Block, key: KeyEntry | undefined): ParsedBlock {
  const length = block.lines.reduce((sum, { text }) => sum + text.length, 0);
  if (length > MAX_BLOCK) return refused('block_too_long', block.lines[0]?.text ?? '', { length, max: MAX_BLOCK });
  const gathered = gather(block.lines);
  if (gathered.brokenAt) return refused('option_letters', gathered.brokenAt.line, { letter: gathered.brokenAt.letter });
  const { options, answer: markedAnswer } = markedOptions(gathered.options);
  const { lead, piece } = numbered(gathered.stem, block.number !== undefined);
  const stem = cleanStem(piece, {
    options: options.length,
    hasAnswer: [lead, markedAnswer, gathered.fields.answer, key?.answer].some(
      (each) => each !== undefined && each !== '',
    ),
    isFillIn: block.section.kind?.type === 'text',
  });
  const answer = oneAnswer(gathered, stem, [lead, markedAnswer], key);
  if ('code' in answer) return { refusal: answer };
  const kind = stem.kind ?? block.section.kind;
  return {
    note: answer.isUnderlined ? 'answer_from_underline' : undefined,
    question: {
      stem: stem.text,
      options,
      typeHint: kind?.type ?? undefined,
      typeText: gathered.fields.type ?? (kind?.type === null ? kind.word : undefined),
      answerText: answer.text,
      announcedAnswers: stem.announcedAnswers,
      explanation: gathered.fields.explanation ?? key?.labelled.explanation,
      sourceText: gathered.fields.source ?? key?.labelled.source,
      difficultyText: gathered.fields.difficulty ?? key?.labelled.difficulty,
      categoryText: gathered.fields.category ?? key?.labelled.category ?? block.section.title,
      tagsText: gathered.fields.tags,
      timeLimitText: gathered.fields['time-limit'],
    },
  };
}

function refused(code: ImportProblemCode, found: string, values?: BlockRefusal['values']): ParsedBlock {
  return { refusal: { code, found, ...(values ? { values } : {}) } };
}

/** The stem without its number, and the answer in a bracket before the number. */
function numbered(stem: Piece, isNumbered: boolean): { readonly lead: string | undefined; readonly piece: Piece } {
  const number = isNumbered ? lineNumber(trimmed(stem)) : undefined;
  if (!number) return { lead: undefined, piece: stem };
  return { lead: answerToken(number.before ?? '')?.text, piece: number.rest };
}

/** The answer that all places agree on; a refusal where they contradict each other. */
function oneAnswer(
  { fields }: Gathered,
  { answers, filled }: CleanStem,
  others: readonly (string | undefined)[],
  key: KeyEntry | undefined,
): { readonly text: string | undefined; readonly isUnderlined: boolean } | BlockRefusal {
  const written = fields.answer === undefined || fields.answer === '' ? undefined : fields.answer;
  const named = [...others, written, key?.answer].filter((each) => each !== undefined);
  if (answers.length > 1 && named.length === 0) {
    return { code: 'answer_brackets_differ', found: answers.join(' / ') };
  }
  // Brackets that contradict each other may be part of the question; what is named as the answer decides.
  const all = answers.length === 1 ? [...answers, ...named] : named;
  const [first] = all;
  const other = all.find((each) => !sameAnswer(each, first ?? ''));
  if (first !== undefined && other !== undefined) {
    return { code: 'answer_conflict', found: `${first} / ${other}`, values: { first, other } };
  }
  const text = written ?? first;
  const isUnderlined = text === undefined && filled.length > 0;
  return { text: isUnderlined ? JSON.stringify(filled.map((each) => [each])) : text, isUnderlined };
}
