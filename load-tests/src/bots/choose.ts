import type { Choice, QuestionView } from '@anquanli/contract/question';

/** What somebody who guesses would choose: any option, or for multiple choice each with even odds and at least one. */
export function choose(question: Pick<QuestionView, 'kind' | 'options'>, random: () => number): Choice {
  const ids = question.options.map(({ id }) => id);
  const any = () => ids[Math.floor(random() * ids.length)] ?? '';
  switch (question.kind) {
    case 'single':
      return { kind: 'single', option: any() };
    case 'boolean':
      return { kind: 'boolean', value: random() < 0.5 };
    case 'multiple': {
      const chosen = ids.filter(() => random() < 0.5);
      return { kind: 'multiple', options: chosen.length > 0 ? chosen : [any()] };
    }
  }
}
