import type { PointInPicture } from '@anquanli/contract/question';
import type { SelectionBy } from '../selection';

export type Places = SelectionBy<'places'>;

/** A finger covers this much around a mark, in pixels of the screen; within it a tap means the mark. */
export const MARK_REACH_PX = 22;

/** The mark under a tap, the nearest if several; null when there is none. `width`, `height`: of the picture as it is shown now. */
export function markAt(
  points: readonly PointInPicture[],
  tap: PointInPicture,
  { width, height }: { width: number; height: number },
): number | null {
  const distances = points.map(([x, y]) => Math.hypot((x - tap[0]) * width, (y - tap[1]) * height));
  const least = Math.min(...distances);
  return least <= MARK_REACH_PX ? distances.indexOf(least) : null;
}

export function countOf({ points, places }: Pick<Places, 'points' | 'places'>): number {
  return points.length + places.length;
}

/** With a new mark; where only one may be, it takes the place of the old one. null when no more fit. */
export function withMark(selected: Places, point: PointInPicture, most: number): Places | null {
  const rounded: PointInPicture = [share(point[0]), share(point[1])];
  if (most === 1) return { by: 'places', points: [rounded], places: [] };
  return countOf(selected) >= most ? null : { ...selected, points: [...selected.points, rounded] };
}

/** Four digits are a tenth of a pixel on a phone. */
function share(value: number): number {
  return Math.round(Math.max(0, Math.min(1, value)) * 10_000) / 10_000;
}

export function withoutMark(selected: Places, index: number): Places {
  return { ...selected, points: selected.points.filter((_, each) => each !== index) };
}

/** Ticks or unticks a place of the list form. null when no more fit. */
export function withPlace(selected: Places, id: string, most: number): Places | null {
  const { places } = selected;
  if (places.includes(id)) return { ...selected, places: places.filter((each) => each !== id) };
  if (most === 1) return { by: 'places', points: [], places: [id] };
  return countOf(selected) >= most ? null : { ...selected, places: [...places, id] };
}
