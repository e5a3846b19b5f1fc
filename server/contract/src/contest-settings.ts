import * as z from 'zod/mini';
import { Day } from './contest.js';
import { Id } from './identity.js';
import { CategoryId, SetId, SetVersion } from './question-bank.js';
import { Sector } from './units.js';
import { CONTEST_BOARDS, COUNTINGS, LIMITS, QUESTION_KINDS } from './vocabulary.js';

const whole = ({ min, max }: { readonly min: number; readonly max: number }) =>
  z.number().check(z.int(), z.minimum(min), z.maximum(max));
const points = whole(LIMITS.points);
const { questionsPerPaper } = LIMITS;

/** Minutes from midnight in the contest's zone; `until` may be 1,440. */
const DailyHours = z.strictObject({
  from: whole({ min: 0, max: 1_439 }),
  until: whole({ min: 1, max: 1_440 }),
});

/** So many questions of these sets, categories, kinds and difficulties; an empty list = any. A question is in a paper once. */
export const BlueprintPart = z.strictObject({
  count: whole(questionsPerPaper),
  setIds: z.array(SetId).check(z.maxLength(LIMITS.questionSetsPerContest)),
  categories: z.array(CategoryId).check(z.maxLength(200)),
  kinds: z.array(z.enum(QUESTION_KINDS)).check(z.maxLength(QUESTION_KINDS.length)),
  difficulties: z.array(whole({ min: 1, max: 5 })).check(z.maxLength(5)),
});
export type BlueprintPart = z.infer<typeof BlueprintPart>;

/** What a paper brings: so many points for each right answer, or by a threshold; and on top for a paper without a mistake. */
export const PointsRule = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('right'), perRight: points, fullBonus: points }),
  z.strictObject({
    by: z.literal('threshold'),
    /** Right answers from which on it is `reached`. */
    atLeast: whole(questionsPerPaper),
    reached: points,
    otherwise: points,
    fullBonus: points,
  }),
]);
export type PointsRule = z.infer<typeof PointsRule>;

/** All that an organiser decides about a contest. */
export const ContestSettings = z.strictObject({
  title: z.string().check(z.trim(), z.minLength(1), z.maxLength(LIMITS.titleChars)),
  /** IANA name, such as `Asia/Shanghai`. */
  timeZone: z.string().check(z.minLength(1), z.maxLength(40)),
  firstDay: Day,
  lastDay: Day,
  hours: z.nullable(DailyHours),
  /** Units with all below them, and sectors; an empty list = all. Both must fit. */
  audience: z.strictObject({
    unitIds: z.array(Id).check(z.maxLength(200)),
    sectors: z.array(Sector).check(z.maxLength(50)),
  }),
  sets: z
    .array(z.strictObject({ setId: SetId, version: SetVersion }))
    .check(z.minLength(1), z.maxLength(LIMITS.questionSetsPerContest)),
  blueprint: z.array(BlueprintPart).check(z.minLength(1), z.maxLength(LIMITS.blueprintParts)),
  limitSeconds: z.nullable(whole(LIMITS.paperSeconds)),
  attemptsADay: whole(LIMITS.attemptsADay),
  counting: z.enum(COUNTINGS),
  points: PointsRule,
  feedback: z.enum(['each', 'end']),
  /** Share of right answers from which an attempt is passed, per cent. */
  passPercent: whole({ min: 1, max: 100 }),
  practice: z.nullable(z.strictObject({ perDay: whole(LIMITS.practicesADay) })),
  hasCertificate: z.boolean(),
  boards: z.array(z.enum(CONTEST_BOARDS)).check(z.maxLength(CONTEST_BOARDS.length)),
  names: z.enum(['masked', 'full']),
  asksEmployeeNo: z.boolean(),
  /** Days after the last one when the names of its people are emptied, unless another contest still needs them; null = never. */
  eraseAfterDays: z.nullable(whole(LIMITS.eraseAfterDays)),
});
export type ContestSettings = z.infer<typeof ContestSettings>;
