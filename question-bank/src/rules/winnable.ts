import { normalise } from '../normalise.js';
import type { Problem } from '../problem.js';
import { lieOver } from '../region-shape.js';
import type { QuestionOf } from '../schema.js';
import { livingQuestions, problemAt, whereIs, type Rule, type SetUnderCheck } from '../set-under-check.js';

/** Numbers that people can type lie between plus and minus this. */
const LARGEST_NUMBER = 1e9;
/** Digits after the point where the question does not say how many. */
const ANY_DECIMALS = 6;
/** What binary fractions may get wrong about an end of a range. */
const RELATIVE_EPSILON = 1e-13;

/**
 * Every part of a key can be met by somebody who answers. Asked of living questions that are edited; what is released stays
 * playable as it is.
 */
export const winnable: Rule = (under) =>
  livingQuestions(under.set).flatMap((question) => {
    switch (question.type) {
      case 'numeric':
        return rangeProblems(under, question);
      case 'text':
        return emptyWritings(under, question);
      case 'hotspot':
        return [...tooFewClicks(under, question), ...decoysOverRegions(under, question)];
      default:
        return [];
    }
  });

function rangeProblems(under: SetUnderCheck, question: QuestionOf<'numeric'>): Problem[] {
  const { accept, decimals = ANY_DECIMALS } = question.answer;
  return accept.flatMap(({ min, max }, n) => {
    // A range that runs backwards is told as such.
    if (min > max) return [];
    const where = whereIs(under, question, `answer.accept.${n}`);
    const range = min === max ? `${min}` : `${min} to ${max}`;
    const [low, high] = [Math.max(min, -LARGEST_NUMBER), Math.min(max, LARGEST_NUMBER)];
    if (low > high) {
      const found = `Nobody can type ${range}: numbers go from -1000000000 to 1000000000.`;
      return [problemAt(where, 'range_out_of_reach', found, 'Ask for the number in a larger unit.')];
    }
    if (holdsNumber(low, high, decimals)) return [];
    const found = `No number with at most ${decimals} decimals is right: ${range}.`;
    return [problemAt(where, 'range_empty', found, 'Raise decimals, or widen the range.')];
  });
}

/** Is there a number with at most so many digits after the point in the range, as answers are compared? */
function holdsNumber(low: number, high: number, decimals: number): boolean {
  const rounded = (value: number) => Number(value.toFixed(decimals));
  const nearest = rounded(low);
  const slack = (end: number) => RELATIVE_EPSILON * Math.abs(end);
  return [nearest, rounded(nearest + 10 ** -decimals)].some(
    (value) => value >= low - slack(low) && value <= high + slack(high),
  );
}

function emptyWritings(under: SetUnderCheck, question: QuestionOf<'text'>): Problem[] {
  return question.answer.blanks.flatMap(({ accept }, n) =>
    accept.flatMap((writing, m) => {
      if (normalise(writing) !== '') return [];
      const where = whereIs(under, question, `answer.blanks.${n}.accept.${m}`);
      const found = `Nothing is left of “${writing}” once stops and white space do not count.`;
      return [problemAt(where, 'blank_empty', found, 'Write what is to be typed, or take it out.')];
    }),
  );
}

function tooFewClicks(under: SetUnderCheck, question: QuestionOf<'hotspot'>): Problem[] {
  const { mode, regions, maxClicks = regions.length } = question.answer;
  if (mode !== 'find-all' || maxClicks >= regions.length) return [];
  const found = `There are ${regions.length} places to find and ${maxClicks} clicks.`;
  const remedy = `Set maxClicks to ${regions.length} or more, or leave it out.`;
  return [problemAt(whereIs(under, question, 'answer.maxClicks'), 'clicks_few', found, remedy)];
}

function decoysOverRegions(under: SetUnderCheck, question: QuestionOf<'hotspot'>): Problem[] {
  const { regions, decoys = [] } = question.answer;
  const { width = 1, height = width } = under.set.media.find(({ id }) => question.media.includes(id)) ?? {};
  return decoys.flatMap((decoy, n) => {
    const region = regions.find((one) => lieOver(one, decoy, height / width));
    if (!region) return [];
    const found = `The wrong place “${decoy.label}” lies over the right one “${region.label}”.`;
    const remedy = 'Draw them apart, or take the wrong one out.';
    return [problemAt(whereIs(under, question, `answer.decoys.${n}`), 'decoy_over_region', found, remedy)];
  });
}
