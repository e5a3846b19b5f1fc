import type { Zone } from '@anquanli/contract/question';

/*
 * Geometry of hot-spots. Points are shares of the picture's width and height; radius and tolerance are shares of its width. So
 * everything is measured in widths: y is stretched by the proportion of the picture first. A hall taps hundreds of thousands of
 * times, all looked at in one reveal: outlines are worked out once, and most taps are far from most zones.
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

/** A zone in widths of its picture. */
interface Outline {
  readonly aspect: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** How far a point is from the zone; 0 inside. */
  readonly distanceTo: (x: number, y: number) => number;
}

const outlines = new WeakMap<Zone, Outline>();

/** Does a tap fall into the zone or within `tolerance` of it, edges included? */
export function isHit(zone: Zone, tap: Point, { tolerance, aspect }: Aim): boolean {
  const outline = outlineOf(zone, aspect);
  const [x, y] = [tap[0], tap[1] * aspect];
  const reach = tolerance + EPSILON;
  if (x < outline.left - reach || x > outline.right + reach) return false;
  if (y < outline.top - reach || y > outline.bottom + reach) return false;
  return outline.distanceTo(x, y) <= reach;
}

function outlineOf(zone: Zone, aspect: number): Outline {
  const known = outlines.get(zone);
  if (known?.aspect === aspect) return known;
  const outline = { aspect, ...drawn(zone, ([x, y]) => [x, y * aspect]) };
  outlines.set(zone, outline);
  return outline;
}

function drawn(zone: Zone, inWidths: (point: Point) => Point): Omit<Outline, 'aspect'> {
  switch (zone.shape) {
    case 'rect': {
      const box = boxOf([zone.from, zone.to].map(inWidths));
      return { ...box, distanceTo: (x, y) => distanceToBox(box, x, y) };
    }
    case 'circle': {
      const { r } = zone;
      const [cx, cy] = inWidths(zone.center);
      const box = { left: cx - r, right: cx + r, top: cy - r, bottom: cy + r };
      return { ...box, distanceTo: (x, y) => Math.max(0, Math.hypot(x - cx, y - cy) - r) };
    }
    case 'poly': {
      const corners = zone.points.map(inWidths);
      return { ...boxOf(corners), distanceTo: (x, y) => distanceToPolygon(corners, x, y) };
    }
  }
}

type Box = Pick<Outline, 'left' | 'right' | 'top' | 'bottom'>;

function boxOf(points: readonly Point[]): Box {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

function distanceToBox({ left, right, top, bottom }: Box, x: number, y: number): number {
  return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
}

/** Even–odd rule: a ray to the right crosses the outline an odd number of times. Outside: as far as the nearest edge. */
function distanceToPolygon(corners: readonly Point[], x: number, y: number): number {
  let isInside = false;
  let nearest = Infinity;
  let from = corners[corners.length - 1];
  for (const to of corners) {
    if (from) {
      if (from[1] > y !== to[1] > y && x < from[0] + ((to[0] - from[0]) * (y - from[1])) / (to[1] - from[1])) {
        isInside = !isInside;
      }
      nearest = Math.min(nearest, distanceToEdge(from, to, x, y));
    }
    from = to;
  }
  return isInside ? 0 : nearest;
}

function distanceToEdge(from: Point, to: Point, x: number, y: number): number {
  const dx = to[0] - from[0];
  const dy = to[1] - from[1];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((x - from[0]) * dx + (y - from[1]) * dy) / length;
  const part = Math.min(1, Math.max(0, along));
  return Math.hypot(from[0] + part * dx - x, from[1] + part * dy - y);
}
