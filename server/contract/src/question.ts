import * as z from 'zod/mini';
import { QUESTION_KINDS } from './vocabulary.js';

/** What people see of a question, what they may choose, and — apart, on purpose — what is right. */

export const OptionId = z.string().check(z.regex(/^[a-z][a-z0-9]{0,7}$/));

/** A picture of a question, at `/api/media/<sha256>`. Sizes in pixels of the original; for drawings the proportion counts. */
export const MediaView = z.object({
  src: z.string(),
  alt: z.string(),
  width: z.number(),
  height: z.number(),
});
export type MediaView = z.infer<typeof MediaView>;

/**
 * `text` is null where phones show only the option buttons. Letters follow the order of the list. For a hot-spot these are
 * the places of the picture by name, right and wrong ones mixed, for people who cannot see or point.
 */
export const OptionView = z.object({ id: z.string(), text: z.nullable(z.string()), media: z.optional(MediaView) });
export type OptionView = z.infer<typeof OptionView>;

/** A place in a picture: x and y as shares of its width and height, 0–1. */
export const PointInPicture = z.tuple([
  z.number().check(z.minimum(0), z.maximum(1)),
  z.number().check(z.minimum(0), z.maximum(1)),
]);
export type PointInPicture = z.infer<typeof PointInPicture>;

/** What a person types into a blank; may be empty as long as another one is not. */
const FilledBlank = z.string().check(z.maxLength(60));

/**
 * What a participant chose. One branch a kind; a multiple choice lists at least one option, each once; an ordering all of
 * them. `blanks` are in the order of the stem. A hot-spot is answered by taps (`points`), by names (`places`), or both;
 * at least one, together at most the question's `maxClicks`.
 */
export const Choice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('single'), option: OptionId }),
  z.strictObject({ kind: z.literal('multiple'), options: z.array(OptionId).check(z.minLength(1), z.maxLength(10)) }),
  z.strictObject({ kind: z.literal('boolean'), value: z.boolean() }),
  z.strictObject({ kind: z.literal('ordering'), order: z.array(OptionId).check(z.minLength(2), z.maxLength(10)) }),
  z.strictObject({ kind: z.literal('numeric'), value: z.number().check(z.minimum(-1e9), z.maximum(1e9)) }),
  z.strictObject({ kind: z.literal('text'), blanks: z.array(FilledBlank).check(z.minLength(1), z.maxLength(6)) }),
  z.strictObject({
    kind: z.literal('hotspot'),
    points: z.array(PointInPicture).check(z.maxLength(30)),
    places: z.array(OptionId).check(z.maxLength(30)),
  }),
]);
export type Choice = z.infer<typeof Choice>;

const named = { id: z.string(), label: z.string(), feedback: z.nullable(z.string()) };

/** A zone of a picture. `id` is the one of the list form; `r` is a share of the picture's width. */
export const Zone = z.discriminatedUnion('shape', [
  z.object({ ...named, shape: z.literal('rect'), from: PointInPicture, to: PointInPicture }),
  z.object({ ...named, shape: z.literal('circle'), center: PointInPicture, r: z.number() }),
  z.object({ ...named, shape: z.literal('poly'), points: z.array(PointInPicture) }),
]);
export type Zone = z.infer<typeof Zone>;

/** The right answer. Only revealed views, host views and the bank's own routes hold one. */
export const Key = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('single'), option: z.string() }),
  z.object({ kind: z.literal('multiple'), options: z.array(z.string()) }),
  z.object({ kind: z.literal('boolean'), value: z.boolean() }),
  z.object({ kind: z.literal('ordering'), order: z.array(z.string()) }),
  /** Any of the ranges is right, both ends included. */
  z.object({
    kind: z.literal('numeric'),
    accept: z.array(z.object({ min: z.number(), max: z.number() })),
    unit: z.nullable(z.string()),
  }),
  /** One list of accepted writings a blank; the first is the one to show. */
  z.object({ kind: z.literal('text'), blanks: z.array(z.array(z.string())), anyOrder: z.boolean() }),
  /** `zones` are right; `tolerance` widens each, as a share of the picture's width. */
  z.object({
    kind: z.literal('hotspot'),
    mode: z.enum(['find-one', 'find-all']),
    zones: z.array(Zone),
    tolerance: z.number(),
  }),
]);
export type Key = z.infer<typeof Key>;

export const Citation = z.object({ title: z.string(), locator: z.nullable(z.string()) });
export type Citation = z.infer<typeof Citation>;

/** How an answer is entered, where options do not say it. `decimals` = digits after the point that make sense. */
export const AnswerForm = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('numeric'), unit: z.nullable(z.string()), decimals: z.number() }),
  z.object({ kind: z.literal('text'), blanks: z.number() }),
  z.object({ kind: z.literal('hotspot'), mode: z.enum(['find-one', 'find-all']), maxClicks: z.number() }),
]);
export type AnswerForm = z.infer<typeof AnswerForm>;

/**
 * A question on air. `opensAt`/`closesAt` are server time (epoch ms); `closesAt` is null when the host closes by hand.
 * `limitMs` is the T of the score: adding time moves `closesAt`, never `limitMs`. `stem` is null on phones that show only buttons.
 */
export const QuestionView = z.object({
  questionNo: z.number(),
  kind: z.enum(QUESTION_KINDS),
  stem: z.nullable(z.string()),
  options: z.array(OptionView),
  /** Pictures of the stem; for a hot-spot the one picture that is tapped. */
  media: z.array(MediaView),
  /** null for kinds that are answered by options. */
  form: z.nullable(AnswerForm),
  opensAt: z.number(),
  closesAt: z.nullable(z.number()),
  limitMs: z.nullable(z.number()),
});
export type QuestionView = z.infer<typeof QuestionView>;

/**
 * How the hall answered; `seats` are those who could have answered. `choices` counts
 * - single, multiple, boolean: per option id (`true`/`false` for boolean);
 * - ordering: per option id, how many put it in its right place;
 * - numeric: per value (as text), the most frequent twelve, and `other` for the rest;
 * - text: per blank (`1`, `2`, …), how many filled it rightly: what people typed is not shown to the hall;
 * - hotspot: per place, how many found or named it.
 */
export const Distribution = z.object({
  seats: z.number(),
  answered: z.number(),
  right: z.number(),
  choices: z.array(z.object({ id: z.string(), count: z.number() })),
  /** Where a hot-spot was tapped: a grid over the picture, cells `[column, row, taps]` from 0, empty ones left out. */
  heat: z.optional(
    z.object({
      columns: z.number(),
      rows: z.number(),
      cells: z.array(z.tuple([z.number(), z.number(), z.number()])),
    }),
  ),
});
export type Distribution = z.infer<typeof Distribution>;

/** The truth about one question. `voidReason` is set when the question was withdrawn after its reveal. */
export const Revelation = z.object({
  key: Key,
  explanation: z.string(),
  citations: z.array(Citation),
  voidReason: z.nullable(z.string()),
});
export type Revelation = z.infer<typeof Revelation>;
