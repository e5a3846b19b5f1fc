import type { Question, QuestionType } from '../schema.js';
import { readCategory } from './categories.js';
import { cleanText, isDamaged, lengthOf } from './clean-text.js';
import { decideType } from './decide-type.js';
import { guardedQuestion } from './final-guard.js';
import { findingsOf, type Findings } from './findings.js';
import { shortened } from './import-problem.js';
import type { ImportChoices, ImportContext, ImportProblem } from './import-result.js';
import { interpretAnswer, mayHaveKeyInStem } from './interpret-answer.js';
import { readOptions, type ReadOption } from './own-options.js';
import type { ProblemWords } from './problem-text.js';
import { importedId, isOurId, prefixedSha256 } from './question-id.js';
import type { RawQuestion } from './raw-question.js';
import { readDifficulty, readTags, readTimeLimit } from './small-fields.js';
import { readSources } from './sources.js';
import { evenBlanks, statementOf, stemKeys } from './stem-key.js';

/** What a question is interpreted with, besides its own texts. */
export interface InterpretEnv {
  readonly choices: ImportChoices;
  readonly context: Pick<ImportContext, 'categories' | 'sources'>;
  /** `sha256` with or without its prefix. */
  readonly file: { readonly name: string; readonly sha256: string };
  /** What the codes of the type column mean, resolved for the whole file; null where they contradict each other. */
  readonly typeCodes?: ReadonlyMap<string, QuestionType | null> | undefined;
}

/** A draft that passes the schema with notices, or at least one refusal. */
export type Interpreted =
  | { readonly question: Question; readonly problems: readonly ImportProblem[] }
  | { readonly question?: undefined; readonly problems: readonly ImportProblem[] };

export const DEFAULT_DIFFICULTY = 2;
const MAX_STEM = 1000;
const MAX_EXPLANATION = 2000;
const MAX_FILE_NAME = 200;

const PARTS = {
  stem: { zh: '题干', en: 'The question' },
  explanation: { zh: '解析', en: 'The explanation' },
  answer: { zh: '答案', en: 'The answer' },
  options: { zh: '选项', en: 'An option' },
} as const satisfies Readonly<Record<string, ProblemWords>>;

/**
 * Turns the texts of a question into a draft. Never throws and never guesses: what is missing, contradictory or does not
 * fit is a refusal that says what to do, and everything wrong with a question is told at once.
 */
export function interpret(raw: RawQuestion, env: InterpretEnv): Interpreted {
  const findings = findingsOf(raw);
  const texts = readTexts(raw, findings);
  const key = keyedStem(texts, raw, env, findings);
  const category = readCategory(plain(raw.categoryText), env, findings);
  const sources = readSources(plain(raw.sourceText), env.context.sources, findings);
  const explanation = withBasis(texts.explanation, sources.leftOver, findings);
  const fallback = env.choices.defaultDifficulty ?? DEFAULT_DIFFICULTY;
  const difficulty = readDifficulty(plain(raw.difficultyText), fallback, findings);
  const tags = readTags(plain(raw.tagsText), findings);
  const timeLimitSec = readTimeLimit(plain(raw.timeLimitText), findings);
  if (key === undefined || findings.isRefused()) return refused(findings);
  const question = guardedQuestion(
    {
      id: isOurId(raw.idText) ? raw.idText : importedId(env.file.sha256, raw.ref),
      rev: 1,
      status: 'draft',
      ...key.keyed,
      stem: key.keyed.type === 'boolean' && !isOurId(raw.idText) ? statementOf(key.stem) : key.stem,
      ...(explanation === '' ? {} : { explanation }),
      difficulty,
      category,
      ...(tags.length > 0 ? { tags } : {}),
      ...(timeLimitSec === undefined ? {} : { timeLimitSec }),
      citations: sources.citations,
      provenance: provenance(raw, env),
    },
    findings,
  );
  return question === undefined ? refused(findings) : { question, problems: findings.problems };
}

function refused(findings: Findings): Interpreted {
  return { problems: findings.problems };
}

interface Texts {
  readonly stem: string;
  readonly options: readonly ReadOption[];
  readonly answer: string;
  readonly explanation: string;
}

function readTexts(raw: RawQuestion, findings: Findings): Texts {
  const isOwn = isOurId(raw.idText);
  const read = readText(raw.stem, 'stem', findings);
  const stem = isOwn ? read : evenBlanks(read);
  const explanation = readText(raw.explanation ?? '', 'explanation', findings);
  const answer = readText(raw.answerText ?? '', 'answer', findings);
  const options = readOptions(raw.options, findings, isOwn);
  if (options.some(({ text }) => isDamaged(text))) findings.refuse('text_damaged', '', { part: PARTS.options });
  const length = lengthOf(stem);
  if (length === 0) findings.refuse('stem_missing', raw.stem);
  else if (length < 2) findings.refuse('text_too_short', stem);
  if (length > MAX_STEM) findings.refuse('text_too_long', stem, { part: PARTS.stem, length, max: MAX_STEM });
  return { stem, options, answer, explanation };
}

function readText(text: string, name: keyof typeof PARTS, findings: Findings): string {
  const part = PARTS[name];
  const clean = cleanText(text);
  if (clean.hadPicture) findings.refuse('picture_in_text', text, { part });
  else if (clean.hadMarkup) findings.note('markup_removed', text, { part });
  if (isDamaged(clean.text)) findings.refuse('text_damaged', clean.text, { part });
  return clean.text;
}

/** Kind and key, and the stem without a key printed in its brackets. */
function keyedStem(texts: Texts, raw: RawQuestion, env: InterpretEnv, findings: Findings) {
  // What our own exports say in brackets is meant to stand there.
  const printed = isOurId(raw.idText) || texts.stem.length > MAX_STEM ? [] : stemKeys(texts.stem);
  const [only] = printed;
  const isMarked = texts.options.some(({ isCorrect }) => isCorrect);
  const isFromStem = texts.answer === '' && !isMarked && printed.length === 1 && only !== undefined;
  const answer = isFromStem ? only.text : texts.answer;
  const stem = isFromStem ? only.blanked : texts.stem;
  const decided = decideType(
    {
      typeText: plain(raw.typeText),
      typeHint: raw.typeHint,
      stem,
      options: texts.options,
      answer,
      style: isFromStem ? 'letters' : raw.answerStyle,
    },
    env,
    findings,
  );
  if (decided === undefined) return undefined;
  const parts = { decided, stem, options: texts.options, answer, unit: plain(raw.unitText), raw };
  const style = isFromStem ? ('letters' as const) : raw.answerStyle;
  const keyed = interpretAnswer({ ...parts, raw: { ...raw, answerStyle: style } }, findings);
  if (keyed === undefined) return undefined;
  if (isFromStem || only === undefined || !mayHaveKeyInStem(keyed.type)) return { keyed, stem };
  // A second look with the printed key alone: where both say the same, the printed one goes.
  const again = findingsOf(raw);
  const byStem = interpretAnswer({ ...parts, answer: only.text, raw: { answerStyle: 'letters' } }, again);
  const isSame = JSON.stringify(byStem?.answer) === JSON.stringify(keyed.answer);
  if (isSame && printed.length === 1) return { keyed, stem: only.blanked };
  findings.note('stem_answer_differs', only.text);
  return { keyed, stem };
}

/** The explanation, with what stands in the source column and is no source of the bank as lines of its own. */
function withBasis(explanation: string, leftOver: readonly string[], findings: Findings): string {
  const lines = leftOver.filter((text) => !explanation.includes(text)).map((text) => `依据：${text}`);
  const whole = [explanation, ...lines].filter(Boolean).join('\n');
  const length = lengthOf(whole);
  if (length > MAX_EXPLANATION) {
    findings.refuse('text_too_long', whole, { part: PARTS.explanation, length, max: MAX_EXPLANATION });
  }
  return whole;
}

function provenance({ row }: RawQuestion, { file }: InterpretEnv): Question['provenance'] {
  const name = shortened(plain(file.name), MAX_FILE_NAME);
  return {
    origin: 'imported',
    ...(name === '' ? {} : { file: name }),
    sha256: prefixedSha256(file.sha256),
    row: Math.max(1, Math.trunc(row)),
  };
}

function plain(text: string | undefined): string {
  return cleanText(text ?? '').text;
}
