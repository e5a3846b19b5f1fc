import type { QuestionSet } from '@anquanli/question-bank/schema.js';
import type { SetUnderCheck } from '@anquanli/question-bank/set-under-check.js';

/**
 * The set as it may be released today: a released question that is being edited stays as it was until the edit is
 * approved. So one unfinished question keeps nobody from releasing the others.
 */
export function settled(under: SetUnderCheck, latest: QuestionSet | undefined): SetUnderCheck {
  if (!latest) return under;
  const released = new Map(latest.questions.map((question) => [question.id, question]));
  const sources = new Map([...latest.sources, ...under.set.sources].map((source) => [source.id, source]));
  const categories = new Map(
    [...latest.categories, ...under.set.categories].map((category) => [category.id, category]),
  );
  const questions = under.set.questions.map((question) => {
    const isUnfinished = question.status === 'draft' || question.status === 'in-review';
    return (isUnfinished && released.get(question.id)) || question;
  });
  const set = { ...under.set, questions, sources: byId(sources), categories: inOrder(categories, under.set) };
  return { ...under, set };
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
