import type { Key } from '@anquanli/contract/question';
import type { PlayedQuestion } from './question.js';

/**
 * Names all options by the place in which they are shown, o1 … on, in the key too: ids of the bank, which are the same in every paper,
 * would let people pass answers on. Kinds without options, and those whose parts are named by their mixing already, stay as they are.
 */
export function renameOptions(question: PlayedQuestion): PlayedQuestion {
  if (question.kind !== 'single' && question.kind !== 'multiple') return question;
  const nameOf = new Map(question.options.map(({ id }, index) => [id, `o${index + 1}`]));
  const named = (id: string) => nameOf.get(id) ?? id;
  return {
    ...question,
    options: question.options.map((option) => ({ ...option, id: named(option.id) })),
    key: renamedKey(question.key, named),
  };
}

function renamedKey(key: Key, named: (id: string) => string): Key {
  if (key.kind === 'single') return { ...key, option: named(key.option) };
  // In the order of the screen: the bank's own order might tell more than it should.
  if (key.kind === 'multiple') return { ...key, options: key.options.map(named).sort(byNumber) };
  return key;
}

function byNumber(a: string, b: string): number {
  return Number(a.slice(1)) - Number(b.slice(1));
}
