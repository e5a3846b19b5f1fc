import type { ImportQuestion } from './import-types';

export interface PhoneOption {
  readonly id: string;
  readonly text: string;
  readonly isRight: boolean;
}

/** What a phone offers to choose from, with the right ones marked; an ordering in its right order; none for other kinds. */
export function phoneOptions(question: ImportQuestion, words: { yes: string; no: string }): readonly PhoneOption[] {
  switch (question.type) {
    case 'single':
      return question.options.map(({ id, text }) => ({ id, text, isRight: id === question.answer.option }));
    case 'multiple':
      return question.options.map(({ id, text }) => ({ id, text, isRight: question.answer.options.includes(id) }));
    case 'boolean':
      return [
        { id: 'true', text: words.yes, isRight: question.answer.value },
        { id: 'false', text: words.no, isRight: !question.answer.value },
      ];
    case 'ordering':
      return question.answer.order.flatMap((id) => {
        const option = question.options.find((each) => each.id === id);
        return option === undefined ? [] : [{ id, text: option.text, isRight: true }];
      });
    case 'numeric':
    case 'text':
    case 'hotspot':
      return [];
  }
}

/** The answer of a kind without options, in one line. */
export function phoneAnswer(question: ImportQuestion): string | null {
  switch (question.type) {
    case 'numeric': {
      const ranges = question.answer.accept.map(({ min, max }) => (min === max ? String(min) : `${min}–${max}`));
      return [ranges.join(' / '), question.answer.unit ?? ''].join(' ').trim();
    }
    case 'text':
      return question.answer.blanks.map(({ accept }) => accept.join(' / ')).join('；');
    case 'hotspot':
      return question.answer.regions.map(({ label }) => label).join('、');
    default:
      return null;
  }
}
