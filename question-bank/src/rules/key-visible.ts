import { normalise } from '../normalise.js';
import type { Problem } from '../problem.js';
import type { Media, Question } from '../schema.js';
import { problemAt, whereIs, type Rule, type SetUnderCheck } from '../set-under-check.js';
import { mediaOf } from './references.js';

/** Brackets with letters or a verdict, or “answer” with a colon, as files for printing have them; dB(A) is a unit. */
const PRINTED_KEY =
  /(?<!dB\s*)\(\s*(?:[a-h](?:[\s,、]*[a-h]){0,7}|[√×✓✗✔✘]|对|错|正确|错误)\s*\)|(?:答案|answer)\s*:/iu;

/** Words of a file name that tell which picture is right. */
const TELLING_WORDS = new Set(
  'answer correct incorrect right wrong true false key daan zhengque cuowu dui cuo'.split(' '),
);

/** Shorter texts occur in stems by chance. */
const MIN_TELLING_LENGTH = 4;

/** The key is not to be read in the stem, in an alternative text or in a file name. */
export const keyVisible: Rule = (under) => {
  const media = new Map(under.set.media.map((medium) => [medium.id, medium]));
  return under.set.questions.flatMap((question) => [
    ...stemProblems(under, question),
    ...mediaProblems(under, question, media),
  ]);
};

function stemProblems(under: SetUnderCheck, question: Question): Problem[] {
  const stems = [
    { path: 'stem', text: question.stem },
    ...Object.entries(question.translations ?? {}).map(([locale, { stem }]) => ({
      path: `translations.${locale}.stem`,
      text: stem,
    })),
  ];
  return stems.flatMap(({ path, text }) => {
    const shown = visibleKey(question, text);
    const remedy = 'Take the answer out of the stem, or reword the options.';
    return shown === undefined ? [] : [told(under, question, path, `The stem shows the answer: “${shown}”.`, remedy)];
  });
}

function mediaProblems(under: SetUnderCheck, question: Question, media: ReadonlyMap<string, Media>): Problem[] {
  return mediaOf(question).flatMap(({ path, id }) => {
    const medium = media.get(id);
    if (!medium) return [];
    const problems: Problem[] = [];
    const shown = visibleKey(question, medium.alt);
    if (shown !== undefined) {
      const found = `The alternative text shows the answer: “${shown}”.`;
      problems.push(told(under, question, path, found, 'Describe the picture without naming the answer.'));
    }
    const word = medium.path
      .toLowerCase()
      .split(/[^a-z]+/u)
      .find((part) => TELLING_WORDS.has(part));
    if (word !== undefined) {
      const found = `The file name says “${word}”: ${medium.path}.`;
      problems.push(told(under, question, path, found, 'Name the file after what it shows.'));
    }
    return problems;
  });
}

/** The part of `text` that gives the key away, if any. */
function visibleKey(question: Question, text: string): string | undefined {
  const printed = PRINTED_KEY.exec(text.normalize('NFKC'));
  if (printed) return printed[0];
  const plain = normalise(text);
  const isShown = (part: string, min = MIN_TELLING_LENGTH) => {
    const wanted = normalise(part);
    return wanted.length >= min && plain.includes(wanted);
  };
  switch (question.type) {
    case 'single':
    case 'multiple': {
      const key = question.type === 'single' ? [question.answer.option] : question.answer.options;
      const right = question.options.filter(({ id }) => key.includes(id));
      const wrong = question.options.filter(({ id }) => !key.includes(id));
      // A stem that lists all the candidates gives nothing away.
      return wrong.some((option) => isShown(option.text)) ? undefined : right.find(({ text: t }) => isShown(t))?.text;
    }
    case 'text':
      return question.answer.blanks.flatMap(({ accept }) => accept).find((accepted) => isShown(accepted, 2));
    case 'numeric': {
      const { accept, unit } = question.answer;
      const shown = accept.find(({ min, max }) => min === max && unit && numberWithUnit(plain, min, unit));
      return shown && `${shown.min} ${unit}`;
    }
    case 'hotspot':
      return question.answer.regions.find(({ label }) => isShown(label, 2))?.label;
    case 'boolean':
    case 'ordering':
      return undefined;
  }
}

function numberWithUnit(plain: string, value: number, unit: string): boolean {
  const at = plain.indexOf(`${value}${normalise(unit)}`);
  return at >= 0 && !/[\d.]/.test(plain.charAt(at - 1));
}

function told(under: SetUnderCheck, question: Question, path: string, found: string, remedy: string): Problem {
  return problemAt(whereIs(under, question, path), 'key_visible', found, remedy);
}
