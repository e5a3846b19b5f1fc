import type { RawOption } from '../../import/raw-question.js';
import { answerToken } from './answer-token.js';
import type { FoundOption } from './options.js';

const RIGHT = /\s*[(【[]\s*(?:正确答案|正确选项|√)\s*[)】\]]\s*$/u;
const TICKED = /\s*√\s*$/u;
const BULLET = /^\s*[○〇◯●□☐■◇◆▢]\s*/u;

/** Options with the marks of the right ones taken out of their texts; `answer` for a true/false given as two options. */
export function markedOptions(found: readonly FoundOption[]): {
  readonly options: readonly RawOption[];
  readonly answer: string | undefined;
} {
  const isNamed = found.some(({ piece }) => RIGHT.test(piece.folded));
  // A tick behind an option says that it is right, unless every option has one.
  const isTicked = !isNamed && found.some(isTick) && !found.every(isTick);
  const pattern = isNamed ? RIGHT : isTicked ? TICKED : undefined;
  const options = found.map(({ letter, piece }): RawOption => {
    const mark = pattern?.exec(piece.folded);
    const text = (mark ? piece.text.slice(0, mark.index) : piece.text).replace(BULLET, '').trim();
    return { ...(letter === '' ? {} : { letter }), text, ...(pattern ? { isCorrect: mark !== null } : {}) };
  });
  return verdict(options) ?? { options, answer: undefined };
}

function isTick({ piece }: FoundOption): boolean {
  return TICKED.test(piece.folded) && piece.folded.trim() !== '√';
}

/** 对(正确答案) / 错 without letters is a true/false. */
function verdict(options: readonly RawOption[]): ReturnType<typeof markedOptions> | undefined {
  const isPair =
    options.length === 2 && options.every(({ letter, text }) => !letter && answerToken(text)?.kind === 'verdict');
  const right = options.filter(({ isCorrect }) => isCorrect);
  return isPair && right.length === 1 ? { options: [], answer: right[0]?.text } : undefined;
}
