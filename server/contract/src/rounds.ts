import * as z from 'zod/mini';
import { route } from './exchange.js';
import { Id } from './identity.js';
import { BoardRow } from './live.js';
import { Statistics } from './live-stage.js';
import { Distribution, MediaView, OptionView, Revelation } from './question.js';
import { CategoryId, QuestionId, SetId, SetVersion } from './question-bank.js';
import {
  LIMITS,
  QUESTION_KINDS,
  MULTIPLE_SCORINGS,
  NAMES_ON_STAGE,
  PHASES,
  QUESTION_STATUSES,
  SCORINGS,
} from './vocabulary.js';

const { questionsPerRound, secondsPerQuestion, autopilotSeconds, retentionDays } = LIMITS;
const whole = (min: number, max: number) => z.number().check(z.int(), z.minimum(min), z.maximum(max));

/** Which questions: chosen by hand in that order, or so many from categories and difficulties (empty list = all). */
export const QuestionPick = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('hand'),
    questionIds: z.array(QuestionId).check(z.minLength(questionsPerRound.min), z.maxLength(questionsPerRound.max)),
  }),
  z.strictObject({
    by: z.literal('rule'),
    count: whole(questionsPerRound.min, questionsPerRound.max),
    categories: z.array(CategoryId).check(z.maxLength(200)),
    difficulties: z.array(whole(1, 5)).check(z.maxLength(5)),
  }),
]);
export type QuestionPick = z.infer<typeof QuestionPick>;

/** All that an organiser decides before a round. */
export const RoundSettings = z.strictObject({
  title: z.string().check(z.trim(), z.minLength(1), z.maxLength(LIMITS.titleChars)),
  setId: SetId,
  setVersion: SetVersion,
  pick: QuestionPick,
  questionOrder: z.enum(['fixed', 'shuffled']),
  optionOrder: z.enum(['fixed', 'shuffled']),
  /** null: the host closes every question. */
  secondsPerQuestion: z.nullable(whole(secondsPerQuestion.min, secondsPerQuestion.max)),
  scoring: z.enum(SCORINGS),
  multipleScoring: z.enum(MULTIPLE_SCORINGS),
  isLateJoinAllowed: z.boolean(),
  seatLimit: z.nullable(whole(1, LIMITS.seatsPerRound)),
  namesOnStage: z.enum(NAMES_ON_STAGE),
  phoneShows: z.enum(['full', 'buttons']),
  autopilot: z.strictObject({
    isOn: z.boolean(),
    /** Pauses between the phases, seconds. */
    closedSeconds: whole(autopilotSeconds.min, autopilotSeconds.max),
    revealSeconds: whole(autopilotSeconds.min, autopilotSeconds.max),
    leaderboardSeconds: whole(autopilotSeconds.min, autopilotSeconds.max),
  }),
  /** Days after the end when the round and its people are deleted. */
  retentionDays: whole(retentionDays.min, retentionDays.max),
});
export type RoundSettings = z.infer<typeof RoundSettings>;

export const RoundSummary = z.object({
  id: Id,
  title: z.string(),
  phase: z.enum(PHASES),
  questionNo: z.number(),
  questionCount: z.number(),
  people: z.number(),
  pin: z.nullable(z.string()),
  ownerName: z.string(),
  createdAt: z.number(),
  finishedAt: z.nullable(z.number()),
});
export type RoundSummary = z.infer<typeof RoundSummary>;

export const RoundDetail = z.object({
  ...RoundSummary.shape,
  settings: RoundSettings,
  stageCode: z.string(),
  deletesAt: z.nullable(z.number()),
});
export type RoundDetail = z.infer<typeof RoundDetail>;

/** How a unit did in a round: people with a seat on the board, their mean points, and the sum of the best ten. Ranked by mean. */
export const UnitResult = z.object({
  rank: z.number(),
  unitId: Id,
  name: z.string(),
  people: z.number(),
  mean: z.number(),
  bestTen: z.number(),
  rightShare: z.number(),
});
export type UnitResult = z.infer<typeof UnitResult>;

/** How one question went, for the results page. */
export const QuestionResult = z.object({
  questionNo: z.number(),
  status: z.enum(QUESTION_STATUSES),
  kind: z.enum(QUESTION_KINDS),
  stem: z.string(),
  options: z.array(OptionView),
  media: z.array(MediaView),
  revelation: Revelation,
  distribution: Distribution,
  meanElapsedMs: z.nullable(z.number()),
});
export type QuestionResult = z.infer<typeof QuestionResult>;

/** A board row of the results page with the full name and the tie-breaker. */
export const ResultRow = z.object({ ...BoardRow.shape, rightTimeMs: z.number(), unitName: z.nullable(z.string()) });
export type ResultRow = z.infer<typeof ResultRow>;

const done = z.object({ ok: z.literal(true) });
const byRound = z.strictObject({ roundId: Id });

/** Routes of organisers. An organiser sees own rounds, an admin all; a foreign round is `not_found`. */
export const roundRoutes = {
  list: route(
    'GET',
    '/api/rounds',
    { who: 'organiser' },
    {
      query: z.strictObject({ before: z.optional(z.string().check(z.regex(/^\d{1,15}$/))) }),
      reply: z.object({ rounds: z.array(RoundSummary), hasMore: z.boolean() }),
    },
  ),
  create: route('POST', '/api/rounds', { who: 'organiser' }, { body: RoundSettings, reply: RoundDetail }),
  get: route('GET', '/api/rounds/:roundId', { who: 'host' }, { params: byRound, reply: RoundDetail }),
  /** Changes a round that is still in the lobby without an opened question; else `round_already_started`. */
  update: route(
    'PUT',
    '/api/rounds/:roundId',
    { who: 'host' },
    { params: byRound, body: RoundSettings, reply: RoundDetail },
  ),
  /** Deletes the round with its seats, names, answers and results. */
  remove: route('DELETE', '/api/rounds/:roundId', { who: 'host' }, { params: byRound, reply: done }),
  /** A new round with the same settings and no people. */
  again: route('POST', '/api/rounds/:roundId/again', { who: 'host' }, { params: byRound, reply: RoundDetail }),
  /** A copy with pretend players that leaves no trace when it ends. */
  rehearse: route('POST', '/api/rounds/:roundId/rehearsals', { who: 'host' }, { params: byRound, reply: RoundDetail }),
  results: route(
    'GET',
    '/api/rounds/:roundId/results',
    { who: 'host' },
    {
      params: byRound,
      query: z.strictObject({ offset: z.optional(z.string().check(z.regex(/^\d{1,6}$/))) }),
      reply: z.object({
        round: RoundDetail,
        statistics: Statistics,
        /** 200 rows from `offset`. */
        board: z.array(ResultRow),
        ranked: z.number(),
        /** By enterprise, else by the own unit; empty when only guests played. */
        units: z.array(UnitResult),
        /** Seats of people without a unit. */
        guests: z.number(),
        questions: z.array(QuestionResult),
      }),
    },
  ),
  /** The round as .xlsx. */
  export: route(
    'GET',
    '/api/rounds/:roundId/export',
    { who: 'host' },
    {
      params: byRound,
      query: z.strictObject({ language: z.enum(['zh', 'en']) }),
    },
  ),
  /** Makes a code that turns one phone into the remote control of this round: valid once, for 60 s. */
  createRemoteCode: route(
    'POST',
    '/api/rounds/:roundId/remote-codes',
    { who: 'host' },
    {
      params: byRound,
      reply: z.object({ pairingId: Id, code: z.string(), url: z.string(), expiresAt: z.number() }),
    },
  ),
  /** What became of the code: the laptop shows `matchNumber` as soon as a phone took it. */
  remoteCodeState: route(
    'GET',
    '/api/rounds/:roundId/remote-codes/:pairingId',
    { who: 'host' },
    {
      params: z.strictObject({ roundId: Id, pairingId: Id }),
      reply: z.object({
        state: z.enum(['waiting', 'taken', 'confirmed', 'expired']),
        matchNumber: z.nullable(z.string()),
      }),
    },
  ),
  confirmRemote: route(
    'POST',
    '/api/rounds/:roundId/remote-codes/:pairingId/confirmation',
    { who: 'host' },
    {
      params: z.strictObject({ roundId: Id, pairingId: Id }),
      reply: done,
    },
  ),
  /** The phone takes the code, once. */
  takeRemoteCode: route(
    'POST',
    '/api/remote/take',
    { who: 'anyone', limit: { per: 'address', count: 20, windowMs: 60_000 } },
    {
      body: z.strictObject({ code: z.string().check(z.regex(/^[0-9a-z]{16}$/)) }),
      reply: z.object({ pairingId: Id, secret: z.string(), matchNumber: z.string(), roundTitle: z.string() }),
    },
  ),
  /** The phone asks whether the laptop has confirmed; then this reply also sets the session cookie. */
  remoteState: route(
    'POST',
    '/api/remote/state',
    { who: 'anyone' },
    {
      body: z.strictObject({ pairingId: Id, secret: z.string().check(z.maxLength(64)) }),
      reply: z.object({ state: z.enum(['taken', 'confirmed', 'expired']), roundId: z.nullable(Id) }),
    },
  ),
} as const;
