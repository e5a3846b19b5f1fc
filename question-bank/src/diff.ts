import { canonicalJson } from './canonical.js';
import { changedKey, type KeyChange } from './key-change.js';
import type { Problem } from './problem.js';
import type { Question, QuestionSet } from './schema.js';
import { largestBump, type Bump } from './version.js';

/** One difference between two versions of a set and how much of a version it asks for. */
export interface Change {
  readonly bump: Exclude<Bump, 'none'>;
  readonly what:
    | 'set_field'
    | 'category_added'
    | 'category_removed'
    | 'category_changed'
    | 'question_added'
    | 'question_changed'
    | 'question_deprecated'
    | 'question_removed'
    | 'type_removed';
  /** Question id, category id, type or name of the set's field. */
  readonly subject: string;
  /** The fields of the question or set that differ. */
  readonly fields: readonly string[];
}

export interface SetDiff {
  readonly bump: Bump;
  readonly changes: readonly Change[];
  /** Questions whose answer or meaning was replaced by a new question. */
  readonly keyChanges: readonly KeyChange[];
  /** Changes that no version may contain. */
  readonly problems: readonly Problem[];
}

/** Wording and records: the question stays what it was. Every other field asks for a MINOR. */
const PATCH_FIELDS = new Set<string>([
  'rev',
  'stem',
  'options',
  'explanation',
  'tags',
  'citations',
  'checks',
  'provenance',
  'media',
  'validFrom',
  'validTo',
]);

/** Records about a question: they may grow without a new revision of it. */
const RECORD_FIELDS = new Set<string>(['checks', 'provenance']);

const SET_FIELD_BUMPS = {
  formatVersion: 'major',
  locale: 'major',
  licence: 'minor',
  media: 'minor',
  title: 'patch',
  description: 'patch',
  legalBasisDate: 'patch',
  sources: 'patch',
} as const satisfies Partial<Record<keyof QuestionSet, Bump>>;

/** What changed from `before` to `after`, both with only the questions that a release holds. */
export function diffSets(before: QuestionSet, after: QuestionSet): SetDiff {
  const problems: Problem[] = [];
  if (before.id !== after.id) {
    const found = `${before.id} became ${after.id}.`;
    const remedy = 'Compare versions of one set.';
    problems.push({ code: 'set_id_changed', where: { file: after.id }, found, remedy });
  }
  const old = new Map(before.questions.map((question) => [question.id, question]));
  const now = new Map(after.questions.map((question) => [question.id, question]));
  const changes = [...setFieldChanges(before, after), ...categoryChanges(before, after), ...typeChanges(before, after)];
  for (const question of after.questions) {
    const previous = old.get(question.id);
    if (!previous) changes.push({ bump: 'minor', what: 'question_added', subject: question.id, fields: [] });
    else changes.push(...questionChanges(previous, question));
    if (previous) problems.push(...unlawfulChanges(previous, question, after.id));
  }
  for (const { id, status } of before.questions) {
    if (now.has(id)) continue;
    const bump = status === 'deprecated' ? 'minor' : 'major';
    changes.push({ bump, what: 'question_removed', subject: id, fields: [] });
  }
  const keyChanges = after.questions
    .filter(({ id }) => !old.has(id))
    .flatMap(({ id, supersedes = [] }) =>
      supersedes.map((replaced) => ({ replaced, by: id, reason: now.get(replaced)?.deprecation?.reason ?? 'other' })),
    );
  return { bump: largestBump(changes.map(({ bump }) => bump)), changes, keyChanges, problems };
}

function setFieldChanges(before: QuestionSet, after: QuestionSet): Change[] {
  return (Object.keys(SET_FIELD_BUMPS) as (keyof typeof SET_FIELD_BUMPS)[])
    .filter((field) => canonicalJson(before[field]) !== canonicalJson(after[field]))
    .map((field) => ({ bump: SET_FIELD_BUMPS[field], what: 'set_field', subject: field, fields: [field] }));
}

function categoryChanges(before: QuestionSet, after: QuestionSet): Change[] {
  const old = new Map(before.categories.map((category) => [category.id, category]));
  const now = new Map(after.categories.map((category) => [category.id, category]));
  const change = (bump: Change['bump'], what: Change['what'], subject: string) => ({ bump, what, subject, fields: [] });
  return [
    ...after.categories.flatMap((category) => {
      const previous = old.get(category.id);
      if (!previous) return [change('minor', 'category_added', category.id)];
      if (canonicalJson(previous) === canonicalJson(category)) return [];
      return [change(previous.parent === category.parent ? 'patch' : 'minor', 'category_changed', category.id)];
    }),
    ...before.categories.filter(({ id }) => !now.has(id)).map(({ id }) => change('minor', 'category_removed', id)),
  ];
}

function typeChanges(before: QuestionSet, after: QuestionSet): Change[] {
  const kept = new Set(after.questions.map(({ type }) => type));
  const gone = new Set(before.questions.map(({ type }) => type).filter((type) => !kept.has(type)));
  return [...gone].map((type) => ({ bump: 'major', what: 'type_removed', subject: type, fields: [] }));
}

function questionChanges(before: Question, after: Question): Change[] {
  const fields = changedFields(before, after);
  if (fields.length === 0) return [];
  const deprecated = before.status !== 'deprecated' && after.status === 'deprecated';
  const bump = fields.every((field) => PATCH_FIELDS.has(field) || sameLocales(field, before, after))
    ? 'patch'
    : 'minor';
  return [{ bump, what: deprecated ? 'question_deprecated' : 'question_changed', subject: after.id, fields }];
}

/** Corrected translations are wording; a new or dropped language is more. */
function sameLocales(field: string, before: Question, after: Question): boolean {
  const locales = ({ translations = {} }: Question) => Object.keys(translations).sort().join();
  return field === 'translations' && locales(before) === locales(after);
}

/** Names of the fields in which two questions differ, in the order of the alphabet. */
export function changedFields(before: Question, after: Question): string[] {
  const [old, now] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  const text = (value: unknown) => (value === undefined ? '' : canonicalJson(value));
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((field) => text(old.get(field)) !== text(now.get(field)))
    .sort();
}

function unlawfulChanges(before: Question, after: Question, file: string): Problem[] {
  const fields = changedFields(before, after);
  const where = { file, questionId: after.id };
  const problems: Problem[] = [];
  const what = changedKey(before, after);
  if (what !== undefined) {
    const remedy = 'Give the new question its own id and supersedes; deprecate this one as it was.';
    problems.push({ code: 'key_changed_in_place', where, found: `${what} since ${before.rev}.`, remedy });
  }
  if (before.status === 'deprecated' && after.status !== 'deprecated' && after.status !== 'retired') {
    const found = `The question was released as deprecated and is “${after.status}” again.`;
    const remedy = 'Leave it deprecated; ask it again under a new id.';
    problems.push({ code: 'revived', where, found, remedy });
  }
  if (after.rev < before.rev) {
    const found = `rev went from ${before.rev} to ${after.rev}.`;
    problems.push({ code: 'rev_lowered', where, found, remedy: `Set rev to ${before.rev + 1}.` });
  } else if (after.rev === before.rev && fields.some((field) => !RECORD_FIELDS.has(field))) {
    const found = `${fields.join(', ')} changed, rev is still ${before.rev}.`;
    problems.push({ code: 'rev_not_raised', where, found, remedy: `Set rev to ${before.rev + 1}.` });
  }
  return problems;
}
