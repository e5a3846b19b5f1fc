import * as z from 'zod/mini';
import { route } from './exchange.js';
import { Id } from './identity.js';
import { AnswerForm, Choice, MediaView, OptionView, Revelation } from './question.js';
import {
  ATTEMPT_KINDS,
  ATTEMPT_STATES,
  CONTEST_BOARDS,
  CONTEST_STAGES,
  LIMITS,
  QUESTION_KINDS,
  RANK_SCOPES,
  UNIT_MEASURES,
} from './vocabulary.js';

/*
 * A contest as a registered person meets it: the day's paper, practice, results, boards, the certificate. The person's token travels as
 * `Authorization: Bearer <personToken>`. Times in epoch ms, days as `YYYY-MM-DD` in the contest's time zone.
 */

/** A day of the contest's calendar. */
export const Day = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/));
/** 128 random bits that a phone keeps, to tell phones apart; never who holds them. */
export const DeviceId = z.string().check(z.regex(/^[0-9a-f]{32}$/));
export const CertificateNumber = z.string().check(z.regex(/^[A-HJKMNP-Z2-9]{16}$/));

/** What an attempt was worth: `partly` right answers count as wrong ones here. */
const ATTEMPT_VERDICTS = ['right', 'wrong', 'none'] as const;
const Verdict = z.enum(ATTEMPT_VERDICTS);

export const ContestCard = z.object({
  contestId: Id,
  title: z.string(),
  stage: z.enum(CONTEST_STAGES),
  firstDay: Day,
  lastDay: Day,
});
export type ContestCard = z.infer<typeof ContestCard>;

/** Where a person stands. `place` = number of better ones + 1; null before the first settled attempt. */
export const Standing = z.object({
  points: z.number(),
  timeMs: z.number(),
  attempts: z.number(),
  places: z.array(
    z.object({ scope: z.enum(RANK_SCOPES), name: z.string(), place: z.nullable(z.number()), people: z.number() }),
  ),
  /** The unit (its enterprise) among all; rate null without a head-count, above 1 is possible. */
  unit: z.nullable(
    z.object({ name: z.string(), place: z.nullable(z.number()), units: z.number(), rate: z.nullable(z.number()) }),
  ),
});
export type Standing = z.infer<typeof Standing>;

/** The contest's page of one person on one day. */
export const ContestHome = z.object({
  ...ContestCard.shape,
  timeZone: z.string(),
  /** Today in the contest's zone. */
  today: Day,
  serverNow: z.number(),
  /** Hours of a day in which attempts may be begun, minutes from midnight; null = all day. */
  hours: z.nullable(z.object({ from: z.number(), until: z.number() })),
  questions: z.number(),
  limitSeconds: z.nullable(z.number()),
  attemptsADay: z.number(),
  /** When answers are explained. */
  explains: z.enum(['each', 'end']),
  passPercent: z.number(),
  person: z.object({ name: z.string(), unitName: z.string(), employeeNo: z.nullable(z.string()) }),
  needsEmployeeNo: z.boolean(),
  /** Counting attempts that may still be begun today; 0 outside of the days and hours. */
  attemptsLeft: z.number(),
  /** An attempt to go on with. */
  open: z.nullable(z.object({ attemptId: Id, kind: z.enum(ATTEMPT_KINDS), deadlineAt: z.number() })),
  /** Days up to today with a settled counting attempt. */
  daysDone: z.array(Day),
  practice: z.nullable(z.object({ perDay: z.number(), doneToday: z.number() })),
  /** Questions in the notebook. */
  missed: z.number(),
  boards: z.array(z.enum(CONTEST_BOARDS)),
  hasCertificate: z.boolean(),
  /** May be asked for now. */
  isCertificateEarned: z.boolean(),
  standing: Standing,
});
export type ContestHome = z.infer<typeof ContestHome>;

/** A question of a paper. Ids of options are of this attempt alone. */
export const PaperQuestion = z.object({
  lineNo: z.number(),
  kind: z.enum(QUESTION_KINDS),
  stem: z.string(),
  options: z.array(OptionView),
  media: z.array(MediaView),
  form: z.nullable(AnswerForm),
});
export type PaperQuestion = z.infer<typeof PaperQuestion>;

/** What an answer was worth and why. */
export const Feedback = z.object({ verdict: Verdict, revelation: Revelation });
export type Feedback = z.infer<typeof Feedback>;

/** `feedback` is there once the rules allow: at once in practice and where the contest explains after each question; else never before the end. */
export const SavedAnswer = z.object({ lineNo: z.number(), choice: Choice, feedback: z.nullable(Feedback) });
export type SavedAnswer = z.infer<typeof SavedAnswer>;

export const AttemptResult = z.object({
  right: z.number(),
  asked: z.number(),
  points: z.number(),
  isPassed: z.boolean(),
  timeMs: z.number(),
  /** Handed in by the person, or by the clock. */
  by: z.enum(['person', 'time']),
  settledAt: z.number(),
  isRemoved: z.boolean(),
  /** One line a question, also of those without an answer. */
  lines: z.array(z.object({ lineNo: z.number(), choice: z.nullable(Choice), ...Feedback.shape })),
});
export type AttemptResult = z.infer<typeof AttemptResult>;

/** An attempt: the paper, what is saved of it, and from its end on the result. A returned one has neither answers nor result. */
export const Attempt = z.object({
  attemptId: Id,
  contestId: Id,
  kind: z.enum(ATTEMPT_KINDS),
  day: Day,
  state: z.enum(ATTEMPT_STATES),
  startedAt: z.number(),
  /** Start, limit and every outage of the server since. */
  deadlineAt: z.number(),
  limitSeconds: z.nullable(z.number()),
  /** Whether an answer is explained with its acknowledgement, and so stands, or after the end. */
  explains: z.enum(['each', 'end']),
  serverNow: z.number(),
  questions: z.array(PaperQuestion),
  answers: z.array(SavedAnswer),
  result: z.nullable(AttemptResult),
});
export type Attempt = z.infer<typeof Attempt>;

/** People in order. `name` is masked unless the contest shows names; empty for somebody erased. */
export const PeopleBoardPage = z.object({
  rows: z.array(
    z.object({
      place: z.number(),
      name: z.string(),
      unitName: z.string(),
      points: z.number(),
      timeMs: z.number(),
      isMe: z.boolean(),
    }),
  ),
  people: z.number(),
  /** The asking person's own row; null before the first settled attempt. */
  me: z.nullable(z.object({ place: z.number(), points: z.number(), timeMs: z.number() })),
});
export type PeopleBoardPage = z.infer<typeof PeopleBoardPage>;

/**
 * A unit, region or sector on a board. `people` = with a settled attempt; `rate` = people / head-count as frozen at the contest's start,
 * over the units that have one; null where there is none (`isMissing`: it should have one); `ratedUnits` of `units` below have one. `mean` = points / people;
 * `index` = (n·m + 20·M) / (n + 20) with n people, m their mean and M the mean of the whole contest.
 */
export const UnitStanding = z.object({
  place: z.number(),
  unitId: z.nullable(Id),
  name: z.string(),
  people: z.number(),
  headCount: z.nullable(z.number()),
  rate: z.nullable(z.number()),
  isMissing: z.boolean(),
  units: z.number(),
  ratedUnits: z.number(),
  attempts: z.number(),
  points: z.number(),
  mean: z.number(),
  bestTen: z.number(),
  index: z.number(),
  isMine: z.boolean(),
});
export type UnitStanding = z.infer<typeof UnitStanding>;

export const UnitBoard = z.object({
  measure: z.enum(UNIT_MEASURES),
  /** M of the formula. */
  contestMean: z.number(),
  rows: z.array(UnitStanding),
  total: z.number(),
  /** The own one, wherever it stands. */
  mine: z.nullable(UnitStanding),
  computedAt: z.number(),
});
export type UnitBoard = z.infer<typeof UnitBoard>;

/** A certificate as its holder sees it. `right` of `asked` = the best counting attempt. */
export const Certificate = z.object({
  number: z.string(),
  name: z.string(),
  unitName: z.string(),
  contestTitle: z.string(),
  points: z.number(),
  right: z.number(),
  asked: z.number(),
  issuedOn: Day,
  /** What the QR says: the public page. */
  url: z.string(),
});
export type Certificate = z.infer<typeof Certificate>;

const byContest = z.strictObject({ contestId: Id });
const byAttempt = z.strictObject({ attemptId: Id });
const offset = z.optional(z.string().check(z.regex(/^\d{1,6}$/)));

export const contestRoutes = {
  /** Contests that are for the person's unit, running ones first. */
  list: route('GET', '/api/contests', { who: 'player' }, { reply: z.object({ contests: z.array(ContestCard) }) }),
  home: route('GET', '/api/contests/:contestId', { who: 'player' }, { params: byContest, reply: ContestHome }),
  /**
   * Begins an attempt, or goes on with the one that is open: two tabs, two phones and a repeated request have one attempt.
   * Its day is that of this moment, also when it ends after midnight.
   */
  start: route(
    'POST',
    '/api/contests/:contestId/attempts',
    { who: 'player' },
    {
      params: byContest,
      body: z.strictObject({ kind: z.enum(ATTEMPT_KINDS), deviceId: DeviceId }),
      reply: Attempt,
    },
  ),
  /** An overdue attempt is settled by being looked at. */
  attempt: route('GET', '/api/attempts/:attemptId', { who: 'player' }, { params: byAttempt, reply: Attempt }),
  /** On disk when acknowledged. May be changed until the end, except where the explanation was told: then `already_answered`. */
  answer: route(
    'PUT',
    '/api/attempts/:attemptId/answers/:lineNo',
    { who: 'player' },
    {
      params: z.strictObject({ attemptId: Id, lineNo: z.string().check(z.regex(/^[1-9]\d?$/)) }),
      body: z.strictObject({ choice: Choice }),
      reply: SavedAnswer,
    },
  ),
  /** Hands in. Repeating it, or handing in what the clock has handed in, answers with the result. */
  submit: route(
    'POST',
    '/api/attempts/:attemptId/submission',
    { who: 'player' },
    { params: byAttempt, reply: Attempt },
  ),
  peopleBoard: route(
    'GET',
    '/api/contests/:contestId/boards/people',
    { who: 'player' },
    { params: byContest, query: z.strictObject({ scope: z.enum(RANK_SCOPES), offset }), reply: PeopleBoardPage },
  ),
  /** Units here are enterprises (and units without one); 50 a page. */
  unitBoard: route(
    'GET',
    '/api/contests/:contestId/boards/:board',
    { who: 'player' },
    {
      params: z.strictObject({ contestId: Id, board: z.enum(['units', 'regions', 'sectors']) }),
      query: z.strictObject({ measure: z.optional(z.enum(UNIT_MEASURES)), offset }),
      reply: UnitBoard,
    },
  ),
  /** The person's certificate: made when it is asked for first. `certificate_not_earned` before a passed attempt. */
  certificate: route(
    'POST',
    '/api/contests/:contestId/certificate',
    { who: 'player' },
    { params: byContest, reply: Certificate },
  ),
  /** Is it genuine? For whoever scans the QR: the name masked. Revoked and unknown numbers are `not_found`. */
  verify: route(
    'GET',
    '/api/certificates/:number',
    { who: 'anyone', limit: { per: 'address', count: 300, windowMs: 600_000 } },
    {
      params: z.strictObject({ number: CertificateNumber }),
      reply: z.omit(Certificate, { url: true }),
    },
  ),
} as const;

/** Rows of one page of a board. */
export const BOARD_PAGE = LIMITS.contestBoardRows;
