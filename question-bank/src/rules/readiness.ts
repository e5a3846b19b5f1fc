import type { Problem } from '../problem.js';
import type { Check, Question } from '../schema.js';
import { problemAt, whereIs, type Rule, type SetUnderCheck } from '../set-under-check.js';

/** What an approved question must have before it goes on air. */
export const readiness: Rule = (under) =>
  under.set.questions.filter(({ status }) => status === 'approved').flatMap((question) => notReady(under, question));

function notReady(under: SetUnderCheck, question: Question): Problem[] {
  const problems: Problem[] = [];
  const missing = (path: string, code: Problem['code'], found: string, remedy: string) =>
    problems.push(problemAt(whereIs(under, question, path), code, found, remedy));
  const checks = question.checks ?? [];
  const agreed = (kind: Check['kind']) => checks.some((check) => check.kind === kind && check.result === 'agrees');

  if (question.explanation === undefined) {
    missing('explanation', 'explanation_missing', 'There is no explanation.', 'Say in a sentence or two why it is so.');
  }
  if (question.citations.length === 0) {
    missing('citations', 'citation_missing', 'Nothing is cited.', 'Cite the article or clause the answer rests on.');
  }
  if (!agreed('independent-answer')) {
    const remedy = 'Have it answered blind: npm run bank -- blind SET';
    missing('checks', 'check_missing', 'Nobody has answered it without seeing the key.', remedy);
  }
  if (!agreed('source-text') && !agreed('fact-sheet')) {
    const remedy = 'Open the source, then record a source-text or fact-sheet check.';
    missing('checks', 'check_missing', 'It was not compared with its source.', remedy);
  }
  checks.forEach((check, n) => {
    if (check.kind === 'fact-sheet' && check.note === undefined) {
      const remedy = 'Put the id of the entry into the note.';
      missing(`checks.${n}.note`, 'fact_unnamed', 'The fact-sheet check does not name its entry.', remedy);
    }
    if (check.result === 'disagrees' && !isSettled(checks, n)) {
      const found = `The ${check.kind} check of ${check.on} disagrees with the key.`;
      missing(`checks.${n}`, 'check_disagrees', found, 'Settle it by the source, or take the question off.');
    }
  });
  return problems;
}

/** Settled by an agreeing check of the same kind that came after it: on a later day, or further down on the same. */
function isSettled(checks: readonly Check[], n: number): boolean {
  const open = checks[n];
  return checks.some(
    ({ kind, on, result }, at) =>
      open !== undefined && kind === open.kind && result === 'agrees' && (on > open.on || (on === open.on && at > n)),
  );
}
