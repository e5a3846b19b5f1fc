import * as z from 'zod/mini';
import { LIVE_KINDS } from './vocabulary.js';

/** What people see of a question, what they may choose, and — apart, on purpose — what is right. */

export const OptionId = z.string().check(z.regex(/^[a-z][a-z0-9]{0,7}$/));

/** `text` is null where phones show only the option buttons. Letters follow the order of the list. */
export const OptionView = z.object({ id: z.string(), text: z.nullable(z.string()) });
export type OptionView = z.infer<typeof OptionView>;

/** What a participant chose. One branch a kind; a multiple choice lists at least one option, each once. */
export const Choice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('single'), option: OptionId }),
  z.strictObject({ kind: z.literal('multiple'), options: z.array(OptionId).check(z.minLength(1), z.maxLength(10)) }),
  z.strictObject({ kind: z.literal('boolean'), value: z.boolean() }),
]);
export type Choice = z.infer<typeof Choice>;

/** The right answer. Only revealed views, host views and the bank's own routes hold one. */
export const Key = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('single'), option: z.string() }),
  z.object({ kind: z.literal('multiple'), options: z.array(z.string()) }),
  z.object({ kind: z.literal('boolean'), value: z.boolean() }),
]);
export type Key = z.infer<typeof Key>;

export const Citation = z.object({ title: z.string(), locator: z.nullable(z.string()) });
export type Citation = z.infer<typeof Citation>;

/**
 * A question on air. `opensAt`/`closesAt` are server time (epoch ms); `closesAt` is null when the host closes by hand.
 * `limitMs` is the T of the score: adding time moves `closesAt`, never `limitMs`. `stem` is null on phones that show only buttons.
 */
export const QuestionView = z.object({
  questionNo: z.number(),
  kind: z.enum(LIVE_KINDS),
  stem: z.nullable(z.string()),
  options: z.array(OptionView),
  opensAt: z.number(),
  closesAt: z.nullable(z.number()),
  limitMs: z.nullable(z.number()),
});
export type QuestionView = z.infer<typeof QuestionView>;

/** How the hall answered. `choices` counts per option id (`true`/`false` for boolean); `seats` are those who could have answered. */
export const Distribution = z.object({
  seats: z.number(),
  answered: z.number(),
  right: z.number(),
  choices: z.array(z.object({ id: z.string(), count: z.number() })),
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
