import type { Choice, Revelation } from '@anquanli/contract/question';
import type { Verdict } from '@anquanli/contract/vocabulary';
import type { Asked } from './asked';
import type { Selection } from './selection';

/** How every input of a question is driven; none of them knows who asks. */
export interface InputProps {
  readonly question: Asked;
  /** What is selected, or was sent; null while nothing is. */
  readonly selection: Selection | null;
  /** Nothing can be changed any more. */
  readonly isFixed: boolean;
  onChange(next: Selection): void;
  /** Enter in a field: the same as the button. */
  onSubmit(): void;
}

/** The truth about a question beside what this person answered. */
export interface AnswerProps {
  readonly question: Asked;
  readonly revelation: Pick<Revelation, 'key'>;
  readonly choice: Choice | null;
  /** How the server judged the answer, where that is known. */
  readonly verdict?: Verdict | null;
}
