import type { Attempt, SavedAnswer } from '@anquanli/contract/contest';
import type { Choice } from '@anquanli/contract/question';

/** Choices on their way, by line: what this phone has and the server has not acknowledged. */
export type Pending = Readonly<Record<number, Choice>>;

/** A paper on this phone. */
export interface PaperState {
  readonly attempt: Attempt;
  readonly pending: Pending;
}

/** What a line is answered with now: the newest that this phone knows. */
export function choiceOn({ attempt, pending }: PaperState, lineNo: number): Choice | null {
  return pending[lineNo] ?? attempt.answers.find((answer) => answer.lineNo === lineNo)?.choice ?? null;
}

export function answeredLines(state: PaperState): number[] {
  return state.attempt.questions.flatMap(({ lineNo }) => (choiceOn(state, lineNo) === null ? [] : [lineNo]));
}

/** The first line without an answer; the last one when there is none. */
export function firstOpenLine(state: PaperState): number {
  const open = state.attempt.questions.find(({ lineNo }) => choiceOn(state, lineNo) === null);
  return open?.lineNo ?? Math.max(1, state.attempt.questions.length);
}

export function withPending(state: PaperState, lineNo: number, choice: Choice): PaperState {
  return { ...state, pending: { ...state.pending, [lineNo]: choice } };
}

/** An acknowledgement: the choice is no longer on its way, unless another one has taken its place meanwhile. */
export function withSaved(state: PaperState, sent: Choice, saved: SavedAnswer): PaperState {
  const { lineNo } = saved;
  const isStillThat = isSameChoice(state.pending[lineNo], sent);
  const answers = [...state.attempt.answers.filter((answer) => answer.lineNo !== lineNo), saved];
  return {
    attempt: { ...state.attempt, answers: answers.sort((a, b) => a.lineNo - b.lineNo) },
    pending: isStillThat ? withoutLine(state.pending, lineNo) : state.pending,
  };
}

export function withoutLine(pending: Pending, lineNo: number): Pending {
  return Object.fromEntries(Object.entries(pending).filter(([key]) => Number(key) !== lineNo));
}

/** The attempt as the server has it now; choices that it has already are no longer on their way. */
export function withAttempt(pending: Pending, attempt: Attempt): PaperState {
  const open = attempt.state === 'open' ? Object.entries(pending) : [];
  const left = open.filter(([lineNo, choice]) => {
    const saved = attempt.answers.find((answer) => answer.lineNo === Number(lineNo));
    return saved === undefined || !isSameChoice(saved.choice, choice);
  });
  return { attempt, pending: Object.fromEntries(left) };
}

export function isSameChoice(a: Choice | undefined, b: Choice | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
