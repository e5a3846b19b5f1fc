import * as z from 'zod/mini';
import { ContestSettings } from './contest-settings.js';
import { Day, UnitBoard } from './contest.js';
import { route } from './exchange.js';
import { Id } from './identity.js';
import { QuestionId, SetId } from './question-bank.js';
import { Reason } from './units.js';
import { ATTEMPT_STATES, CONTEST_STAGES, FINDING_REASONS, QUESTION_KINDS, UNIT_MEASURES } from './vocabulary.js';

/*
 * Contests at the desk. Organisers and admins see all of a contest; a captain sees its figures as far as they are the own subtree's, and
 * changes nothing.
 */

export const ContestSummary = z.object({
  id: Id,
  title: z.string(),
  isPublished: z.boolean(),
  stage: z.enum(CONTEST_STAGES),
  firstDay: Day,
  lastDay: Day,
  /** With a settled counting attempt. */
  people: z.number(),
  attempts: z.number(),
  createdAt: z.number(),
});
export type ContestSummary = z.infer<typeof ContestSummary>;

export const ContestDetail = z.object({
  ...ContestSummary.shape,
  settings: ContestSettings,
  version: z.number(),
  today: Day,
  /** Settings that may still be changed: all of them before the first day. */
  changeable: z.array(z.string()),
  /** Where people find it. */
  url: z.string(),
});
export type ContestDetail = z.infer<typeof ContestDetail>;

/** Can papers be drawn? One line a part: `available` = questions that suit it, `reachable` = what is left for it beside the other parts. */
export const BlueprintCheck = z.object({
  isEnough: z.boolean(),
  parts: z.array(z.object({ wanted: z.number(), available: z.number(), reachable: z.number() })),
});
export type BlueprintCheck = z.infer<typeof BlueprintCheck>;

/** One day or hour of the contest. `people` = who took part for the first time; `right` of `asked` questions. */
const Figures = {
  attempts: z.number(),
  points: z.number(),
  right: z.number(),
  asked: z.number(),
};

/** Everything the dashboard shows apart from the tree of units. Hours and questions are tallied some seconds behind. */
export const Dashboard = z.object({
  serverNow: z.number(),
  people: z.number(),
  headCount: z.nullable(z.number()),
  rate: z.nullable(z.number()),
  attempts: z.number(),
  fullMarks: z.number(),
  meanRight: z.nullable(z.number()),
  questions: z.number(),
  units: z.number(),
  /** Units with a head-count: the rate is over these. */
  ratedUnits: z.number(),
  unitsWithNobody: z.number(),
  days: z.array(z.object({ day: Day, people: z.number(), active: z.number(), fullMarks: z.number(), ...Figures })),
  /** 24 lines, hours of the day in the contest's zone; the whole contest also for a captain. */
  hours: z.array(z.object({ hour: z.number(), ...Figures })),
  hardest: z.array(
    z.object({
      setId: SetId,
      questionId: QuestionId,
      kind: z.enum(QUESTION_KINDS),
      stem: z.string(),
      asked: z.number(),
      right: z.number(),
    }),
  ),
});
export type Dashboard = z.infer<typeof Dashboard>;

/** A unit of the contest with all below it summed. `week` = people who took part first within the last seven days. */
export const ContestUnitLine = z.object({
  unitId: Id,
  parentId: z.nullable(Id),
  name: z.string(),
  kind: z.string(),
  people: z.number(),
  week: z.number(),
  registered: z.number(),
  headCount: z.nullable(z.number()),
  rate: z.nullable(z.number()),
  attempts: z.number(),
  points: z.number(),
  mean: z.nullable(z.number()),
});
export type ContestUnitLine = z.infer<typeof ContestUnitLine>;

/** A person in the contest, for those who look after it. */
export const ContestPerson = z.object({
  personId: Id,
  name: z.string(),
  unitName: z.string(),
  points: z.number(),
  timeMs: z.number(),
  attempts: z.number(),
  place: z.nullable(z.number()),
});
export type ContestPerson = z.infer<typeof ContestPerson>;

export const DeskAttempt = z.object({
  attemptId: Id,
  personId: Id,
  name: z.string(),
  unitId: Id,
  unitName: z.string(),
  day: Day,
  state: z.enum(ATTEMPT_STATES),
  startedAt: z.number(),
  settledAt: z.nullable(z.number()),
  by: z.nullable(z.enum(['person', 'time'])),
  answered: z.number(),
  asked: z.number(),
  right: z.number(),
  points: z.number(),
  timeMs: z.number(),
  removedReason: z.nullable(z.string()),
  reasons: z.array(z.enum(FINDING_REASONS)),
});
export type DeskAttempt = z.infer<typeof DeskAttempt>;

export const ContestLogLine = z.object({
  at: z.number(),
  byName: z.nullable(z.string()),
  action: z.enum([
    'created',
    'changed',
    'published',
    'attempt_removed',
    'attempt_restored',
    'attempt_returned',
    'erased',
  ]),
  /** Whose attempt it was; empty once erased. */
  personName: z.nullable(z.string()),
  detail: z.string(),
});
export type ContestLogLine = z.infer<typeof ContestLogLine>;

const byContest = z.strictObject({ contestId: Id });
const byAttempt = z.strictObject({ attemptId: Id });
const version = z.number().check(z.int(), z.minimum(1));
const offset = z.optional(z.string().check(z.regex(/^\d{1,6}$/)));
const done = z.object({ ok: z.literal(true) });

export const contestDeskRoutes = {
  list: route(
    'GET',
    '/api/desk/contests',
    { who: 'signed_in' },
    { reply: z.object({ contests: z.array(ContestSummary) }) },
  ),
  create: route(
    'POST',
    '/api/desk/contests',
    { who: 'organiser' },
    { body: z.strictObject({ settings: ContestSettings }), reply: ContestDetail },
  ),
  one: route('GET', '/api/desk/contests/:contestId', { who: 'signed_in' }, { params: byContest, reply: ContestDetail }),
  /** Once the first day has come only what cannot change a score: else `contest_fixed` with the field. */
  update: route(
    'PUT',
    '/api/desk/contests/:contestId',
    { who: 'organiser' },
    { params: byContest, body: z.strictObject({ version, settings: ContestSettings }), reply: ContestDetail },
  ),
  /** Only one that nobody can see yet. */
  remove: route('DELETE', '/api/desk/contests/:contestId', { who: 'organiser' }, { params: byContest, reply: done }),
  /** People find it from now on; papers can be drawn from its first day. */
  publish: route(
    'POST',
    '/api/desk/contests/:contestId/publication',
    { who: 'organiser' },
    { params: byContest, body: z.strictObject({ version }), reply: ContestDetail },
  ),
  /** What a blueprint comes to, before anything is saved. */
  check: route(
    'POST',
    '/api/desk/blueprint-checks',
    { who: 'organiser' },
    {
      body: z.strictObject({ sets: ContestSettings.shape.sets, blueprint: ContestSettings.shape.blueprint }),
      reply: BlueprintCheck,
    },
  ),
  dashboard: route(
    'GET',
    '/api/desk/contests/:contestId/dashboard',
    { who: 'signed_in' },
    { params: byContest, reply: Dashboard },
  ),
  /** The tree of the contest's units, parents before children. */
  units: route(
    'GET',
    '/api/desk/contests/:contestId/units',
    { who: 'signed_in' },
    { params: byContest, reply: z.object({ units: z.array(ContestUnitLine) }) },
  ),
  unitBoard: route(
    'GET',
    '/api/desk/contests/:contestId/boards/:board',
    { who: 'organiser' },
    {
      params: z.strictObject({ contestId: Id, board: z.enum(['units', 'regions', 'sectors']) }),
      query: z.strictObject({ measure: z.optional(z.enum(UNIT_MEASURES)), offset }),
      reply: UnitBoard,
    },
  ),
  /** By place, 50 a page; of one unit with all below, or of a captain's own. `search` finds parts of names. */
  people: route(
    'GET',
    '/api/desk/contests/:contestId/people',
    { who: 'signed_in' },
    {
      params: byContest,
      query: z.strictObject({
        unitId: z.optional(Id),
        search: z.optional(z.string().check(z.maxLength(60))),
        offset,
      }),
      reply: z.object({ people: z.array(ContestPerson), matching: z.number() }),
    },
  ),
  attemptsOf: route(
    'GET',
    '/api/desk/contests/:contestId/people/:personId/attempts',
    { who: 'signed_in' },
    {
      params: z.strictObject({ contestId: Id, personId: Id }),
      reply: z.object({ attempts: z.array(DeskAttempt) }),
    },
  ),
  /** Attempts that a human should look at: nothing is decided by itself. By unit, 200 at most. */
  findings: route(
    'GET',
    '/api/desk/contests/:contestId/findings',
    { who: 'signed_in' },
    { params: byContest, reply: z.object({ attempts: z.array(DeskAttempt) }) },
  ),
  /** Takes an attempt out of all boards, or back in; both are logged and recompute what hangs on it. */
  judge: route(
    'POST',
    '/api/desk/attempts/:attemptId/judgement',
    { who: 'organiser' },
    { params: byAttempt, body: z.strictObject({ isRemoved: z.boolean(), reason: Reason }), reply: DeskAttempt },
  ),
  /** Gives an attempt back: as if it had not been begun. */
  giveBack: route(
    'POST',
    '/api/desk/attempts/:attemptId/return',
    { who: 'organiser' },
    { params: byAttempt, body: z.strictObject({ reason: Reason }), reply: DeskAttempt },
  ),
  log: route(
    'GET',
    '/api/desk/contests/:contestId/log',
    { who: 'organiser' },
    { params: byContest, reply: z.object({ lines: z.array(ContestLogLine) }) },
  ),
} as const;
