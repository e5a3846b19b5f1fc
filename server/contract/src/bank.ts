import { Category, Question, QuestionContent, Source } from '@anquanli/question-bank/schema.js';
import * as z from 'zod/mini';
import { route } from './exchange.js';
import { CategoryId, QuestionId, SetId } from './question-bank.js';
import { QUESTION_KINDS } from './vocabulary.js';

/*
 * The admins' desk: sets while they are edited. The questions themselves are those of the question bank's schema, keys
 * included: nothing in this file is for participants. Organisers read, admins write, and who wrote last stays on record. A
 * question or a set is changed on the version that was read (`stale_version` otherwise); of a category, a source or a
 * picture's words the last writer's count.
 */

export const BANK_STATUSES = ['draft', 'in-review', 'approved', 'deprecated', 'retired'] as const;
export type BankStatus = (typeof BANK_STATUSES)[number];

export const DEPRECATION_REASONS = [
  'law-changed',
  'wrong-key',
  'ambiguous',
  'duplicate',
  'too-easy',
  'licence',
  'other',
] as const;

/** Limits of the desk. */
export const BANK_LIMITS = {
  page: 50,
  bulk: 500,
  searchChars: 100,
  mediaBytes: 8 * 1024 * 1024,
  noteChars: 300,
} as const;

const whole = (min: number, max: number) => z.number().check(z.int(), z.minimum(min), z.maximum(max));
const words = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));
const Rows = z.number().check(z.int(), z.minimum(1), z.maximum(2 ** 31 - 1));

/** Who did something, and when (epoch ms). `by` is a name; null when the account is gone or a file brought it. */
export const Stamp = z.object({ at: z.number(), by: z.nullable(z.string()) });
export type Stamp = z.infer<typeof Stamp>;

/** A finding of the bank's checks. `found` and `remedy` are English; clients have words for each code. */
export const BankProblem = z.object({
  code: z.string(),
  questionId: z.nullable(z.string()),
  path: z.nullable(z.string()),
  found: z.string(),
  remedy: z.string(),
});
export type BankProblem = z.infer<typeof BankProblem>;

/** One released version in the list of a set. */
export const BankRelease = z.object({
  version: z.string(),
  status: z.enum(['released', 'withdrawn']),
  questionCount: z.number(),
  contentHash: z.string(),
  released: Stamp,
  withdrawal: z.nullable(z.object({ ...Stamp.shape, reason: z.string() })),
});
export type BankRelease = z.infer<typeof BankRelease>;

/** A set as it is being edited, with its released versions, newest first. */
export const BankSet = z.object({
  setId: z.string(),
  version: z.number(),
  title: z.string(),
  description: z.string(),
  licence: z.string(),
  locale: z.string(),
  /** The day whose law the answers follow, YYYY-MM-DD. */
  legalBasisDate: z.string(),
  questions: z.object({
    total: z.number(),
    byStatus: z.array(z.object({ status: z.enum(BANK_STATUSES), count: z.number() })),
    byKind: z.array(z.object({ kind: z.enum(QUESTION_KINDS), count: z.number() })),
    byCategory: z.array(z.object({ category: z.string(), count: z.number() })),
    byDifficulty: z.array(z.object({ difficulty: z.number(), count: z.number() })),
  }),
  updated: Stamp,
  releases: z.array(BankRelease),
});
export type BankSet = z.infer<typeof BankSet>;

/** What an admin says about a set. */
export const SetDescription = z.strictObject({
  title: words(120),
  description: z.string().check(z.maxLength(2000)),
  licence: words(64),
  legalBasisDate: z.iso.date(),
});
export type SetDescription = z.infer<typeof SetDescription>;

/** A source of the registry. `hasChanged`: amended, repealed or past its last day; who cites it has to look again. */
export const RegisteredSource = z.object({ source: Source, hasChanged: z.boolean(), citedBy: z.number() });
export type RegisteredSource = z.infer<typeof RegisteredSource>;

/** A picture of a set; shown from `/api/media/<sha256>`. */
export const BankMedia = z.object({
  id: z.string(),
  path: z.string(),
  mime: z.string(),
  sha256: z.string(),
  bytes: z.number(),
  width: z.number(),
  height: z.number(),
  alt: z.string(),
  /** How many questions of the set show it. */
  usedBy: z.number(),
});
export type BankMedia = z.infer<typeof BankMedia>;

/** One line of the list of questions. */
export const BankLine = z.object({
  id: z.string(),
  rev: z.number(),
  version: z.number(),
  kind: z.enum(QUESTION_KINDS),
  status: z.enum(BANK_STATUSES),
  stem: z.string(),
  category: z.string(),
  difficulty: z.number(),
  tags: z.array(z.string()),
  /** Short names of the sources it cites. */
  sources: z.array(z.string()),
  citesChangedSource: z.boolean(),
  updated: Stamp,
});
export type BankLine = z.infer<typeof BankLine>;

export const CHANGE_ACTIONS = [
  'seeded',
  'created',
  'imported',
  'edited',
  'sent_to_review',
  'sent_back',
  'answered_blind',
  'source_checked',
  'approved',
  'deprecated',
  'retired',
  'superseded',
] as const;
export type ChangeAction = (typeof CHANGE_ACTIONS)[number];

/** One entry of a question's history. `fields` are the parts that changed. */
export const QuestionChange = z.object({
  changeId: z.string(),
  ...Stamp.shape,
  action: z.enum(CHANGE_ACTIONS),
  rev: z.number(),
  fields: z.array(z.string()),
  note: z.nullable(z.string()),
});
export type QuestionChange = z.infer<typeof QuestionChange>;

/** A question on the desk. `version` is of its row; send it back with every change. */
export const DeskQuestion = z.object({
  setId: z.string(),
  version: z.number(),
  question: Question,
  created: Stamp,
  updated: Stamp,
  /** The latest released version that holds it, and the revision there; null when it was never released. */
  released: z.nullable(z.object({ version: z.string(), rev: z.number() })),
  citesChangedSource: z.boolean(),
  problems: z.array(BankProblem),
  /** What is still missing before it can be released; empty when it is ready. */
  missing: z.array(BankProblem),
});
export type DeskQuestion = z.infer<typeof DeskQuestion>;

/** What a second reader answers without seeing the key; as the bank's blind sheets have it. */
export const BlindAnswer = z.union([
  z.strictObject({ option: z.string().check(z.maxLength(8)) }),
  z.strictObject({ options: z.array(z.string().check(z.maxLength(8))).check(z.maxLength(10)) }),
  z.strictObject({ value: z.union([z.boolean(), z.number()]) }),
  z.strictObject({ order: z.array(z.string().check(z.maxLength(8))).check(z.maxLength(10)) }),
  z.strictObject({ blanks: z.array(z.string().check(z.maxLength(60))).check(z.maxLength(6)) }),
  z.strictObject({ regions: z.array(z.string().check(z.maxLength(8))).check(z.maxLength(30)) }),
]);
export type BlindAnswer = z.infer<typeof BlindAnswer>;

/**
 * A question for a second reader: no key, options in an order of its own. Of a hot-spot the options are its places by name,
 * and `mode` says whether one or all are to be found.
 */
export const BlindQuestion = z.object({
  id: z.string(),
  version: z.number(),
  type: z.enum(QUESTION_KINDS),
  category: z.string(),
  stem: z.string(),
  media: z.array(BankMedia),
  options: z.array(z.object({ id: z.string(), text: z.string(), media: z.nullable(BankMedia) })),
  unit: z.nullable(z.string()),
  blanks: z.number(),
  mode: z.nullable(z.enum(['find-one', 'find-all'])),
});
export type BlindQuestion = z.infer<typeof BlindQuestion>;

const bySet = z.strictObject({ setId: SetId });
const byQuestion = z.strictObject({ setId: SetId, questionId: QuestionId });
const reader = { who: 'organiser' } as const;
const editor = { who: 'admin' } as const;
/** Of a picture in base64, with room for one that is too large to be told so. */
const BODY_BYTES = 12 * 1024 * 1024;

/** One change for many questions. Tags are added and taken away; what is not named stays. */
export const BulkChange = z.strictObject({
  category: z.optional(CategoryId),
  difficulty: z.optional(whole(1, 5)),
  addTags: z.optional(z.array(words(24)).check(z.maxLength(12))),
  removeTags: z.optional(z.array(words(24)).check(z.maxLength(12))),
  /** Adds a citation to those that do not have it. */
  cite: z.optional(z.strictObject({ source: CategoryId, locator: z.optional(words(60)) })),
});
export type BulkChange = z.infer<typeof BulkChange>;

/** Where a question may go. `approved` is refused with `question_not_ready` until its checks are there. */
export const StatusChange = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('draft'), note: z.optional(words(BANK_LIMITS.noteChars)) }),
  z.strictObject({ to: z.literal('in-review') }),
  z.strictObject({ to: z.literal('approved') }),
  z.strictObject({
    to: z.literal('deprecated'),
    reason: z.enum(DEPRECATION_REASONS),
    note: z.optional(words(BANK_LIMITS.noteChars)),
  }),
  z.strictObject({ to: z.literal('retired') }),
]);
export type StatusChange = z.infer<typeof StatusChange>;

/** What became of each question of a bulk change; `code` is null where it went well. */
export const BulkOutcome = z.object({
  outcomes: z.array(z.object({ questionId: z.string(), code: z.nullable(z.string()) })),
});

export const QuestionFilter = z.strictObject({
  /** In stem, options, explanation, tags; also an id. */
  text: z.optional(z.string().check(z.maxLength(BANK_LIMITS.searchChars))),
  category: z.optional(CategoryId),
  kind: z.optional(z.enum(QUESTION_KINDS)),
  difficulty: z.optional(z.enum(['1', '2', '3', '4', '5'])),
  status: z.optional(z.enum(BANK_STATUSES)),
  source: z.optional(CategoryId),
  /** Only those that cite a source that has changed. */
  changedSource: z.optional(z.literal('1')),
  importId: z.optional(z.string().check(z.regex(/^[0-9a-f-]{36}$/))),
  /** Only those that no version has released as they are now. */
  unreleased: z.optional(z.literal('1')),
  offset: z.optional(z.string().check(z.regex(/^\d{1,6}$/))),
});
export type QuestionFilter = z.infer<typeof QuestionFilter>;

export const bankRoutes = {
  sets: route('GET', '/api/bank/sets', reader, { reply: z.object({ sets: z.array(BankSet) }) }),
  /** A new set; its id is made from `setId` or by the server. `set_exists` when taken. */
  createSet: route('POST', '/api/bank/sets', editor, {
    body: z.strictObject({ setId: z.optional(SetId), ...SetDescription.shape }),
    reply: BankSet,
  }),
  set: route('GET', '/api/bank/sets/:setId', reader, { params: bySet, reply: BankSet }),
  describeSet: route('PUT', '/api/bank/sets/:setId', editor, {
    params: bySet,
    body: z.strictObject({ version: Rows, ...SetDescription.shape }),
    reply: BankSet,
  }),

  registry: route('GET', '/api/bank/registry', reader, {
    reply: z.object({ categories: z.array(Category), sources: z.array(RegisteredSource) }),
  }),
  /** Adds or changes a category; those of released sets keep their id for ever. */
  putCategory: route('PUT', '/api/bank/categories/:categoryId', editor, {
    params: z.strictObject({ categoryId: CategoryId }),
    body: z.strictObject({ title: words(120) }),
    reply: Category,
  }),
  /** Adds or changes a source: marks a law as amended, adds the one that replaces it, or the house rules of a company. */
  putSource: route('PUT', '/api/bank/sources/:sourceId', editor, {
    params: z.strictObject({ sourceId: CategoryId }),
    body: z.strictObject({ source: Source }),
    reply: RegisteredSource,
  }),

  questions: route('GET', '/api/bank/sets/:setId/questions', reader, {
    params: bySet,
    query: QuestionFilter,
    reply: z.object({ questions: z.array(BankLine), total: z.number() }),
  }),
  question: route('GET', '/api/bank/sets/:setId/questions/:questionId', reader, {
    params: byQuestion,
    reply: DeskQuestion,
  }),
  createQuestion: route('POST', '/api/bank/sets/:setId/questions', editor, {
    params: bySet,
    body: z.strictObject({ content: QuestionContent }),
    reply: DeskQuestion,
  }),
  /**
   * Saves the content. Checks that it no longer bears out are taken off, and an approved question goes back to review.
   * `key_changed` when a released question's answer would change: that needs a successor.
   */
  saveQuestion: route('PUT', '/api/bank/sets/:setId/questions/:questionId', editor, {
    params: byQuestion,
    body: z.strictObject({ version: Rows, content: QuestionContent }),
    reply: DeskQuestion,
  }),
  /** A new question in place of a released one whose answer or meaning changes; the old one is deprecated. */
  succeedQuestion: route('POST', '/api/bank/sets/:setId/questions/:questionId/successor', editor, {
    params: byQuestion,
    body: z.strictObject({
      version: Rows,
      content: QuestionContent,
      reason: z.enum(DEPRECATION_REASONS),
      note: z.optional(words(BANK_LIMITS.noteChars)),
    }),
    reply: DeskQuestion,
  }),
  moveQuestion: route('POST', '/api/bank/sets/:setId/questions/:questionId/status', editor, {
    params: byQuestion,
    body: z.strictObject({ version: Rows, change: StatusChange }),
    reply: DeskQuestion,
  }),
  /** Changes many at once; each stands for itself. */
  changeMany: route('POST', '/api/bank/sets/:setId/questions/bulk', editor, {
    params: bySet,
    body: z.strictObject({
      questionIds: z.array(QuestionId).check(z.minLength(1), z.maxLength(BANK_LIMITS.bulk)),
      change: z.optional(BulkChange),
      move: z.optional(z.enum(['in-review', 'approved', 'draft', 'retired'])),
    }),
    reply: BulkOutcome,
  }),
  history: route('GET', '/api/bank/sets/:setId/questions/:questionId/history', reader, {
    params: byQuestion,
    reply: z.object({ changes: z.array(QuestionChange) }),
  }),
  /** The question as it was after a change of its history. */
  historyEntry: route('GET', '/api/bank/sets/:setId/questions/:questionId/history/:changeId', reader, {
    params: z.strictObject({
      setId: SetId,
      questionId: QuestionId,
      changeId: z.string().check(z.regex(/^[0-9a-f-]{36}$/)),
    }),
    reply: z.object({ change: QuestionChange, question: Question }),
  }),

  /** The review queue: the next question in review after `after` (by id) without its key, and how many wait. */
  nextReview: route('GET', '/api/bank/sets/:setId/review', editor, {
    params: bySet,
    query: z.strictObject({ after: z.optional(QuestionId), only: z.optional(QuestionId) }),
    reply: z.object({ question: z.nullable(BlindQuestion), waiting: z.number() }),
  }),
  /** Answers without having seen the key; the outcome goes on record. The reply shows the question whole. */
  answerBlind: route('POST', '/api/bank/sets/:setId/questions/:questionId/blind-answer', editor, {
    params: byQuestion,
    body: z.strictObject({ version: Rows, answer: BlindAnswer }),
    reply: z.object({ agrees: z.boolean(), desk: DeskQuestion }),
  }),
  /** Records that the cited text was opened and says so (or does not). */
  checkSource: route('POST', '/api/bank/sets/:setId/questions/:questionId/source-check', editor, {
    params: byQuestion,
    body: z.strictObject({ version: Rows, agrees: z.boolean(), note: z.optional(words(BANK_LIMITS.noteChars)) }),
    reply: DeskQuestion,
  }),

  media: route('GET', '/api/bank/sets/:setId/media', reader, {
    params: bySet,
    reply: z.object({ media: z.array(BankMedia) }),
  }),
  /** A picture: PNG, JPEG, WebP or GIF by its content, re-encoded. `content` is base64. The same picture again is the same entry. */
  addMedia: route(
    'POST',
    '/api/bank/sets/:setId/media',
    { ...editor, bodyBytes: BODY_BYTES },
    {
      params: bySet,
      body: z.strictObject({
        alt: words(300),
        // As long as a body: a file that is too large is told so, not that its form is wrong.
        content: z.string().check(z.minLength(4), z.maxLength(BODY_BYTES)),
      }),
      reply: BankMedia,
    },
  ),
  describeMedia: route('PUT', '/api/bank/sets/:setId/media/:mediaId', editor, {
    params: z.strictObject({ setId: SetId, mediaId: CategoryId }),
    body: z.strictObject({ alt: words(300) }),
    reply: BankMedia,
  }),
} as const;
