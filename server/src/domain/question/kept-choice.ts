import type { AnswerForm, Choice } from '@anquanli/contract/question';
import { roundedTo } from './numbers.js';

/** A tenth of a thousandth of the picture: less than a pixel of any that is shown. */
const POINT_DECIMALS = 4;

/**
 * An admitted choice as it is stored, scored and shown: taps and numbers without digits that nobody can see, typed texts
 * without characters that nobody can see. So bound, no choice is longer than {@link CHOICE_CHARS} as JSON.
 */
export function keptChoice(choice: Choice, form: AnswerForm | null): Choice {
  switch (choice.kind) {
    case 'numeric':
      return { kind: 'numeric', value: roundedTo(choice.value, form?.kind === 'numeric' ? form.decimals : 0) };
    case 'text':
      return { kind: 'text', blanks: choice.blanks.map(seen) };
    case 'hotspot':
      return {
        ...choice,
        points: choice.points.map(([x, y]) => [roundedTo(x, POINT_DECIMALS), roundedTo(y, POINT_DECIMALS)]),
      };
    default:
      return choice;
  }
}

/** Control characters and halves of characters leave a gap, what has no width of its own leaves nothing. */
function seen(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}]/gu, ' ').replace(/\p{Cf}/gu, '');
}

/** Room of the column that holds a choice as JSON, in characters. */
export const CHOICE_CHARS = 1_200;
