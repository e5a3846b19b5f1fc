import type { LineFacts } from './line-facts.js';
import type { LineNumber } from './numbers.js';

/** Where a question begins. Lists inside stems and explanations are numbered too, so a number alone does not say it. */

/** What has been seen of the question that is being read. */
export interface Progress {
  /** A question has begun since the last heading. */
  readonly hasBegun: boolean;
  /** Number of the last question of the section; undefined at its beginning. */
  readonly last: number | undefined;
  readonly style: LineNumber['style'] | undefined;
  readonly options: number;
  readonly isAnswered: boolean;
  /** It could end here: options, an answer, a bracket or a blank are there. */
  readonly isComplete: boolean;
  readonly isExplaining: boolean;
  /** An answer stands in one of its brackets. */
  readonly hasVerdict: boolean;
  readonly isAfterGap: boolean;
}

export interface QuestionStart {
  readonly number: number | undefined;
  readonly style: LineNumber['style'] | undefined;
}

const MAX_AHEAD = 40;
const MIN_BARE = 6;

/** The start of a question, if the line is one. */
export function begins(all: readonly LineFacts[], at: number, progress: Progress): QuestionStart | undefined {
  const facts = all[at];
  if (!facts || facts.label || facts.option !== undefined) return undefined;
  const { number } = facts;
  if (number && isNumbered(all, at, number, progress)) return { number: number.value, style: number.style };
  return isUnnumbered(all, at, progress) ? { number: undefined, style: progress.style } : undefined;
}

function isNumbered(all: readonly LineFacts[], at: number, number: LineNumber, progress: Progress): boolean {
  const { hasBegun, last, style, isComplete, isExplaining } = progress;
  const { value } = number;
  const isAwaited = last === undefined ? value === 1 : value === last + 1;
  if (number.rest.text === '' && nextFilled(all, at)?.number !== undefined) return false;
  if (number.style === 'bare') {
    const isText = number.rest.text.length >= MIN_BARE && /\p{Script=Han}/u.test(number.rest.text);
    return isAwaited && isText && (!hasBegun || isComplete) && isEvidence(all, at);
  }
  // 2.5 below an option of question 1 is a measure, unless something is asked there.
  if (number.isUnsure) return isAwaited && (progress.options === 0 || isEvidence(all, at));
  // 一、 heads lists in laws as well.
  if (number.style === 'chinese' && !isEvidence(all, at)) return false;
  const isOtherStyle = style !== undefined && style !== 'bare' && style !== number.style;
  if (isOtherStyle) return isComplete && !isExplaining && isEvidence(all, at);
  if (!hasBegun) return true;
  if (isExplaining) return isEvidence(all, at);
  if (isAwaited) return true;
  const isNear = last !== undefined && value > last && value <= last + 3;
  return isComplete ? isNear || isEvidence(all, at) : isNear;
}

/** Whether something to answer stands in the line or between it and the next number. */
export function isEvidence(all: readonly LineFacts[], at: number): boolean {
  const first = all[at];
  if (!first) return false;
  if (first.asks || first.isAnswered || first.hasOptions) return true;
  for (const facts of all.slice(at + 1, at + 1 + MAX_AHEAD)) {
    if (facts.isBlank) continue;
    if (facts.option === 0 || facts.hasOptions || facts.label === 'answer') return true;
    if (facts.number && (!facts.number.isUnsure || facts.number.value === (first.number?.value ?? 0) + 1)) return false;
    if (facts.label || facts.isKeyTitle) return false;
    if (facts.asks || facts.isAnswered) return true;
  }
  return false;
}

/** A text that options follow, or that has its answer in itself, once the question before it is complete. */
function isUnnumbered(all: readonly LineFacts[], at: number, progress: Progress): boolean {
  const facts = all[at];
  if (!facts || facts.weakOption !== undefined || facts.number) return false;
  const isFirst = !progress.hasBegun;
  const isDone = progress.options >= 2 || progress.isAnswered || (progress.isAfterGap && progress.isComplete);
  // True/false without numbers: every line has its verdict.
  const isNextVerdict = facts.isAnswered && progress.hasVerdict && progress.options === 0;
  if (!isFirst && !isDone && !isNextVerdict) return false;
  if (facts.hasOptions && facts.line.folded.length >= MIN_BARE) return true;
  const next = nextFilled(all, at);
  if (next?.option === 0 || (next && !next.number && next.option === undefined && startsWithBoth(next))) return true;
  if (facts.isAnswered) return true;
  const canBeSplit =
    progress.isAfterGap || (progress.isAnswered && !progress.isExplaining && !EXPLAINS.test(facts.line.text));
  if (facts.asks && next?.label === 'answer') return isFirst || canBeSplit;
  return (isFirst || canBeSplit) && optionsFollow(all, at);
}

/** How a sentence begins that gives the reason of an answer. */
const EXPLAINS = /^\s*(?:根据|依据|依照|按照|因为|由于|因此|所以|故|本题|《|见)/u;

function startsWithBoth({ hasOptions, weakOption }: LineFacts): boolean {
  return hasOptions && weakOption === 0;
}

/** Up to three more lines of text, then A: a stem of several lines after a gap. */
function optionsFollow(all: readonly LineFacts[], at: number): boolean {
  for (const facts of all.slice(at + 1, at + 4)) {
    if (facts.option === 0) return true;
    if (facts.isBlank || facts.number || facts.label || facts.option !== undefined) return false;
  }
  return false;
}

/** The next line that is not blank. */
export function nextFilled(all: readonly LineFacts[], at: number): LineFacts | undefined {
  for (let next = at + 1; next < all.length; next += 1) {
    const facts = all[next];
    if (facts && !facts.isBlank) return facts;
  }
  return undefined;
}
