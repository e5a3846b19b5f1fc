import type { BankQuestion } from '@anquanli/contract/question-bank';

const TRUTHS = [
  { id: 'true', text: '对' },
  { id: 'false', text: '错' },
];

/** The options as a phone shows them in Chinese, and which of them are right. */
export function optionsOf({ kind, options, key }: BankQuestion): { text: string; isRight: boolean }[] {
  const right = rightIds(key);
  const shown = kind === 'boolean' ? TRUTHS : options;
  return shown.map(({ id, text }) => ({ text: text ?? '', isRight: right.includes(id) }));
}

export const rightTexts = (question: BankQuestion) => textsOf(question, true);
export const wrongTexts = (question: BankQuestion) => textsOf(question, false);

/** The steps of an ordering, the first one first. */
export function rightOrder({ options, key }: BankQuestion): string[] {
  if (key.kind !== 'ordering') return [];
  return key.order.map((id) => options.find((option) => option.id === id)?.text ?? '');
}

function textsOf(question: BankQuestion, isRight: boolean): string[] {
  return optionsOf(question)
    .filter((option) => option.isRight === isRight)
    .map((option) => option.text);
}

function rightIds(key: BankQuestion['key']): string[] {
  switch (key.kind) {
    case 'single':
      return [key.option];
    case 'multiple':
      return [...key.options];
    case 'boolean':
      return [String(key.value)];
    default:
      return [];
  }
}
