import type { Zone } from '@anquanli/contract/question';

/*
 * Geometry of hot-spots. Points are shares of the picture's width and height; radius and tolerance are shares of its width. So
 * everything is measured in widths: y is stretched by the proportion of the picture first.
 */

export type Point = readonly [x: number, y: number];

/** How a zone is hit in a given picture. */
export interface Aim {
  /** Widens each zone all around, as a share of the picture's width. */
  readonly tolerance: number;
  /** Height of the picture by its width. */
  readonly aspect: number;
}

/** What adding shares in binary may get wrong on the edge of a zone; edges belong to the zone. */
const EPSILON = 1e-9;

/** Does a tap fall into the zone or within `tolerance` of it, edges included? */
export function isHit(zone: Zone, tap: Point, { tolerance, aspect }: Aim): boolean {
  const inWidths = ([x, y]: Point): Point => [x, y * aspect];
  return distanceTo(zone, inWidths(tap), inWidths) <= tolerance + EPSILON;
}

/** How far the point is from the zone, in widths of the picture; 0 inside. */
function distanceTo(zone: Zone, point: Point, inWidths: (point: Point) => Point): number {
  switch (zone.shape) {
    case 'rect':
      return distanceToRect(inWidths(zone.from), inWidths(zone.to), point);
    case 'circle':
      return Math.max(0, distance(inWidths(zone.center), point) - zone.r);
    case 'poly': {
      const corners = zone.points.map(inWidths);
      return isInside(corners, point) ? 0 : Math.min(...edgesOf(corners).map((edge) => distanceToEdge(edge, point)));
    }
  }
}

function distanceToRect([ax, ay]: Point, [bx, by]: Point, [x, y]: Point): number {
  const beside = Math.max(Math.min(ax, bx) - x, 0, x - Math.max(ax, bx));
  const above = Math.max(Math.min(ay, by) - y, 0, y - Math.max(ay, by));
  return Math.hypot(beside, above);
}

type Edge = readonly [Point, Point];

function edgesOf(corners: readonly Point[]): Edge[] {
  return corners.map((corner, index): Edge => [corner, corners[(index + 1) % corners.length] ?? corner]);
}

/** Even–odd rule: a ray to the right crosses the outline an odd number of times. */
function isInside(corners: readonly Point[], [x, y]: Point): boolean {
  let isIn = false;
  for (const [[ax, ay], [bx, by]] of edgesOf(corners)) {
    if (ay > y !== by > y && x < ax + ((bx - ax) * (y - ay)) / (by - ay)) isIn = !isIn;
  }
  return isIn;
}

function distanceToEdge([from, to]: Edge, point: Point): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((point[0] - from[0]) * dx + (point[1] - from[1]) * dy) / length;
  const part = Math.min(1, Math.max(0, along));
  return distance([from[0] + part * dx, from[1] + part * dy], point);
}

function distance([ax, ay]: Point, [bx, by]: Point): number {
  return Math.hypot(ax - bx, ay - by);
}
