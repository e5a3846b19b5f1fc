import type { Question, QuestionSet } from '../schema.js';

/** A set as JSON that people can read and {@link readSetJson} takes back without loss. */
export function exportSetJson(set: QuestionSet): string {
  return `${JSON.stringify(set, null, 2)}\n`;
}

/** Questions alone, as category files have them. */
export function exportQuestionsJson(questions: readonly Question[]): string {
  return `${JSON.stringify(questions, null, 2)}\n`;
}
