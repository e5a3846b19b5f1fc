import { problemAt, whereIs, type Rule } from '../set-under-check.js';

/** Ids are unique: of questions, categories, sources and media in the set; of options and regions in the question. */
export const identity: Rule = (under) => {
  const { set, setFile } = under;
  const problems = (['categories', 'sources', 'media'] as const).flatMap((list) =>
    repeated(set[list].map(({ id }) => id)).map((id) =>
      problemAt({ file: setFile, path: list }, 'duplicate_id', `“${id}” is there more than once.`, 'Keep one of them.'),
    ),
  );
  const seen = new Set<string>();
  for (const question of set.questions) {
    if (seen.has(question.id)) {
      const remedy = 'Give this question an id of its own: npm run bank -- new-id';
      problems.push(problemAt(whereIs(under, question, 'id'), 'duplicate_id', 'Another question has this id.', remedy));
    }
    seen.add(question.id);
    const choices =
      question.type === 'hotspot'
        ? [...question.answer.regions, ...(question.answer.decoys ?? [])]
        : 'options' in question
          ? question.options
          : [];
    for (const id of repeated(choices.map((choice) => choice.id))) {
      const found = `Two of the choices have the id “${id}”.`;
      problems.push(problemAt(whereIs(under, question), 'duplicate_id', found, 'Give each its own id.'));
    }
  }
  return problems;
};

/** Values that occur more than once, each named once. */
export function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, n) => values.indexOf(value) !== n))];
}
