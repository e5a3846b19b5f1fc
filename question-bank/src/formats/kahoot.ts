import type { ImportChoices } from '../import/import-result.js';
import type { RawQuestion } from '../import/raw-question.js';
import { readQuestionRows, type SheetToRead } from './question-rows.js';

/** The template of Kahoot and ClassQuiz: one question a row, answers are numbers of options (“12” is option 12). */
export function readKahoot(sheet: SheetToRead, choices: ImportChoices): RawQuestion[] {
  return readQuestionRows(sheet, choices).map((raw) => ({ ...raw, answerStyle: 'numbers' }));
}
