import type { Key } from '@anquanli/contract/question';
import type { StoredQuestion } from '../../questions/questions.api.js';

/** The bank's answer in the words of the wire. Kinds that no live round plays yet have no key here. */
export function keyOf(question: StoredQuestion): Key {
  switch (question.type) {
    case 'single':
      return { kind: 'single', option: question.answer.option };
    case 'multiple':
      return { kind: 'multiple', options: question.answer.options };
    case 'boolean':
      return { kind: 'boolean', value: question.answer.value };
    default:
      throw new Error(`a question of kind ${question.type} has no key in a live round`);
  }
}
