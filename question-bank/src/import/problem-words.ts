import type { ProblemTexts } from './problem-text.js';
import { ANSWER_WORDS } from './words-of-answers.js';
import { BLOCK_WORDS } from './words-of-blocks.js';
import { FILE_WORDS } from './words-of-files.js';
import { QUESTION_WORDS } from './words-of-questions.js';
import { TABLE_WORDS } from './words-of-tables.js';

export type { ProblemWords } from './problem-text.js';

/** One entry a code. `{name}` is filled with a value of the problem. */
export const PROBLEM_WORDS = {
  ...QUESTION_WORDS,
  ...ANSWER_WORDS,
  ...BLOCK_WORDS,
  ...TABLE_WORDS,
  ...FILE_WORDS,
} as const satisfies ProblemTexts;
