import type { Choice, Distribution } from '@anquanli/contract/question';
import { rightBlanks } from './blanks.js';
import { aspectOf, placesMarked } from './hotspot.js';
import type { PlayedQuestion } from './question.js';

/** Different numbers that a distribution lists. */
const LISTED_VALUES = 12;
const HEAT_COLUMNS = 32;
/** A picture higher than twice its width has cells higher than wide: the grid stays below 64 kB whatever the hall taps. */
const HEAT_MAX_ROWS = 64;

/** How the hall answered. `choices` are those of the people of the hall; `right` and `seats` are counted by their results. */
export function distributionOf(
  question: PlayedQuestion,
  choices: readonly Choice[],
  hall: { readonly seats: number; readonly right: number },
): Distribution {
  const counts = new Map<string, number>();
  for (const choice of choices) {
    for (const id of countedIds(question, choice)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return {
    ...{ seats: hall.seats, answered: choices.length, right: hall.right },
    choices: listedCounts(question, counts),
    ...(question.kind === 'hotspot' && { heat: heatOf(question, choices) }),
  };
}

/** The ids under which a choice is counted; what they mean for each kind is told at the contract's `Distribution`. */
export function countedIds(question: PlayedQuestion, choice: Choice): readonly string[] {
  const { key } = question;
  switch (choice.kind) {
    case 'single':
      return [choice.option];
    case 'multiple':
      return choice.options;
    case 'boolean':
    case 'numeric':
      return [String(choice.value)];
    case 'ordering':
      return key.kind === 'ordering' ? choice.order.filter((id, place) => key.order[place] === id) : [];
    case 'text':
      return key.kind === 'text' ? rightBlanks(key, choice.blanks).map(blankId) : [];
    case 'hotspot':
      return key.kind === 'hotspot' ? placesMarked(question, key, choice) : [];
  }
}

/**
 * May choices be counted as they come in? Telling what was typed or tapped takes work that nobody's answer should wait for:
 * those are counted at the reveal.
 */
export function isCountedLive({ kind }: Pick<PlayedQuestion, 'kind'>): boolean {
  return kind !== 'text' && kind !== 'hotspot';
}

/** Counts in the order of the screen, also of what nobody chose; numbers with the most frequent first. */
export function listedCounts(
  question: Pick<PlayedQuestion, 'kind' | 'options' | 'form'>,
  counts: ReadonlyMap<string, number>,
): Distribution['choices'] {
  if (question.kind === 'numeric') return mostFrequent(counts);
  return countableIds(question).map((id) => ({ id, count: counts.get(id) ?? 0 }));
}

function countableIds({ kind, options, form }: Pick<PlayedQuestion, 'kind' | 'options' | 'form'>): readonly string[] {
  if (kind === 'boolean') return ['true', 'false'];
  if (form?.kind === 'text') return Array.from({ length: form.blanks }, (_, place) => blankId(place));
  return options.map((option) => option.id);
}

/** One pass with a short list: twenty thousand people may type as many numbers, and hosts look four times a second. */
function mostFrequent(counts: ReadonlyMap<string, number>): Distribution['choices'] {
  const listed: { id: string; count: number }[] = [];
  let other = 0;
  for (const [id, count] of counts) {
    if (count <= 0) continue;
    const place = listed.findIndex(
      (each) => count > each.count || (count === each.count && Number(id) < Number(each.id)),
    );
    listed.splice(place === -1 ? listed.length : place, 0, { id, count });
    if (listed.length > LISTED_VALUES) other += listed.pop()?.count ?? 0;
  }
  return other > 0 ? [...listed, { id: 'other', count: other }] : listed;
}

/** Where a picture was tapped, cells from the top left, row by row. */
function heatOf(question: Pick<PlayedQuestion, 'media'>, choices: readonly Choice[]): Distribution['heat'] {
  const columns = HEAT_COLUMNS;
  const rows = Math.min(HEAT_MAX_ROWS, Math.max(1, Math.round(columns * aspectOf(question.media))));
  const taps = new Map<number, number>();
  for (const choice of choices) {
    if (choice.kind !== 'hotspot') continue;
    for (const [x, y] of choice.points) {
      const [column, row] = [Math.min(columns - 1, Math.floor(x * columns)), Math.min(rows - 1, Math.floor(y * rows))];
      const cell = row * columns + column;
      taps.set(cell, (taps.get(cell) ?? 0) + 1);
    }
  }
  const cells = [...taps].sort(([a], [b]) => a - b);
  return { columns, rows, cells: cells.map(([cell, count]) => [cell % columns, Math.floor(cell / columns), count]) };
}

function blankId(place: number): string {
  return String(place + 1);
}
