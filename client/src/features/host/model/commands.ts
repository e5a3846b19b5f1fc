import type { HostView } from '@anquanli/contract/live-host';
import type { Phase } from '@anquanli/contract/vocabulary';

/** What the bar of the console can offer. `finish` is the way to the podium, `abort` ends a round without a result. */
export const OFFERS = [
  'open_next',
  'close',
  'add_time',
  'skip',
  'reveal',
  'leaderboard',
  'finish',
  'abort',
  'void',
  'autopilot',
  'lock_lobby',
  'join_origin',
] as const;
export type Offer = (typeof OFFERS)[number];

/** The orders that the space key may give: each leads one step on through the evening. */
export type PrimaryOffer = Extract<Offer, 'open_next' | 'close' | 'reveal' | 'leaderboard' | 'finish'>;

const HALL: readonly Offer[] = ['autopilot', 'lock_lobby', 'join_origin', 'abort'];

/** Which orders a phase knows at all; the same table as the server's. */
const BY_PHASE: Readonly<Record<Phase, readonly Offer[]>> = {
  lobby: ['open_next', ...HALL],
  question_open: ['close', 'add_time', 'skip', ...HALL],
  question_closed: ['reveal', 'skip', ...HALL],
  reveal: ['leaderboard', 'open_next', 'finish', 'void', ...HALL],
  leaderboard: ['open_next', 'finish', 'void', ...HALL],
  finished: ['void'],
  aborted: [],
};

const STEP: Readonly<Record<Phase, PrimaryOffer | null>> = {
  lobby: 'open_next',
  question_open: 'close',
  question_closed: 'reveal',
  reveal: 'leaderboard',
  leaderboard: 'open_next',
  finished: null,
  aborted: null,
};

export interface Commands {
  /** The one orange button and the space key; null where there is nothing left to do. */
  readonly primary: PrimaryOffer | null;
  /** Orders that would be accepted now. */
  readonly allowed: ReadonlySet<Offer>;
}

/** What of the view the table looks at. */
export type CommandView = Pick<HostView, 'phase' | 'questionNo' | 'questionCount' | 'isDraining' | 'joinOrigins'> & {
  readonly question: Pick<NonNullable<HostView['question']>, 'opensAt' | 'closesAt'> | null;
};

/** Which orders make sense for this view at `now` (server time, epoch ms). */
export function commandsFor(view: CommandView, now: number): Commands {
  const isLast = view.questionNo >= view.questionCount;
  const isGettingReady = view.phase === 'question_open' && view.question !== null && now < view.question.opensAt;
  const closesAt = view.question?.closesAt ?? null;
  const refused: Partial<Record<Offer, boolean>> = {
    open_next: isLast,
    close: isGettingReady,
    add_time: closesAt === null || now >= closesAt,
    reveal: view.isDraining,
    join_origin: view.joinOrigins.length < 2,
  };
  const allowed = new Set(BY_PHASE[view.phase].filter((offer) => !refused[offer]));
  const step = view.phase === 'leaderboard' && isLast ? 'finish' : STEP[view.phase];
  return { primary: step !== null && allowed.has(step) ? step : null, allowed };
}

/** The step that comes next in this phase, whether or not it may be ordered this very moment. */
export function nextStep(view: Pick<HostView, 'phase' | 'questionNo' | 'questionCount'>): PrimaryOffer | null {
  if (view.phase === 'leaderboard' && view.questionNo >= view.questionCount) return 'finish';
  return STEP[view.phase];
}
