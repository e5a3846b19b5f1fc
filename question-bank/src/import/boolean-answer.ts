import { bareAnswer, type LetteredOption } from './choice-answer.js';
import type { ImportProblemCode } from './import-result.js';
import { truthOf, truthOptions } from './truth-words.js';

export type BooleanReading =
  | { readonly ok: true; readonly value: boolean }
  | { readonly ok: false; readonly code: ImportProblemCode; readonly letter?: string };

/**
 * The verdict of a true/false question: a word or mark, the letter of an option, or 1/0 and 1/2. A means true when
 * there are no options or when the first option says so; files that list 错 first are taken at their word.
 */
export function readBoolean(answer: string, options: readonly LetteredOption[]): BooleanReading {
  const verdicts = truthOptions(options.map(({ text }) => text));
  if (options.length > 0 && verdicts === undefined) return { ok: false, code: 'boolean_options' };
  const bare = bareAnswer(answer);
  const word = truthOf(bare) ?? spelled(bare, options, verdicts);
  if (word !== undefined) return { ok: true, value: word };
  const text = bare.normalize('NFKC').toUpperCase().replace(/\s/gu, '');
  if (/^[A-J]$/u.test(text)) return byLetter(text, options, verdicts);
  if (/^[012]$/u.test(text)) return byNumber(text, verdicts);
  return { ok: false, code: 'boolean_unreadable' };
}

type Verdicts = readonly [boolean, boolean] | undefined;

/** `A.正确`: the letter has to be that of the option with this verdict. */
function spelled(answer: string, options: readonly LetteredOption[], verdicts: Verdicts): boolean | undefined {
  const match = /^([AB])[.、:)\s]*(.+)$/iu.exec(answer.normalize('NFKC'));
  const verdict = match && truthOf(match[2] ?? '');
  if (!match || verdict === undefined || verdict === null) return undefined;
  const letter = (match[1] ?? '').toUpperCase();
  const expected = verdicts === undefined ? letter === 'A' : verdicts[letter === options[0]?.letter ? 0 : 1];
  return verdict === expected ? verdict : undefined;
}

function byLetter(letter: string, options: readonly LetteredOption[], verdicts: Verdicts): BooleanReading {
  if (verdicts === undefined) {
    if (letter === 'A' || letter === 'B') return { ok: true, value: letter === 'A' };
    return { ok: false, code: 'boolean_unreadable' };
  }
  const position = options.findIndex((option) => option.letter === letter);
  const value = verdicts[position];
  return value === undefined ? { ok: false, code: 'answer_beyond_options', letter } : { ok: true, value };
}

/** 1 is true; with 错 listed first it may as well be the first option. */
function byNumber(digit: string, verdicts: Verdicts): BooleanReading {
  const value = digit === '1';
  if (digit !== '0' && verdicts?.[0] === false) return { ok: false, code: 'answer_ambiguous' };
  return { ok: true, value };
}
