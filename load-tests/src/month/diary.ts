/** One paper as the phone that answered it knows it. */
export interface PaperDiary {
  readonly personId: string;
  readonly unitNo: number;
  readonly day: number;
  readonly attemptId: string;
  /** Right answers, judged by the keys that were told after the end. */
  readonly right: number;
  readonly asked: number;
  readonly told: { readonly right: number; readonly points: number; readonly timeMs: number };
}

/** All that the pretend people did and were told. */
export interface MonthDiary {
  readonly papers: readonly PaperDiary[];
  readonly answersSent: number;
  readonly answersAcked: number;
  readonly registered: number;
  readonly times: { readonly start: number[]; readonly answer: number[]; readonly submit: number[] };
}

/** As the contest of the scenario gives points: four of five right bring two, else one, and one more for all. */
export function pointsFor(right: number, asked: number): number {
  return (right >= 4 ? 2 : 1) + (right === asked ? 1 : 0);
}
