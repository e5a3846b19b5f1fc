import { canonicalJson } from './canonical.js';
import type { Region } from './schema-answers.js';

/*
 * Where the places of a picture lie. Points are shares of its width and height, radii of its width; `aspect` is its height by
 * its width.
 */

type Point = readonly [x: number, y: number];

/** Do two places lie over one another: one of them over the middle of the other, or both drawn alike? */
export function lieOver(a: Region, b: Region, aspect: number): boolean {
  return covers(a, middleOf(b), aspect) || covers(b, middleOf(a), aspect) || outlineOf(a) === outlineOf(b);
}

function outlineOf(region: Region): string {
  return canonicalJson({ ...region, id: undefined, label: undefined, feedback: undefined });
}

/** Edges belong to the place. */
function covers(region: Region, [x, y]: Point, aspect: number): boolean {
  switch (region.shape) {
    case 'rect': {
      const { from, to } = region;
      return isBetween(x, from[0], to[0]) && isBetween(y, from[1], to[1]);
    }
    case 'circle':
      return Math.hypot(x - region.center[0], (y - region.center[1]) * aspect) <= region.r;
    case 'poly':
      return isInside(region.points, x, y);
  }
}

function isBetween(value: number, one: number, other: number): boolean {
  return value >= Math.min(one, other) && value <= Math.max(one, other);
}

/** Even–odd rule: a ray to the right crosses the outline an odd number of times. */
function isInside(corners: readonly Point[], x: number, y: number): boolean {
  return (
    sides(corners).filter(
      ([from, to]) =>
        from[1] > y !== to[1] > y && x < from[0] + ((to[0] - from[0]) * (y - from[1])) / (to[1] - from[1]),
    ).length %
      2 ===
    1
  );
}

function middleOf(region: Region): Point {
  switch (region.shape) {
    case 'rect':
      return [(region.from[0] + region.to[0]) / 2, (region.from[1] + region.to[1]) / 2];
    case 'circle':
      return region.center;
    case 'poly':
      return centroidOf(region.points);
  }
}

/** The centre of the area; of corners in one line their mean. */
function centroidOf(corners: readonly Point[]): Point {
  let [area, x, y] = [0, 0, 0];
  for (const [from, to] of sides(corners)) {
    const part = from[0] * to[1] - to[0] * from[1];
    area += part;
    x += (from[0] + to[0]) * part;
    y += (from[1] + to[1]) * part;
  }
  if (Math.abs(area) > 1e-12) return [x / (3 * area), y / (3 * area)];
  const mean = (axis: 0 | 1) => corners.reduce((sum, corner) => sum + corner[axis], 0) / corners.length;
  return [mean(0), mean(1)];
}

function sides(corners: readonly Point[]): [from: Point, to: Point][] {
  return corners.map((to, n) => [corners.at(n - 1) ?? to, to]);
}
