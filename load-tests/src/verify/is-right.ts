import type { Choice } from '@anquanli/contract/question';
import type { ReleasedKey, ReleasedRegion, Spot } from './released-keys.js';

/*
 * Whether an answer is right by the released key, worked out in other ways than the server's: sums in whole numbers, all orders
 * tried one by one, angles instead of crossings.
 */

/** Words of the steps and places that bots named, by the round's ids: only the round knows which of its ids is which. */
export type WordsOf = (id: string) => string | undefined;

/** Is all of it right? The verifier knows no parts. */
export function isRight(key: ReleasedKey, choice: Choice, wordsOf: WordsOf): boolean {
  switch (key.type) {
    case 'single':
      return choice.kind === 'single' && choice.option === key.answer.option;
    case 'boolean':
      return choice.kind === 'boolean' && choice.value === key.answer.value;
    case 'multiple':
      return choice.kind === 'multiple' && [...choice.options].sort().join() === [...key.answer.options].sort().join();
    case 'ordering':
      return choice.kind === 'ordering' && areInOrder(key, choice.order, wordsOf);
    case 'numeric':
      return choice.kind === 'numeric' && key.answer.accept.some((range) => isBetween(choice.value, range));
    case 'text':
      return choice.kind === 'text' && areFilled(key.answer, choice.blanks);
    case 'hotspot':
      return choice.kind === 'hotspot' && isFound(key, choice, wordsOf);
  }
}

/** Step by step: the words of the first, of the second, … */
function areInOrder(
  { options, answer }: Extract<ReleasedKey, { type: 'ordering' }>,
  order: readonly string[],
  wordsOf: WordsOf,
): boolean {
  const wanted = answer.order.map((id) => options.find((option) => option.id === id)?.text);
  return order.length === wanted.length && order.every((id, place) => toldOf(id, wordsOf) === wanted[place]);
}

function toldOf(id: string, wordsOf: WordsOf): string {
  const words = wordsOf(id);
  if (words === undefined) throw new Error(`Nobody was told what ${id} is`);
  return words;
}

/** In millionths: the bank's numbers have six digits after the point at most. */
function isBetween(value: number, { min, max }: { readonly min: number; readonly max: number }): boolean {
  const [at, from, to] = [value, min, max].map((each) => BigInt(Math.round(each * 1e6)));
  return at !== undefined && from !== undefined && to !== undefined && from <= at && at <= to;
}

function areFilled(
  { blanks, anyOrder = false }: Extract<ReleasedKey, { type: 'text' }>['answer'],
  typed: readonly string[],
): boolean {
  if (typed.length !== blanks.length) return false;
  const fits = (text: string, accept: readonly string[]) => {
    const plain = plainly(text);
    return plain !== '' && accept.some((writing) => plainly(writing) === plain);
  };
  const orders = anyOrder ? allOrders(blanks) : [blanks];
  return orders.some((order) => order.every(({ accept }, place) => fits(typed[place] ?? '', accept)));
}

/** Letter by letter: one width, one case, no white space, no stop at the end. */
function plainly(text: string): string {
  const letters = [...text.normalize('NFKC').toLowerCase()].filter((letter) => letter.trim() !== '');
  while (letters.length > 0 && '。.;,、!'.includes(letters[letters.length - 1] ?? '')) letters.pop();
  return letters.join('');
}

function allOrders<T>(items: readonly T[]): T[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((first, place) =>
    allOrders(items.filter((_, index) => index !== place)).map((rest) => [first, ...rest]),
  );
}

type Hotspot = Extract<ReleasedKey, { type: 'hotspot' }>;

function isFound(
  { answer, size }: Hotspot,
  { points, places }: Extract<Choice, { kind: 'hotspot' }>,
  wordsOf: WordsOf,
): boolean {
  const named = places.map((id) => {
    const label = toldOf(id, wordsOf);
    return answer.regions.filter((region) => region.label === label);
  });
  const tapped = points.map((point) =>
    answer.regions.filter((region) => gapTo(region, point, size) <= (answer.tolerance ?? 0) * size.width + 1e-6),
  );
  const marks = [...named, ...tapped];
  const found = new Set(marks.flat());
  const wanted = answer.mode === 'find-one' ? 1 : answer.regions.length;
  return marks.every((mark) => mark.length > 0) && found.size >= wanted;
}

/** How far a tap is from a region, in pixels of the picture. */
function gapTo(region: ReleasedRegion, point: Spot, { width, height }: Hotspot['size']): number {
  const inPixels = ([x, y]: Spot): Spot => [x * width, y * height];
  const at = inPixels(point);
  if (region.shape === 'circle') return Math.max(0, apart(inPixels(region.center), at) - region.r * width);
  const corners = (region.shape === 'rect' ? cornersOf(region.from, region.to) : region.points).map(inPixels);
  if (isAround(corners, at)) return 0;
  return Math.min(
    ...corners.map((from, index) => apart(at, nearestOn(from, corners[(index + 1) % corners.length] ?? from, at))),
  );
}

function cornersOf([ax, ay]: Spot, [bx, by]: Spot): Spot[] {
  return [
    [ax, ay],
    [bx, ay],
    [bx, by],
    [ax, by],
  ];
}

/** Seen from inside, the outline turns around by whole turns; an even number of them is outside, as an even number of crossings is. */
function isAround(corners: readonly Spot[], [x, y]: Spot): boolean {
  let turned = 0;
  corners.forEach((from, index) => {
    const to = corners[(index + 1) % corners.length] ?? from;
    const [a, b] = [Math.atan2(from[1] - y, from[0] - x), Math.atan2(to[1] - y, to[0] - x)];
    let step = b - a;
    if (step > Math.PI) step -= 2 * Math.PI;
    if (step < -Math.PI) step += 2 * Math.PI;
    turned += step;
  });
  return Math.abs(Math.round(turned / (2 * Math.PI))) % 2 === 1;
}

/** By halving: the distance to a point that walks along an edge falls and then rises. */
function nearestOn(from: Spot, to: Spot, at: Spot): Spot {
  const on = (part: number): Spot => [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part];
  let [low, high] = [0, 1];
  for (let step = 0; step < 100; step += 1) {
    const [first, second] = [low + (high - low) / 3, high - (high - low) / 3];
    if (apart(on(first), at) < apart(on(second), at)) high = second;
    else low = first;
  }
  return on((low + high) / 2);
}

function apart([ax, ay]: Spot, [bx, by]: Spot): number {
  return Math.hypot(ax - bx, ay - by);
}
