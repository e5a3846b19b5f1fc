/** Answers as they stand in brackets, after labels and in keys. All patterns are for folded text. */

/** A stroke (`A/D`) may mean “or”, two stops (`A..D`) “to”: no such thing is an answer. */
const LETTERS = String.raw`[A-Ja-j](?:(?!\.\.)[\s,、;.和及]{0,2}[A-Ja-j]){0,9}`;
const VERDICT = String.raw`√|×|正确|错误|对|错|是|否|[TFYN]|true|false`;

const WHOLE_LETTERS = new RegExp(String.raw`^\s*(${LETTERS})\s*$`, 'u');
const WHOLE_VERDICT = new RegExp(String.raw`^\s*(${VERDICT})\s*$`, 'iu');

export type AnswerToken = { readonly kind: 'letters' | 'verdict'; readonly text: string };

/** What a short text says as an answer; undefined when it is anything else. T and F are verdicts, A–E letters. */
export function answerToken(folded: string): AnswerToken | undefined {
  if (folded.length > 40) return undefined;
  const verdict = WHOLE_VERDICT.exec(folded)?.[1];
  if (verdict !== undefined) return { kind: 'verdict', text: verdict };
  const letters = WHOLE_LETTERS.exec(folded)?.[1];
  if (letters === undefined) return undefined;
  const plain = letters.replace(/[^A-Ja-j]/gu, '').toUpperCase();
  return { kind: 'letters', text: plain };
}

/** Whether two answers say the same: letters in any order, verdicts in any spelling. */
export function sameAnswer(one: string, other: string): boolean {
  const [a, b] = [comparable(one), comparable(other)];
  return a === b;
}

const TRUE_WORDS = new Set(['√', '正确', '对', '是', 't', 'y', 'true']);
const FALSE_WORDS = new Set(['×', '错误', '错', '否', 'f', 'n', 'false']);

function comparable(folded: string): string {
  const token = answerToken(folded);
  if (token?.kind === 'letters') return [...new Set(token.text)].sort().join('');
  const word = (token?.text ?? folded).trim().toLowerCase();
  if (TRUE_WORDS.has(word)) return 'true';
  return FALSE_WORDS.has(word) ? 'false' : word.replace(/\s+/gu, '');
}
