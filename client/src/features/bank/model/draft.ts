import * as z from 'zod/mini';
import { QUESTION_KINDS, type QuestionKind } from '@anquanli/contract/vocabulary';

/*
 * A question while it is being written: fields of all kinds side by side, so that trying another kind loses nothing, and
 * what is typed stays text until it is sent. A schema, because a draft is kept on the device and read back.
 */

const Point = z.tuple([z.number(), z.number()]);
const named = { id: z.string(), label: z.string(), feedback: z.string(), isRight: z.boolean() };

/** A zone of the picture, right or a decoy. x, y, r as in the bank's schema: shares of the picture. */
export const DraftZone = z.discriminatedUnion('shape', [
  z.object({ ...named, shape: z.literal('rect'), from: Point, to: Point }),
  z.object({ ...named, shape: z.literal('circle'), center: Point, r: z.number() }),
  z.object({ ...named, shape: z.literal('poly'), points: z.array(Point) }),
]);
export type DraftZone = z.infer<typeof DraftZone>;

const DraftOption = z.object({
  id: z.string(),
  text: z.string(),
  feedback: z.string(),
  isPinned: z.boolean(),
  media: z.nullable(z.string()),
});
export type DraftOption = z.infer<typeof DraftOption>;

const DraftCitation = z.object({ source: z.string(), locator: z.string(), checkedOn: z.string() });
export type DraftCitation = z.infer<typeof DraftCitation>;

const Range = z.object({ min: z.string(), max: z.string() });

export const Draft = z.object({
  kind: z.enum(QUESTION_KINDS),
  stem: z.string(),
  media: z.array(z.string()),
  options: z.array(DraftOption),
  /** Ids of the right options; a single choice has one. */
  right: z.array(z.string()),
  multipleScoring: z.enum(['exact', 'partial-no-wrong']),
  truth: z.nullable(z.boolean()),
  /** The right order, first to last. */
  order: z.array(z.string()),
  orderingScoring: z.enum(['exact', 'adjacent-pairs']),
  ranges: z.array(Range),
  unit: z.string(),
  decimals: z.nullable(z.number()),
  /** Accepted writings of each blank. */
  blanks: z.array(z.array(z.string())),
  isAnyOrder: z.boolean(),
  mode: z.enum(['find-one', 'find-all']),
  zones: z.array(DraftZone),
  maxClicks: z.nullable(z.number()),
  /** Per cent of the picture's width. */
  tolerance: z.nullable(z.number()),
  explanation: z.string(),
  citations: z.array(DraftCitation),
  category: z.string(),
  difficulty: z.number(),
  tags: z.array(z.string()),
  timeLimitSec: z.nullable(z.number()),
  validFrom: z.string(),
  validTo: z.string(),
  /** Kept as it came: other languages are not written here. */
  translations: z.nullable(
    z.record(
      z.string(),
      z.object({
        stem: z.string(),
        options: z.optional(z.record(z.string(), z.string())),
        explanation: z.optional(z.string()),
      }),
    ),
  ),
});
export type Draft = z.infer<typeof Draft>;

export const OPTION_KINDS: readonly QuestionKind[] = ['single', 'multiple', 'ordering'];

export const hasOptions = (kind: QuestionKind): boolean => OPTION_KINDS.includes(kind);

const emptyOption = (id: string): DraftOption => ({ id, text: '', feedback: '', isPinned: false, media: null });

export function newDraft(category: string, kind: QuestionKind = 'single'): Draft {
  const ids = ['a', 'b', 'c', 'd'];
  return {
    kind,
    stem: '',
    media: [],
    options: ids.map(emptyOption),
    right: [],
    multipleScoring: 'exact',
    truth: null,
    order: ids,
    orderingScoring: 'exact',
    ranges: [{ min: '', max: '' }],
    unit: '',
    decimals: null,
    blanks: [['']],
    isAnyOrder: false,
    mode: 'find-all',
    zones: [],
    maxClicks: null,
    tolerance: null,
    explanation: '',
    citations: [],
    category,
    difficulty: 2,
    tags: [],
    timeLimitSec: null,
    validFrom: '',
    validTo: '',
    translations: null,
  };
}

/** With one option more; its id was not used in this draft. */
export function withOption(draft: Draft): Draft {
  const id = freeId(
    draft.options.map((option) => option.id),
    'abcdefghijklmnopqrstuvwxyz'.split(''),
  );
  return { ...draft, options: [...draft.options, emptyOption(id)], order: [...draft.order, id] };
}

export function withoutOption(draft: Draft, id: string): Draft {
  return {
    ...draft,
    options: draft.options.filter((option) => option.id !== id),
    right: draft.right.filter((each) => each !== id),
    order: draft.order.filter((each) => each !== id),
  };
}

export function withOptionChanged(draft: Draft, id: string, change: Partial<DraftOption>): Draft {
  return {
    ...draft,
    options: draft.options.map((option) => (option.id === id ? { ...option, ...change } : option)),
  };
}

/** Marks an option as right: the only one of a single choice, one more (or less) of a multiple. */
export function withRight(draft: Draft, id: string): Draft {
  if (draft.kind === 'single') return { ...draft, right: [id] };
  const right = draft.right.includes(id) ? draft.right.filter((each) => each !== id) : [...draft.right, id];
  return { ...draft, right };
}

/** Another kind. Of several right options a single choice keeps the first. */
export function withKind(draft: Draft, kind: QuestionKind): Draft {
  return { ...draft, kind, right: kind === 'single' ? draft.right.slice(0, 1) : draft.right };
}

/** `items` with the one at `from` moved to `to`. Out of range changes nothing. */
export function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const item = items[from];
  if (item === undefined || to < 0 || to >= items.length) return [...items];
  const rest = items.filter((_, index) => index !== from);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}

/** The first of `wanted` that is not in use. */
export function freeId(used: readonly string[], wanted: readonly string[]): string {
  return wanted.find((id) => !used.includes(id)) ?? `${wanted[0] ?? 'x'}${used.length}`;
}
