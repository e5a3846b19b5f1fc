import type { HostView } from '@anquanli/contract/live-host';

/** What the console says about the moment; each value is a key of the words. */
export type Sentence =
  | 'lobby'
  | 'get_ready'
  | 'open_timed'
  | 'open_by_hand'
  | 'draining'
  | 'closed'
  | 'reveal'
  | 'leaderboard'
  | 'leaderboard_last'
  | 'finished'
  | 'aborted';

type Moment = Pick<HostView, 'phase' | 'questionNo' | 'questionCount' | 'isDraining'> & {
  readonly question: Pick<NonNullable<HostView['question']>, 'opensAt' | 'closesAt'> | null;
};

/** Which sentence describes the view at `now` (server time, epoch ms). */
export function sentenceFor(view: Moment, now: number): Sentence {
  switch (view.phase) {
    case 'question_open':
      if (view.question !== null && now < view.question.opensAt) return 'get_ready';
      return view.question?.closesAt === null ? 'open_by_hand' : 'open_timed';
    case 'question_closed':
      return view.isDraining ? 'draining' : 'closed';
    case 'leaderboard':
      return view.questionNo >= view.questionCount ? 'leaderboard_last' : 'leaderboard';
    default:
      return view.phase;
  }
}

/** Steps of one question as the console draws them. The first is the lobby before the first question, getting ready later. */
export const STEPS = ['ready', 'open', 'closed', 'reveal', 'leaderboard'] as const;
export type Step = (typeof STEPS)[number];

/** Where the round stands among the steps, or null after the end. */
export function stepOf(view: Moment, now: number): Step | null {
  switch (view.phase) {
    case 'lobby':
      return 'ready';
    case 'question_open':
      return view.question !== null && now < view.question.opensAt ? 'ready' : 'open';
    case 'question_closed':
      return 'closed';
    case 'reveal':
      return 'reveal';
    case 'leaderboard':
      return 'leaderboard';
    default:
      return null;
  }
}

/**
 * The big figure of the bar, whole seconds: until opening, until closing, or until the autopilot's next move.
 * Null where nothing runs. A second counts until it is over, so the figure never shows 0 early.
 */
export function secondsOnClock(view: Moment & Pick<HostView, 'autopilotMovesAt'>, now: number): number | null {
  const until = targetOf(view, now);
  return until === null ? null : Math.max(0, Math.ceil((until - now) / 1000));
}

function targetOf(view: Moment & Pick<HostView, 'autopilotMovesAt'>, now: number): number | null {
  if (view.phase === 'question_open' && view.question !== null) {
    return now < view.question.opensAt ? view.question.opensAt : view.question.closesAt;
  }
  return view.autopilotMovesAt;
}
