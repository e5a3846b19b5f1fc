import * as z from 'zod/mini';
import { exchange, notice } from './exchange.js';
import { Id } from './identity.js';
import { PersonToken, TypedName } from './join.js';
import { Choice, QuestionView, Revelation } from './question.js';
import { BYE_REASONS, SEAT_STATUSES, VERDICTS } from './vocabulary.js';

/*
 * What a participant's socket carries. A view is a numbered snapshot: keep the newest `version`, drop the rest.
 * No schema in this file can hold a right answer before the reveal.
 */

/** `auth` of a participant's socket handshake. */
export const PlayerHandshake = z.strictObject({
  as: z.literal('player'),
  contractVersion: z.number(),
  roundId: Id,
  personToken: PersonToken,
});
export type PlayerHandshake = z.infer<typeof PlayerHandshake>;

/** A line of a board. `move` = places gained since the board before (negative: lost, null: new). Names as the round displays them. */
export const BoardRow = z.object({
  rank: z.number(),
  seatNo: z.number(),
  name: z.string(),
  points: z.number(),
  rightCount: z.number(),
  move: z.nullable(z.number()),
});
export type BoardRow = z.infer<typeof BoardRow>;

const common = {
  title: z.string(),
  /** Planned questions of the round. */
  questionCount: z.number(),
  /** Number of the current or last question; 0 before the first. */
  questionNo: z.number(),
  phoneShows: z.enum(['full', 'buttons']),
  isLobbyLocked: z.boolean(),
};

/** What every phone of a round sees, by phase. Own points and rank are in {@link Me}. */
export const PlayerView = z.discriminatedUnion('phase', [
  z.object({ ...common, phase: z.literal('lobby') }),
  z.object({ ...common, phase: z.literal('question_open'), question: QuestionView }),
  z.object({ ...common, phase: z.literal('question_closed'), question: QuestionView }),
  z.object({ ...common, phase: z.literal('reveal'), question: QuestionView, revelation: Revelation }),
  z.object({
    ...common,
    phase: z.literal('leaderboard'),
    board: z.array(BoardRow),
    ranked: z.number(),
    isSkipped: z.boolean(),
  }),
  z.object({ ...common, phase: z.literal('finished'), board: z.array(BoardRow), ranked: z.number() }),
  z.object({ ...common, phase: z.literal('aborted') }),
]);
export type PlayerView = z.infer<typeof PlayerView>;

/** Envelope of a shared view: the same bytes for every socket of an audience. */
export function shared<V extends z.core.$ZodType>(view: V) {
  return z.object({ roundId: z.string(), version: z.number(), serverNow: z.number(), view });
}
export const SharedPlayerView = shared(PlayerView);
export type SharedPlayerView = z.infer<typeof SharedPlayerView>;

/** The own standing after question `questionNo`. Streaks are shown, not scored. `gapToNext` = points to the next better place. */
export const Standing = z.object({
  questionNo: z.number(),
  verdict: z.enum(VERDICTS),
  points: z.number(),
  /** The part of `points` that was given for speed. */
  bonus: z.number(),
  total: z.number(),
  rightCount: z.number(),
  /** Milliseconds over the right answers only; breaks ties. */
  rightTimeMs: z.number(),
  streak: z.number(),
  rank: z.number(),
  /** Rank after the question before; null on the first. */
  previousRank: z.nullable(z.number()),
  gapToNext: z.nullable(z.number()),
  ranked: z.number(),
});
export type Standing = z.infer<typeof Standing>;

/** The stored answer to the current question, as the server has it. */
export const OwnAnswer = z.object({
  questionNo: z.number(),
  answerId: z.string(),
  choice: Choice,
  receivedAt: z.number(),
});
export type OwnAnswer = z.infer<typeof OwnAnswer>;

/** What belongs to one seat alone. Newest `version`, then newest `seatVersion`, wins. */
export const Me = z.object({
  roundId: z.string(),
  version: z.number(),
  seatVersion: z.number(),
  seatNo: z.number(),
  name: z.string(),
  status: z.enum(SEAT_STATUSES),
  answer: z.nullable(OwnAnswer),
  standing: z.nullable(Standing),
});
export type Me = z.infer<typeof Me>;

/** All that one phone shows: what everybody sees, and the own part. */
export const PlayerScreen = z.object({ shared: SharedPlayerView, me: Me });
export type PlayerScreen = z.infer<typeof PlayerScreen>;

export const AnswerId = z.string().check(z.regex(/^[0-9a-f]{32}$/));

/** Messages to participants. */
export const playerNotices = {
  view: notice('view', SharedPlayerView),
  me: notice('me', Me),
  /** Both at once: to who has just connected, and to everybody when there are new results. */
  screen: notice('screen', PlayerScreen),
  /** Every 5 s: the newest version that all have been told, and how many people sit in the round. A client that is behind asks with `view.sync`. */
  pulse: notice('pulse', z.object({ version: z.number(), people: z.number() })),
  /** The last word before the server closes the connection. */
  bye: notice('bye', z.object({ reason: z.enum(BYE_REASONS) })),
} as const;

/** Messages from participants. */
export const playerExchanges = {
  /**
   * Hands in the answer to a question: final. `answerId` is made by the phone and stored before sending; the same id may come
   * any number of times and always gets its first reply. Refusals: `not_open_yet` (with opensAt: send again), `answer_late`
   * (with lateMs), `already_answered`, `question_not_open`, `choice_invalid`.
   */
  submitAnswer: exchange(
    'answer.submit',
    { who: 'player', limit: { per: 'identity', count: 60, windowMs: 10_000 } },
    {
      request: z.strictObject({
        questionNo: z.number().check(z.int(), z.minimum(1), z.maximum(100)),
        answerId: AnswerId,
        choice: Choice,
        /** Measured round-trip time, milliseconds; stored for fairness figures, never scored. */
        rttMs: z.nullable(z.number().check(z.int(), z.minimum(0), z.maximum(600_000))),
      }),
      reply: z.object({ answerId: z.string(), questionNo: z.number(), receivedAt: z.number(), elapsedMs: z.number() }),
    },
  ),
  /** Leaves the current selection with the server when the page is hidden; counts at close if no answer came. Not durable. */
  draftAnswer: exchange(
    'answer.draft',
    { who: 'player', limit: { per: 'identity', count: 60, windowMs: 10_000 } },
    {
      request: z.strictObject({
        questionNo: z.number().check(z.int(), z.minimum(1), z.maximum(100)),
        /** Becomes the id of the answer if the draft counts. */
        answerId: AnswerId,
        /** null takes the draft back. */
        choice: z.nullable(Choice),
      }),
      reply: z.object({}),
    },
  ),
  /** Asks for the newest view and the own part. */
  sync: exchange(
    'view.sync',
    { who: 'player', limit: { per: 'identity', count: 60, windowMs: 10_000 } },
    {
      request: z.strictObject({}),
      reply: PlayerScreen,
    },
  ),
  /** Server time, for the offset of the client's clock; also the ping that tells a dead connection. */
  clock: exchange(
    'clock.sync',
    { who: 'player', limit: { per: 'identity', count: 120, windowMs: 10_000 } },
    {
      request: z.strictObject({}),
      reply: z.object({ serverNow: z.number() }),
    },
  ),
  rename: exchange(
    'seat.rename',
    { who: 'player', limit: { per: 'identity', count: 10, windowMs: 60_000 } },
    {
      request: z.strictObject({ name: TypedName }),
      reply: z.object({ name: z.string() }),
    },
  ),
} as const;
