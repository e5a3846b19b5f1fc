import * as z from 'zod/mini';
import { exchange, notice } from './exchange.js';
import { Id } from './identity.js';
import { TypedName } from './join.js';
import { BoardRow, shared } from './live.js';
import { Statistics } from './live-stage.js';
import { Distribution, MediaView, OptionView, QuestionView, Revelation } from './question.js';
import { AUTOPILOT_STATES, LIMITS, QUESTION_KINDS, PHASES, QUESTION_STATUSES, SEAT_STATUSES } from './vocabulary.js';

/** `auth` of the host's socket handshake; the session cookie says who. */
export const HostHandshake = z.strictObject({
  as: z.literal('host'),
  contractVersion: z.number(),
  roundId: Id,
});
export type HostHandshake = z.infer<typeof HostHandshake>;

/** A question in the run list. The key is in it: the console shows it only while held to peek, since laptops are mirrored. */
export const RunQuestion = z.object({
  questionNo: z.number(),
  status: z.enum(QUESTION_STATUSES),
  kind: z.enum(QUESTION_KINDS),
  stem: z.string(),
  options: z.array(OptionView),
  media: z.array(MediaView),
  revelation: Revelation,
  seconds: z.nullable(z.number()),
  /** Share of right answers, 0–1, once revealed. */
  rightShare: z.nullable(z.number()),
});
export type RunQuestion = z.infer<typeof RunQuestion>;

export const HostView = z.object({
  phase: z.enum(PHASES),
  title: z.string(),
  questionCount: z.number(),
  questionNo: z.number(),
  /** Epoch ms of the last change of phase. */
  phaseSince: z.number(),
  pin: z.nullable(z.string()),
  joinUrl: z.string(),
  /** Addresses under which phones may reach this server, best first; empty when PUBLIC_URL is set. */
  joinOrigins: z.array(z.string()),
  stageCode: z.string(),
  isLobbyLocked: z.boolean(),
  isRehearsal: z.boolean(),
  autopilot: z.enum(AUTOPILOT_STATES),
  /** When the autopilot makes its next move, epoch ms. */
  autopilotMovesAt: z.nullable(z.number()),
  /** Is a reveal waiting for the last answers? */
  isDraining: z.boolean(),
  question: z.nullable(QuestionView),
  /** Of the current question, once revealed. */
  distribution: z.nullable(Distribution),
  board: z.array(BoardRow),
  ranked: z.number(),
  statistics: z.nullable(Statistics),
  questions: z.array(RunQuestion),
});
export type HostView = z.infer<typeof HostView>;
export const SharedHostView = shared(HostView);
export type SharedHostView = z.infer<typeof SharedHostView>;

/** Lossy, at most four a second. `choices` is the live distribution, for the host alone. */
export const HostCounters = z.object({
  people: z.number(),
  online: z.number(),
  answered: z.number(),
  choices: z.array(z.object({ id: z.string(), count: z.number() })),
  /** Joins of the last minute are unusually many; the host may lock the lobby. */
  isJoinFlood: z.boolean(),
  /** People who wait with a code for their old seat. */
  waitingClaims: z.number(),
});
export type HostCounters = z.infer<typeof HostCounters>;

export const PersonRow = z.object({
  seatNo: z.number(),
  name: z.string(),
  status: z.enum(SEAT_STATUSES),
  isNameHidden: z.boolean(),
  isOnline: z.boolean(),
  /** Epoch ms since when the phone is away; null while online or never seen. */
  offlineSince: z.nullable(z.number()),
  /** Of the current question. */
  hasAnswered: z.boolean(),
  elapsedMs: z.nullable(z.number()),
  total: z.nullable(z.number()),
  rank: z.nullable(z.number()),
});
export type PersonRow = z.infer<typeof PersonRow>;

export const hostNotices = {
  view: notice('view', SharedHostView),
  counters: notice('counters', HostCounters),
  pulse: notice('pulse', z.object({ version: z.number(), people: z.number() })),
} as const;

const version = z.number().check(z.int(), z.minimum(0));
const questionNo = z.number().check(z.int(), z.minimum(1), z.maximum(LIMITS.questionsPerRound.max));

/** What a host can order. `wrong_phase` when the phase does not allow it. */
export const HostCommand = z.discriminatedUnion('command', [
  z.strictObject({ command: z.literal('open_next') }),
  z.strictObject({ command: z.literal('close') }),
  z.strictObject({ command: z.literal('add_time') }),
  z.strictObject({ command: z.literal('skip') }),
  z.strictObject({ command: z.literal('reveal') }),
  z.strictObject({ command: z.literal('leaderboard') }),
  z.strictObject({ command: z.literal('finish') }),
  z.strictObject({ command: z.literal('abort') }),
  z.strictObject({
    command: z.literal('void'),
    questionNo,
    reason: z.string().check(z.trim(), z.minLength(1), z.maxLength(LIMITS.voidReasonChars)),
  }),
  z.strictObject({ command: z.literal('autopilot'), isOn: z.boolean() }),
  z.strictObject({ command: z.literal('lock_lobby'), isLocked: z.boolean() }),
  z.strictObject({
    command: z.literal('join_origin'),
    origin: z.string().check(z.regex(/^https?:\/\/[^/?#\s]{1,180}$/)),
  }),
]);
export type HostCommand = z.infer<typeof HostCommand>;

export const hostExchanges = {
  /** Orders the next move. `version` is what the host saw; a stale one is refused with `stale_version` and a new view follows. */
  command: exchange(
    'host.command',
    { who: 'host' },
    {
      request: z.strictObject({ version, order: HostCommand }),
      reply: z.object({ version: z.number() }),
    },
  ),
  sync: exchange(
    'view.sync',
    { who: 'host' },
    {
      request: z.strictObject({}),
      reply: z.object({ shared: SharedHostView, counters: HostCounters }),
    },
  ),
  clock: exchange(
    'clock.sync',
    { who: 'host' },
    {
      request: z.strictObject({}),
      reply: z.object({ serverNow: z.number() }),
    },
  ),
  /** A page of people: trouble first (away, not answered), then by seat. */
  listPeople: exchange(
    'people.list',
    { who: 'host' },
    {
      request: z.strictObject({
        filter: z.enum(['all', 'online', 'away', 'unanswered', 'removed']),
        search: z.string().check(z.maxLength(40)),
        offset: z.number().check(z.int(), z.minimum(0)),
      }),
      reply: z.object({ rows: z.array(PersonRow), matching: z.number() }),
    },
  ),
  /** One person: rename, off the stage (`hide_name`), out (`kick`: the seat stays; `ban`: this browser stays out), and back (`readmit`). */
  seat: exchange(
    'seat.order',
    { who: 'host' },
    {
      request: z.strictObject({
        seatNo: z.number().check(z.int(), z.minimum(1)),
        order: z.discriminatedUnion('action', [
          z.strictObject({ action: z.literal('rename'), name: TypedName }),
          z.strictObject({ action: z.literal('hide_name') }),
          z.strictObject({ action: z.literal('show_name') }),
          z.strictObject({ action: z.literal('kick') }),
          z.strictObject({ action: z.literal('ban') }),
          z.strictObject({ action: z.literal('readmit') }),
        ]),
      }),
      reply: z.object({ seatNo: z.number() }),
    },
  ),
  /** People who ask for their old seat from another phone. */
  listClaims: exchange(
    'claims.list',
    { who: 'host' },
    {
      request: z.strictObject({}),
      reply: z.object({
        claims: z.array(
          z.object({
            claimId: Id,
            name: z.string(),
            /** Seats with that name. */
            seats: z.array(z.object({ seatNo: z.number(), name: z.string(), isOnline: z.boolean() })),
            expiresAt: z.number(),
          }),
        ),
      }),
    },
  ),
  /** Grants a claim after comparing codes: the host types what the phone shows. */
  decideClaim: exchange(
    'claims.decide',
    { who: 'host', limit: { per: 'identity', count: 60, windowMs: 60_000 } },
    {
      request: z.strictObject({
        claimId: Id,
        decision: z.discriminatedUnion('grant', [
          z.strictObject({
            grant: z.literal(true),
            seatNo: z.number().check(z.int(), z.minimum(1)),
            code: z.string().check(z.maxLength(8)),
          }),
          z.strictObject({ grant: z.literal(false) }),
        ]),
      }),
      reply: z.object({}),
    },
  ),
} as const;
