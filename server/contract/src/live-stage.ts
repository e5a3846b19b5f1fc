import * as z from 'zod/mini';
import { exchange, notice } from './exchange.js';
import { BoardRow, shared } from './live.js';
import { Distribution, QuestionView, Revelation } from './question.js';

/** `auth` of the stage's socket handshake: the read-only code, nothing else. */
export const StageHandshake = z.strictObject({
  as: z.literal('stage'),
  contractVersion: z.number(),
  stageCode: z.string().check(z.regex(/^[A-Z0-9]{8}$/)),
});
export type StageHandshake = z.infer<typeof StageHandshake>;

const common = {
  title: z.string(),
  questionCount: z.number(),
  questionNo: z.number(),
  pin: z.nullable(z.string()),
  /** What the QR code says, and the short address people can type. */
  joinUrl: z.string(),
  joinHost: z.string(),
  scoring: z.enum(['accuracy', 'speed', 'flat']),
  isLobbyLocked: z.boolean(),
  secondsPerQuestion: z.nullable(z.number()),
};

export const Statistics = z.object({
  people: z.number(),
  meanRight: z.number(),
  questionsPlayed: z.number(),
  hardest: z.nullable(z.object({ questionNo: z.number(), rightShare: z.number() })),
});
export type Statistics = z.infer<typeof Statistics>;

/** What the hall sees, by phase. Counts of the open question come as `counters`, the distribution only with the reveal. */
export const StageView = z.discriminatedUnion('phase', [
  z.object({ ...common, phase: z.literal('lobby') }),
  z.object({ ...common, phase: z.literal('question_open'), question: QuestionView }),
  z.object({ ...common, phase: z.literal('question_closed'), question: QuestionView }),
  z.object({
    ...common,
    phase: z.literal('reveal'),
    question: QuestionView,
    revelation: Revelation,
    distribution: Distribution,
  }),
  z.object({
    ...common,
    phase: z.literal('leaderboard'),
    board: z.array(BoardRow),
    ranked: z.number(),
    isSkipped: z.boolean(),
    /** Of the last revealed question; null when it was skipped. */
    rightShare: z.nullable(z.number()),
    fastestClimber: z.nullable(z.object({ name: z.string(), move: z.number() })),
  }),
  z.object({
    ...common,
    phase: z.literal('finished'),
    board: z.array(BoardRow),
    ranked: z.number(),
    statistics: Statistics,
  }),
  z.object({ ...common, phase: z.literal('aborted') }),
]);
export type StageView = z.infer<typeof StageView>;
export const SharedStageView = shared(StageView);
export type SharedStageView = z.infer<typeof SharedStageView>;

/** Lossy, at most four a second. `names` are the newest arrivals as the stage may show them (newest first, at most 40), only in the lobby. */
export const StageCounters = z.object({
  people: z.number(),
  answered: z.number(),
  names: z.array(z.object({ seatNo: z.number(), name: z.string() })),
});
export type StageCounters = z.infer<typeof StageCounters>;

export const stageNotices = {
  view: notice('view', SharedStageView),
  counters: notice('counters', StageCounters),
  pulse: notice('pulse', z.object({ version: z.number(), people: z.number() })),
} as const;

export const stageExchanges = {
  sync: exchange(
    'view.sync',
    { who: 'stage' },
    {
      request: z.strictObject({}),
      reply: z.object({ shared: SharedStageView, counters: StageCounters }),
    },
  ),
  clock: exchange(
    'clock.sync',
    { who: 'stage' },
    {
      request: z.strictObject({}),
      reply: z.object({ serverNow: z.number() }),
    },
  ),
} as const;
