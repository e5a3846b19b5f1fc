import type { RawQuestion } from '../import/raw-question.js';

const NUMBERS = /^\d{1,2}(?:[\s,，、;；]+\d{1,2})*$/u;

/**
 * Whether the answers of a sheet are numbers of options. They are when every answer of a question with options is made
 * of numbers that its options have, and at least one is not the text of an option; a single doubt leaves it open.
 */
export function withAnswerStyle(raws: readonly RawQuestion[]): RawQuestion[] {
  const choices = raws.filter(({ options, answerText }) => options.length >= 2 && answerText !== undefined);
  const areNumbers = choices.length > 0 && choices.every(isByNumber) && choices.some((raw) => !isByText(raw));
  return areNumbers ? raws.map((raw) => ({ ...raw, answerStyle: raw.answerStyle ?? 'numbers' })) : [...raws];
}

function isByNumber({ answerText = '', options }: RawQuestion): boolean {
  const text = answerText.normalize('NFKC').trim();
  const numbers = text.split(/[\s,、;]+/u).map(Number);
  return NUMBERS.test(text) && numbers.every((n) => n >= 1 && n <= options.length);
}

function isByText({ answerText = '', options }: RawQuestion): boolean {
  return options.some(({ text }) => text.trim() === answerText.trim());
}
