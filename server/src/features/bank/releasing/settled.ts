import type { QuestionSet } from '@anquanli/question-bank/schema.js';
import type { SetUnderCheck } from '@anquanli/question-bank/set-under-check.js';

/**
 * The set as it may be released today: a released question that is being edited stays as it was until the edit is
 * approved, and what was never released counts when it is approved. So unfinished questions keep nobody from releasing
 * the others. Only the successor of a question stays as a draft too: the one it replaces names it.
 */
export function settled(under: SetUnderCheck, latest: QuestionSet | undefined): SetUnderCheck {
  const released = new Map(latest?.questions.map((question) => [question.id, question]));
  const successors = new Set(under.set.questions.map(({ deprecation }) => deprecation?.replacedBy));
  const questions = under.set.questions.flatMap((question) => {
    if (!isUnfinished(question)) return [question];
    const before = released.get(question.id);
    if (before) return [before];
    return successors.has(question.id) ? [question] : [];
  });
  if (!latest) return { ...under, set: { ...under.set, questions } };
  const sources = new Map([...latest.sources, ...under.set.sources].map((source) => [source.id, source]));
  const categories = new Map(
    [...latest.categories, ...under.set.categories].map((category) => [category.id, category]),
  );
  const set = { ...under.set, questions, sources: byId(sources), categories: inOrder(categories, under.set) };
  return { ...under, set };
}

/** A draft that waits for its turn: whatever is wrong with it forbids nothing. */
export function staysBehind({ set }: SetUnderCheck, questionId: string | undefined): boolean {
  const question = set.questions.find(({ id }) => id === questionId);
  return question !== undefined && isUnfinished(question);
}

function isUnfinished({ status }: QuestionSet['questions'][number]): boolean {
  return status === 'draft' || status === 'in-review';
}

function byId<T extends { readonly id: string }>(entries: ReadonlyMap<string, T>): T[] {
  return [...entries.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Categories as the desk orders them, those of the release alone at the end. */
function inOrder(categories: ReadonlyMap<string, QuestionSet['categories'][number]>, set: QuestionSet) {
  const own = set.categories.map(({ id }) => id);
  return [...categories.values()].sort((a, b) => place(own, a.id) - place(own, b.id));
}

function place(ids: readonly string[], id: string): number {
  const at = ids.indexOf(id);
  return at < 0 ? ids.length : at;
}
