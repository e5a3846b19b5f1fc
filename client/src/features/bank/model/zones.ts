import type { DraftZone } from './draft';
import type { Point } from './bank-types';

/*
 * Geometry of zones on a picture. x is a share of its width, y of its height, r of its width. `ratio` = height / width,
 * so that a circle is a circle: distances are measured in shares of the width.
 */

export type Shape = DraftZone['shape'];

/** Smaller than this (share of the width) nothing is drawn: it was a tap, not a drag. */
export const LEAST = 0.015;

const share = (value: number): number => Math.round(Math.max(0, Math.min(1, value)) * 10_000) / 10_000;
export const inPicture = ([x, y]: Point): Point => [share(x), share(y)];

export function distance([ax, ay]: Point, [bx, by]: Point, ratio: number): number {
  return Math.hypot(ax - bx, (ay - by) * ratio);
}

/** The shape from a drag; a rectangle by two corners, a circle by its middle and edge. null when it is too small. */
export function shapeFromDrag(shape: 'rect' | 'circle', from: Point, to: Point, ratio: number): ZoneShape | null {
  if (shape === 'circle') {
    const r = radius(distance(from, to, ratio));
    return r < LEAST ? null : { shape, center: inPicture(from), r };
  }
  const [left, right] = [Math.min(from[0], to[0]), Math.max(from[0], to[0])];
  const [top, bottom] = [Math.min(from[1], to[1]), Math.max(from[1], to[1])];
  if (right - left < LEAST || (bottom - top) * ratio < LEAST) return null;
  return { shape, from: inPicture([left, top]), to: inPicture([right, bottom]) };
}

/** A zone of a handy size in the middle: where somebody draws without a pointer. */
export function shapeInMiddle(shape: Shape, ratio: number): ZoneShape {
  if (shape === 'circle') return { shape, center: [0.5, 0.5], r: 0.1 };
  if (shape === 'rect') return { shape, from: [0.4, 0.4], to: [0.6, 0.6] };
  const y = 0.1 / ratio;
  return {
    shape,
    points: [
      [0.5, 0.5 - y],
      [0.6, 0.5 + y],
      [0.4, 0.5 + y],
    ].map(([a = 0, b = 0]) => inPicture([a, b])),
  };
}

type Only<Zone, Part> = Zone extends Part
  ? Pick<Zone, Extract<keyof Zone, 'shape' | 'from' | 'to' | 'center' | 'r' | 'points'>>
  : never;
/** A zone without its words. */
export type ZoneShape = Only<DraftZone, DraftZone>;

const radius = (value: number): number => Math.round(Math.max(0, Math.min(0.5, value)) * 10_000) / 10_000;

/** The zone moved by shares of the picture; it stops at the edges and keeps its size. */
export function movedZone(zone: DraftZone, dx: number, dy: number): DraftZone {
  const { left, top, right, bottom } = boxOf(zone);
  const x = Math.max(-left, Math.min(1 - right, dx));
  const y = Math.max(-top, Math.min(1 - bottom, dy));
  const at = ([px, py]: Point): Point => inPicture([px + x, py + y]);
  switch (zone.shape) {
    case 'rect':
      return { ...zone, from: at(zone.from), to: at(zone.to) };
    case 'circle':
      return { ...zone, center: at(zone.center) };
    case 'poly':
      return { ...zone, points: zone.points.map(at) };
  }
}

/** The corners of what a zone covers; of a circle its middle, so that it may reach over the edge. */
function boxOf(zone: DraftZone): { left: number; top: number; right: number; bottom: number } {
  const points = zone.shape === 'rect' ? [zone.from, zone.to] : zone.shape === 'circle' ? [zone.center] : zone.points;
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

export interface Handle {
  readonly key: string;
  readonly at: Point;
}

/** Where a zone can be taken hold of to change its size. */
export function handlesOf(zone: DraftZone): Handle[] {
  switch (zone.shape) {
    case 'rect': {
      const [[x1, y1], [x2, y2]] = [zone.from, zone.to];
      return [
        { key: 'nw', at: [x1, y1] },
        { key: 'ne', at: [x2, y1] },
        { key: 'se', at: [x2, y2] },
        { key: 'sw', at: [x1, y2] },
      ];
    }
    case 'circle':
      return [{ key: 'r', at: [zone.center[0] + zone.r, zone.center[1]] }];
    case 'poly':
      return zone.points.map((at, index) => ({ key: String(index), at }));
  }
}

/** The zone with one handle pulled to `point`; never turned inside out, never too small to see. */
export function resizedZone(zone: DraftZone, handle: string, point: Point, ratio: number): DraftZone {
  const [x, y] = inPicture(point);
  switch (zone.shape) {
    case 'circle':
      return { ...zone, r: radius(Math.max(LEAST, distance(zone.center, [x, y], ratio))) };
    case 'poly':
      return { ...zone, points: zone.points.map((each, index) => (String(index) === handle ? [x, y] : each)) };
    case 'rect': {
      const [[x1, y1], [x2, y2]] = [zone.from, zone.to];
      const high = LEAST / ratio;
      const left = handle.endsWith('w') ? Math.min(x, x2 - LEAST) : x1;
      const right = handle.endsWith('e') ? Math.max(x, x1 + LEAST) : x2;
      const top = handle.startsWith('n') ? Math.min(y, y2 - high) : y1;
      const bottom = handle.startsWith('s') ? Math.max(y, y1 + high) : y2;
      return { ...zone, from: inPicture([left, top]), to: inPicture([right, bottom]) };
    }
  }
}

export function isInside(zone: DraftZone, [x, y]: Point, ratio: number): boolean {
  switch (zone.shape) {
    case 'rect':
      return x >= zone.from[0] && x <= zone.to[0] && y >= zone.from[1] && y <= zone.to[1];
    case 'circle':
      return distance(zone.center, [x, y], ratio) <= zone.r;
    case 'poly':
      return isInPolygon(zone.points, [x, y]);
  }
}

function isInPolygon(corners: readonly Point[], [x, y]: Point): boolean {
  let isIn = false;
  corners.forEach(([x1, y1], index) => {
    const [x2, y2] = corners[(index + 1) % corners.length] ?? [x1, y1];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) isIn = !isIn;
  });
  return isIn;
}

/** The zone under a point: of several the one drawn last. */
export function zoneAt(zones: readonly DraftZone[], point: Point, ratio: number): DraftZone | null {
  return zones.reduce<DraftZone | null>((found, zone) => (isInside(zone, point, ratio) ? zone : found), null);
}

/** Where the number of a zone stands. */
export function middleOf(zone: DraftZone): Point {
  if (zone.shape === 'circle') return zone.center;
  const { left, top, right, bottom } = boxOf(zone);
  return [(left + right) / 2, (top + bottom) / 2];
}
