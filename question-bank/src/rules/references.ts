import type { Problem } from '../problem.js';
import type { Question } from '../schema.js';
import { problemAt, whereIs, type Rule, type SetUnderCheck } from '../set-under-check.js';

/** Everything that is needed to show a question exists: categories, sources, media. */
export const references: Rule = (under) => [...categoryTree(under), ...questionReferences(under)];

function categoryTree({ set, setFile }: SetUnderCheck): Problem[] {
  const parents = new Map(set.categories.map(({ id, parent }) => [id, parent]));
  return set.categories.flatMap(({ id }) => {
    const path = new Set<string>();
    for (let next: string | undefined = id; next !== undefined; next = parents.get(next)) {
      const where = { file: setFile, path: `categories.${id}` };
      if (!parents.has(next)) {
        return [
          problemAt(where, 'unknown_category', `The parent “${next}” is not in the set.`, 'Add it or correct it.'),
        ];
      }
      if (path.has(next)) {
        return [problemAt(where, 'unknown_category', `“${id}” is its own ancestor.`, 'Break the circle of parents.')];
      }
      path.add(next);
    }
    return [];
  });
}

function questionReferences(under: SetUnderCheck): Problem[] {
  const { set } = under;
  const categories = new Set(set.categories.map(({ id }) => id));
  const sources = new Set(set.sources.map(({ id }) => id));
  const media = new Set(set.media.map(({ id }) => id));

  return set.questions.flatMap((question) => {
    const at = (path: string) => whereIs(under, question, path);
    const problems: Problem[] = [];
    if (!categories.has(question.category)) {
      const remedy = 'Use a category that set.json lists and registry/categories.json describes.';
      problems.push(problemAt(at('category'), 'unknown_category', `No category “${question.category}”.`, remedy));
    }
    question.citations.forEach(({ source }, n) => {
      if (sources.has(source)) return;
      const remedy = 'Correct the id, or add the source to registry/sources.json.';
      problems.push(problemAt(at(`citations.${n}.source`), 'unknown_source', `No source “${source}”.`, remedy));
    });
    for (const { path, id } of mediaOf(question)) {
      if (media.has(id)) continue;
      problems.push(problemAt(at(path), 'unknown_media', `No media “${id}”.`, 'List it under media in set.json.'));
    }
    return problems;
  });
}

/** Who replaces and who is replaced agree, and status, deprecation and validity tell one story. */
export const succession: Rule = (under) => {
  const questions = new Map(under.set.questions.map((question) => [question.id, question]));
  return under.set.questions.flatMap((question) => {
    const at = (path: string) => whereIs(under, question, path);
    const problems: Problem[] = [];
    const replaced = question.deprecation?.replacedBy;
    if (replaced !== undefined && !questions.has(replaced)) {
      const found = `No question ${replaced}.`;
      problems.push(problemAt(at('deprecation.replacedBy'), 'unknown_question', found, 'Name the replacement’s id.'));
    }
    question.supersedes?.forEach((id, n) => {
      const old = questions.get(id);
      if (!old) {
        const found = `No question ${id}.`;
        problems.push(
          problemAt(at(`supersedes.${n}`), 'unknown_question', found, 'Keep superseded questions in the set.'),
        );
      } else if (old.status !== 'deprecated' && old.status !== 'retired') {
        const found = `${id} is superseded but still “${old.status}”.`;
        problems.push(problemAt(at(`supersedes.${n}`), 'not_deprecated', found, 'Deprecate it with a reason.'));
      }
    });
    return [...problems, ...lifeProblems(under, question)];
  });
};

function lifeProblems(under: SetUnderCheck, question: Question): Problem[] {
  const ended = question.status === 'deprecated' || question.status === 'retired';
  const { validFrom, validTo } = question;
  const problems: Problem[] = [];
  if (ended && !question.deprecation) {
    const found = `The question is ${question.status} without a reason.`;
    problems.push(
      problemAt(whereIs(under, question), 'deprecation_missing', found, 'Add deprecation: since and reason.'),
    );
  }
  if (!ended && question.deprecation) {
    const found = `The question is “${question.status}” but has a deprecation.`;
    const remedy = 'Set the status to deprecated, or take the deprecation out.';
    problems.push(problemAt(whereIs(under, question, 'deprecation'), 'deprecation_unexpected', found, remedy));
  }
  if (validFrom && validTo && validTo < validFrom) {
    const found = `Valid from ${validFrom} to ${validTo}.`;
    problems.push(problemAt(whereIs(under, question, 'validTo'), 'validity_backwards', found, 'Correct the days.'));
  }
  return problems;
}

/** Every reference to media in a question, with its place. */
export function mediaOf(question: Question): { path: string; id: string }[] {
  const shown = (question.media ?? []).map((id, n) => ({ path: `media.${n}`, id }));
  if (!('options' in question)) return shown;
  const inOptions = question.options.flatMap(({ media }, n) =>
    media === undefined ? [] : [{ path: `options.${n}.media`, id: media }],
  );
  return [...shown, ...inOptions];
}
