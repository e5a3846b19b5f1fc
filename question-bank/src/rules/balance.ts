import { normalise } from '../normalise.js';
import type { QuestionOf, QuestionSet } from '../schema.js';
import { livingQuestions, problemAt, type Rule } from '../set-under-check.js';

/** No letter may be right in more than this share of the four-option singles. */
export const MAX_SHARE_OF_LETTER = 0.35;
/** The right option may stand out as the longest in at most this share of the singles; chance gives about a quarter. */
export const MAX_SHARE_OF_LONGEST = 0.4;
/** With fewer questions, shares say nothing. */
export const MIN_QUESTIONS_FOR_SHARES = 20;
/** One character more is not seen. */
const SEEN_AS_LONGER = 2;

function singles(set: QuestionSet): QuestionOf<'single'>[] {
  return livingQuestions(set).filter((question) => question.type === 'single');
}

/** How often each of the letters A to D is right among the singles with four options. */
export function keyLetters(set: QuestionSet): { letter: string; count: number }[] {
  const counts = [0, 0, 0, 0];
  for (const { options, answer } of singles(set)) {
    if (options.length !== counts.length) continue;
    const at = options.findIndex(({ id }) => id === answer.option);
    if (at >= 0) counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts.map((count, n) => ({ letter: 'ABCD'.charAt(n), count }));
}

/** Singles in which the right option is visibly longer than every other. */
export function longestKeys(set: QuestionSet): { longest: number; of: number } {
  const all = singles(set).filter(({ options }) => options.length > 2);
  const longest = all.filter(({ options, answer }) => {
    const length = (text: string) => [...normalise(text)].length;
    const right = options.filter(({ id }) => id === answer.option).map(({ text }) => length(text));
    const wrong = options.filter(({ id }) => id !== answer.option).map(({ text }) => length(text));
    return Math.min(...right) >= Math.max(...wrong) + SEEN_AS_LONGER;
  });
  return { longest: longest.length, of: all.length };
}

/** Neither the place nor the length of an option tells that it is right. */
export const balance: Rule = ({ set, setFile }) => {
  const letters = keyLetters(set);
  const four = letters.reduce((sum, { count }) => sum + count, 0);
  const percent = (count: number, of: number) => `${Math.round((100 * count) / of)} %`;
  const problems = letters
    .filter(({ count }) => four >= MIN_QUESTIONS_FOR_SHARES && count > MAX_SHARE_OF_LETTER * four)
    .map(({ letter, count }) => {
      const found = `${letter} is right in ${count} of ${four} singles with four options (${percent(count, four)}).`;
      const remedy = 'Change the order of options (ids stay with their texts) until every letter is at most 35 %.';
      return problemAt({ file: setFile }, 'key_position_unbalanced', found, remedy);
    });
  const { longest, of } = longestKeys(set);
  if (of >= MIN_QUESTIONS_FOR_SHARES && longest > MAX_SHARE_OF_LONGEST * of) {
    const found = `The right option is visibly the longest in ${longest} of ${of} singles (${percent(longest, of)}).`;
    const remedy = 'Shorten right options or make wrong ones as exact, until it is at most 40 %.';
    problems.push(problemAt({ file: setFile }, 'key_is_longest', found, remedy));
  }
  return problems;
};
