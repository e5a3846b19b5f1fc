import { isPlainlyKey } from './answer-key.js';
import { answerToken } from './answer-token.js';
import { headingOf, type Heading } from './headings.js';
import { isKeyTitle, labelAtStart, type Label } from './labels.js';
import type { TextLine } from './line.js';
import { lineNumber, type LineNumber } from './numbers.js';
import { hasOptionsInside, optionAtStart } from './options.js';

/** What a line looks like, whatever stands around it. */
export interface LineFacts {
  readonly line: TextLine;
  readonly isBlank: boolean;
  readonly number: LineNumber | undefined;
  readonly label: Label | undefined;
  /** The letter of an option at its start, 0 for A. */
  readonly option: number | undefined;
  readonly weakOption: number | undefined;
  readonly hasOptions: boolean;
  /** A bracket or underline to be filled, a kind in brackets: the line asks something. */
  readonly asks: boolean;
  /** An answer stands in a bracket, or a tick at the end. */
  readonly isAnswered: boolean;
  readonly isKeyTitle: boolean;
  readonly isKey: boolean;
}

const NOISE =
  /^\s*(?:第\s*\d{1,4}\s*页\s*[,，/／]?\s*(?:共\s*\d{1,4}\s*页)?|[-—–_=*.·]{3,}|\d{1,4}\s*\/\s*\d{1,4}|[-–—]\s*\d{1,4}\s*[-–—]|page\s+\d+(?:\s+of\s+\d+)?)\s*$/iu;
const ASKS = /\(\s*\)|[【[]\s*[】\]]|_{2,}|[[【(]\s*(?:单选|多选|判断|填空|不定项|单项选择|多项选择)题?\s*[\]】)]/u;
const ANSWER_BRACKET = /(?<!dB\s?|\d)[(【[]([^()【】[\]]{1,24})[)\]】]/gu;
const TICK = /[√×]\s*$/u;
const MAX_LOOKED_AT = 4_000;

/** Facts of a line; longer lines are looked at as far as structure can be. */
export function factsOf(line: TextLine): LineFacts {
  const folded = line.folded.slice(0, MAX_LOOKED_AT);
  const isBlank = folded.trim() === '' || NOISE.test(folded);
  const label = labelAtStart(folded);
  const option = optionAtStart(folded);
  const answered = [...folded.matchAll(ANSWER_BRACKET)].some((match) => answerToken(match[1] ?? ''));
  return {
    line,
    isBlank,
    label,
    option,
    number: isBlank || label || option !== undefined ? undefined : lineNumber({ text: line.text, folded: line.folded }),
    weakOption: option === undefined ? optionAtStart(folded, 'weak') : undefined,
    hasOptions: hasOptionsInside(folded),
    asks: ASKS.test(folded),
    isAnswered: answered || TICK.test(folded),
    isKeyTitle: isKeyTitle(folded),
    isKey: isPlainlyKey(folded),
  };
}

/** The heading a line is; a title is none where options follow it. */
export function headingIn({ line, isBlank, label }: LineFacts, canBeTitle: boolean): Heading | undefined {
  return isBlank || label ? undefined : headingOf(line.folded, canBeTitle);
}
