import type { QuestionType } from '../schema.js';
import { bareAnswer, readChoice } from './choice-answer.js';
import { cleanText } from './clean-text.js';
import { findingsOf } from './findings.js';
import type { ImportChoices, TypeCode } from './import-result.js';
import { readOptions } from './own-options.js';
import type { RawQuestion } from './raw-question.js';
import { blanksIn, stemKeys } from './stem-key.js';
import { truthOf, truthOptions } from './truth-words.js';
import { readTypeText } from './type-words.js';

/** Beyond this share of rows that say something else, the code contradicts itself. */
const MIN_AGREEMENT = 0.9;

/**
 * The codes and unknown words of a type column with what answers and options of their rows suggest. Systems disagree on
 * numbers (1 is 单选 or 判断), so each stays unconfirmed until the admin says so.
 */
export function resolveTypeCodes(raws: readonly RawQuestion[], choices: ImportChoices): TypeCode[] {
  const rows = new Map<string, RawQuestion[]>();
  for (const raw of raws) {
    const code = codeOf(raw);
    if (code === undefined) continue;
    const members = rows.get(code);
    if (members) members.push(raw);
    else rows.set(code, [raw]);
  }
  return [...rows].map(([code, members]) => {
    const chosen = Object.hasOwn(choices.typeCodes ?? {}, code) ? choices.typeCodes?.[code] : undefined;
    const suggested = suggestionOf(members);
    return {
      code,
      count: members.length,
      suggested,
      meaning: chosen ?? suggested,
      isConfirmed: chosen !== undefined,
    };
  });
}

/** What the codes mean, for {@link interpret}. */
export function typeMeanings(codes: readonly TypeCode[]): ReadonlyMap<string, QuestionType | null> {
  return new Map(codes.map(({ code, meaning }) => [code, meaning]));
}

function codeOf(raw: RawQuestion): string | undefined {
  const reading = readTypeText(cleanText(raw.typeText ?? '').text);
  return reading && 'code' in reading ? reading.code : undefined;
}

function suggestionOf(raws: readonly RawQuestion[]): QuestionType | null {
  const votes = new Map<QuestionType, number>();
  let voters = 0;
  for (const raw of raws) {
    const type = evidenceOf(raw);
    if (type === undefined) continue;
    voters += 1;
    votes.set(type, (votes.get(type) ?? 0) + 1);
  }
  const [best] = [...votes].sort(([, a], [, b]) => b - a);
  return best !== undefined && best[1] / voters >= MIN_AGREEMENT ? best[0] : null;
}

/** What one row looks like; undefined when it says nothing. */
function evidenceOf(raw: RawQuestion): QuestionType | undefined {
  const options = readOptions(raw.options, findingsOf(raw));
  const stem = cleanText(raw.stem).text;
  const written = bareAnswer(cleanText(raw.answerText ?? '').text);
  const answer = written === '' ? (stemKeys(stem)[0]?.text ?? '') : written;
  if (options.length === 0) return withoutOptions(answer, stem);
  if (truthOptions(options.map(({ text }) => text))) return 'boolean';
  const marked = options.filter(({ isCorrect }) => isCorrect).length;
  const reading = readChoice({ answer, options, style: raw.answerStyle });
  const count = answer === '' ? marked : reading.ok ? reading.picks.length : 0;
  if (count === 0) return undefined;
  if (count === 1) return 'single';
  const isShuffled = reading.ok && reading.picks.some((pick, n) => n > 0 && pick < (reading.picks[n - 1] ?? 0));
  return count === options.length && isShuffled ? 'ordering' : 'multiple';
}

function withoutOptions(answer: string, stem: string): QuestionType | undefined {
  const { lines, brackets } = blanksIn(stem);
  if (answer === '') return undefined;
  const isVerdict = truthOf(answer) !== undefined || /^[ABＡＢ12０１２0]$/iu.test(answer);
  if (isVerdict && lines === 0) return 'boolean';
  return lines + brackets > 0 && !isVerdict ? 'text' : undefined;
}
