import * as z from 'zod';
import {
  BooleanAnswer,
  HotspotAnswer,
  MultipleAnswer,
  NumericAnswer,
  Options,
  OrderingAnswer,
  SingleAnswer,
  TextAnswer,
} from './schema-answers.js';
import {
  Day,
  Explanation,
  Label,
  Locale,
  Note,
  OptionId,
  OptionText,
  QuestionId,
  Sha256,
  Slug,
  Stem,
  Title,
  Version,
} from './schema-words.js';

/**
 * The shape of question sets. Unknown keys are refused everywhere, and nothing is filled in or converted while
 * reading, so that what is hashed is what was written. What a shape cannot say is in `rules/`.
 */

export const FORMAT_VERSION = 1;

export const Category = z.strictObject({ id: Slug, title: Label, parent: Slug.optional() }).meta({ id: 'Category' });
export type Category = z.infer<typeof Category>;

/** A law, standard or guideline. `effectiveTo` is the last day in force; null or absent days are not known or open. */
export const Source = z
  .strictObject({
    id: Slug,
    kind: z.enum([
      'law',
      'regulation',
      'rule',
      'standard-mandatory',
      'standard-recommended',
      'judicial',
      'guideline',
      'internal',
      'other',
    ]),
    title: Title,
    number: z.string().min(1).max(80).optional(),
    issuer: z.string().min(1).max(120).optional(),
    adoptedOn: Day.nullable().optional(),
    effectiveFrom: Day.nullable().optional(),
    effectiveTo: Day.nullable().optional(),
    status: z.enum(['upcoming', 'in-force', 'amended', 'repealed', 'unknown']),
    supersedes: z.array(z.string().min(1).max(80)).max(10).optional(),
  })
  .meta({ id: 'Source' });
export type Source = z.infer<typeof Source>;

export const Media = z
  .strictObject({
    id: Slug,
    path: z.string().regex(/^media\/[A-Za-z0-9_-][A-Za-z0-9._-]{0,119}$/),
    mime: z.enum(['image/png', 'image/jpeg', 'image/webp', 'image/svg+xml', 'audio/mpeg', 'video/mp4']),
    sha256: Sha256,
    bytes: z.int().min(1).max(5_242_880),
    width: z.int().min(1).max(8192).optional(),
    height: z.int().min(1).max(8192).optional(),
    alt: z.string().max(300),
    licence: z.string().min(1).max(64).optional(),
    credit: z.string().min(1).max(200).optional(),
  })
  .meta({ id: 'Media' });
export type Media = z.infer<typeof Media>;

/** `locator` is the article as the source prints it: 第五十四条, 5.1.5. */
export const Citation = z
  .strictObject({ source: Slug, locator: z.string().min(1).max(60).optional(), checkedOn: Day.optional() })
  .meta({ id: 'Citation' });
export type Citation = z.infer<typeof Citation>;

export const CHECK_KINDS = ['source-text', 'fact-sheet', 'independent-answer', 'expert-review'] as const;

/** A record of what was done to find out whether the question is true, never of who did it. */
export const Check = z
  .strictObject({ kind: z.enum(CHECK_KINDS), on: Day, result: z.enum(['agrees', 'disagrees']), note: Note.optional() })
  .meta({ id: 'Check' });
export type Check = z.infer<typeof Check>;

export const Provenance = z
  .strictObject({
    origin: z.enum(['authored', 'imported', 'derived']),
    file: z.string().min(1).max(200).optional(),
    sha256: Sha256.optional(),
    row: z.int().min(1).optional(),
    licence: z.string().min(1).max(64).optional(),
  })
  .meta({ id: 'Provenance' });

export const Deprecation = z
  .strictObject({
    since: Version.meta({ description: 'The first version in which the question is deprecated.' }),
    reason: z.enum(['law-changed', 'wrong-key', 'ambiguous', 'duplicate', 'too-easy', 'licence', 'other']),
    note: Note.optional(),
    replacedBy: QuestionId.optional(),
  })
  .meta({ id: 'Deprecation' });

export const Translation = z
  .strictObject({
    stem: Stem,
    options: z.record(OptionId, OptionText).optional(),
    explanation: Explanation.optional(),
  })
  .meta({ id: 'Translation' });

export const QUESTION_STATUSES = ['draft', 'in-review', 'approved', 'deprecated', 'retired'] as const;

const MediaRefs = z.array(Slug).max(4);

/** What a question says: everything that an author writes. */
const content = {
  stem: Stem,
  explanation: Explanation.optional(),
  difficulty: z.int().min(1).max(5),
  category: Slug,
  tags: z.array(z.string().min(1).max(24)).max(12).optional(),
  timeLimitSec: z.int().min(5).max(600).optional(),
  citations: z.array(Citation).max(6),
  validFrom: Day.nullable().optional(),
  validTo: Day.nullable().optional(),
  translations: z.record(Locale, Translation).optional(),
};

/** What is known about a question: which one it is, where it stands, what was done to it. */
const record = {
  id: QuestionId,
  rev: z.int().min(1).max(9999),
  status: z.enum(QUESTION_STATUSES),
  checks: z.array(Check).max(20).optional(),
  provenance: Provenance.optional(),
  supersedes: z.array(QuestionId).max(5).optional(),
  deprecation: Deprecation.optional(),
};

/** Fields that authors do not write; the others are {@link QuestionContent}. */
export const QUESTION_RECORD_FIELDS = Object.keys(record) as readonly (keyof typeof record)[];

/** One branch a kind, each with these fields more. */
function kinds<const More extends z.core.$ZodLooseShape>(more: More) {
  const common = { ...more, ...content };
  const withMedia = { ...common, media: MediaRefs.optional() };
  const withOptions = { ...withMedia, options: Options };
  return z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('single'), ...withOptions, answer: SingleAnswer }),
    z.strictObject({ type: z.literal('multiple'), ...withOptions, answer: MultipleAnswer }),
    z.strictObject({ type: z.literal('boolean'), ...withMedia, answer: BooleanAnswer }),
    z.strictObject({ type: z.literal('ordering'), ...withOptions, answer: OrderingAnswer }),
    z.strictObject({ type: z.literal('numeric'), ...withMedia, answer: NumericAnswer }),
    z.strictObject({ type: z.literal('text'), ...withMedia, answer: TextAnswer }),
    z.strictObject({ type: z.literal('hotspot'), ...common, media: MediaRefs.length(1), answer: HotspotAnswer }),
  ]);
}

/** A question as authors write it, without its record. */
export const QuestionContent = kinds({}).meta({ id: 'QuestionContent' });
export type QuestionContent = z.infer<typeof QuestionContent>;

export const Question = kinds(record).meta({ id: 'Question' });
export type Question = z.infer<typeof Question>;
export type QuestionType = Question['type'];
export type QuestionStatus = Question['status'];
export type QuestionOf<T extends QuestionType> = Extract<Question, { type: T }>;

const described = {
  id: Slug,
  locale: Locale,
  title: Label,
  description: z.string().max(2000),
  licence: z.string().min(1).max(64),
  legalBasisDate: Day.meta({ description: 'The day whose law the answers follow.' }),
};

/** sets/<set>/set.json, as authors write it: `categories` are ids of the registry, sources follow from citations. */
export const SetMeta = z
  .strictObject({ ...described, categories: z.array(Slug).min(1).max(200), media: z.array(Media).max(2000).optional() })
  .meta({ id: 'SetMeta' });
export type SetMeta = z.infer<typeof SetMeta>;

/** A whole set: what is checked, released, hashed and played. A released set has a `contentHash`. */
export const QuestionSet = z
  .strictObject({
    formatVersion: z.literal(FORMAT_VERSION),
    ...described,
    version: Version,
    status: z.enum(['draft', 'released', 'withdrawn']),
    categories: z.array(Category).min(1).max(200),
    sources: z.array(Source).max(500),
    media: z.array(Media).max(2000),
    questions: z.array(Question).max(5000),
    contentHash: Sha256.optional(),
  })
  .meta({ id: 'QuestionSet', title: 'Question set' });
export type QuestionSet = z.infer<typeof QuestionSet>;
