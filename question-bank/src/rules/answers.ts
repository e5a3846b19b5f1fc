import { normalise } from '../normalise.js';
import type { Problem } from '../problem.js';
import type { Question } from '../schema.js';
import { problemAt, whereIs, type Rule, type SetUnderCheck } from '../set-under-check.js';
import { repeated } from './identity.js';

/** The key fits the options, and the options can be told apart. */
export const answers: Rule = (under) => under.set.questions.flatMap((question) => answerProblems(under, question));

function answerProblems(under: SetUnderCheck, question: Question): Problem[] {
  switch (question.type) {
    case 'single':
      return [...optionsAlike(under, question), ...unknownOptions(under, question, [question.answer.option])];
    case 'multiple':
      return [
        ...optionsAlike(under, question),
        ...unknownOptions(under, question, question.answer.options),
        ...multipleKey(under, question),
      ];
    case 'ordering':
      return [...optionsAlike(under, question), ...permutation(under, question)];
    case 'numeric':
      return question.answer.accept.flatMap(({ min, max }, n) =>
        min <= max
          ? []
          : [
              problemAt(
                whereIs(under, question, `answer.accept.${n}`),
                'range_backwards',
                `The range runs from ${min} to ${max}.`,
                'Put the smaller number first.',
              ),
            ],
      );
    case 'hotspot':
      return alike(
        under,
        question,
        [...question.answer.regions, ...(question.answer.decoys ?? [])].map((r) => r.label),
      );
    case 'boolean':
    case 'text':
      return [];
  }
}

type WithOptions = Extract<Question, { options: unknown }>;

function optionsAlike(under: SetUnderCheck, question: WithOptions): Problem[] {
  // Options that differ only in their picture are told apart by it.
  return alike(
    under,
    question,
    question.options.map(({ text, media }) => (media ? `${text} ${media}` : text)),
  );
}

function alike(under: SetUnderCheck, question: Question, texts: readonly string[]): Problem[] {
  return repeated(texts.map(normalise)).map((text) => {
    const found = `Two choices read the same: “${text}”.`;
    return problemAt(whereIs(under, question, 'options'), 'options_alike', found, 'Reword or remove one of them.');
  });
}

function unknownOptions(under: SetUnderCheck, question: WithOptions, key: readonly string[]): Problem[] {
  const ids = new Set(question.options.map(({ id }) => id));
  return key
    .filter((id) => !ids.has(id))
    .map((id) => {
      const found = `The answer names the option “${id}”, which does not exist.`;
      return problemAt(whereIs(under, question, 'answer'), 'unknown_option', found, 'Name one of the options.');
    });
}

function multipleKey(under: SetUnderCheck, question: Extract<Question, { type: 'multiple' }>): Problem[] {
  const key = question.answer.options;
  const problems = repeated(key).map((id) => {
    const found = `The answer names “${id}” twice.`;
    return problemAt(whereIs(under, question, 'answer.options'), 'duplicate_id', found, 'Name it once.');
  });
  if (question.options.every(({ id }) => key.includes(id))) {
    const remedy = 'Add a wrong option that people really choose.';
    problems.push(problemAt(whereIs(under, question, 'answer'), 'no_wrong_option', 'Every option is right.', remedy));
  }
  return problems;
}

function permutation(under: SetUnderCheck, question: Extract<Question, { type: 'ordering' }>): Problem[] {
  const wanted = question.options.map(({ id }) => id).sort();
  const given = [...question.answer.order].sort();
  if (wanted.length === given.length && wanted.every((id, n) => id === given[n])) return [];
  const found = `The order is ${question.answer.order.join(' ')}, the options are ${wanted.join(' ')}.`;
  const remedy = 'Name every option exactly once.';
  return [problemAt(whereIs(under, question, 'answer.order'), 'not_a_permutation', found, remedy)];
}
