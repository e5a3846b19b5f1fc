import type { QuestionType } from '../schema.js';
import { bareAnswer, readChoice, type LetteredOption } from './choice-answer.js';
import type { Findings } from './findings.js';
import type { ImportChoices } from './import-result.js';
import type { RawQuestion } from './raw-question.js';
import { blanksIn } from './stem-key.js';
import { truthOf, truthOptions } from './truth-words.js';
import { readTypeText, type TypeNote, type TypeReading } from './type-words.js';

/** What the kind of a question is decided from; texts are clean. */
export interface TypeEvidence {
  readonly typeText: string;
  readonly typeHint?: QuestionType | undefined;
  readonly stem: string;
  readonly options: readonly (LetteredOption & { readonly isCorrect?: boolean | undefined })[];
  readonly answer: string;
  readonly style?: RawQuestion['answerStyle'];
}

export interface DecidedType {
  readonly type: QuestionType;
  readonly note?: TypeNote | undefined;
  /** `column` and `heading` say it themselves; `content` is read off answer and options. */
  readonly from: 'column' | 'heading' | 'content';
}

/** What codes of the type column mean, by code: decided by the admin or resolved for the whole file. */
export interface TypeDecisions {
  readonly choices: Pick<ImportChoices, 'typeCodes'>;
  readonly typeCodes?: ReadonlyMap<string, QuestionType | null> | undefined;
}

/** The kind of a question: its column, else its heading, else what answer and options leave no doubt about. */
export function decideType(
  evidence: TypeEvidence,
  decisions: TypeDecisions,
  findings: Findings,
): DecidedType | undefined {
  const reading = readTypeText(evidence.typeText);
  const written = reading && fromColumn(reading, evidence, decisions);
  if (written !== undefined) {
    const { typeHint } = evidence;
    if (typeHint !== undefined && typeHint !== written.type) findings.note('type_differs', evidence.typeText);
    return written;
  }
  if (reading !== undefined && reading.is !== 'choice') {
    refuseType(reading, evidence.typeText, findings);
    return undefined;
  }
  if (evidence.typeHint !== undefined) return { type: evidence.typeHint, from: 'heading' };
  const type = reading ? choiceType(evidence) : typeOfContent(evidence);
  if (type === undefined) findings.refuse('type_unclear', evidence.typeText);
  return type && { type, from: 'content' };
}

function fromColumn(
  reading: TypeReading,
  { typeText }: TypeEvidence,
  { choices, typeCodes }: TypeDecisions,
): DecidedType | undefined {
  const code = 'code' in reading ? reading.code : typeText.trim();
  const chosen = Object.hasOwn(choices.typeCodes ?? {}, code) ? choices.typeCodes?.[code] : undefined;
  if (chosen !== undefined) return { type: chosen, from: 'column' };
  if (reading.is === 'type') return { type: reading.type, note: reading.note, from: 'column' };
  const resolved = 'code' in reading ? typeCodes?.get(code) : undefined;
  return resolved ? { type: resolved, from: 'column' } : undefined;
}

function refuseType(reading: TypeReading, typeText: string, findings: Findings): void {
  const code =
    reading.is === 'code' ? 'type_code_undecided' : reading.is === 'unknown' ? 'type_unknown' : 'type_unsupported';
  findings.refuse(code, typeText, { type: typeText });
}

/** The kind that answer and options leave no doubt about; undefined when there is any. */
function typeOfContent(evidence: TypeEvidence): QuestionType | undefined {
  const { options, answer, stem } = evidence;
  if (options.length > 0) {
    const isVerdict = truthOptions(options.map(({ text }) => text)) !== undefined;
    return isVerdict ? 'boolean' : choiceType(evidence);
  }
  const bare = bareAnswer(answer);
  const { lines, brackets } = blanksIn(stem);
  // 1 and 0 may be numbers, A and B options that got lost.
  if (truthOf(bare) !== undefined && lines === 0) return 'boolean';
  const isLetters = /^[A-J](?:(?:[\s,、;./|&+~〜∼‐‒–—―−至到或和及与-]|or)*[A-J])*$/iu.test(bare.normalize('NFKC'));
  return lines + brackets > 0 && bare !== '' && !isLetters ? 'text' : undefined;
}

/** Single or multiple by the number of right options; all of them in some order may be an ordering as well. */
function choiceType(evidence: TypeEvidence): QuestionType | undefined {
  const { options } = evidence;
  if (options.length < 2) return undefined;
  const marked = options.filter(({ isCorrect }) => isCorrect).length;
  const count = evidence.answer === '' ? marked : countOf(evidence);
  if (count === 0 || (count === options.length && marked === 0)) return undefined;
  return count === 1 ? 'single' : 'multiple';
}

function countOf({ answer, options, style }: TypeEvidence): number {
  const reading = readChoice({ answer, options, style });
  if (reading.ok) return reading.picks.length;
  // What is wrong with the answer is told better by the kind it looks like than by “the kind is unclear”.
  const letters = new Set(answer.normalize('NFKC').toUpperCase().match(/[A-J]/gu) ?? []);
  return reading.code === 'answer_beyond_options' ? Math.min(letters.size, options.length - 1) || 1 : 1;
}
