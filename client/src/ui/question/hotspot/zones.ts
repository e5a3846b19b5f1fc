import type { Choice, Key, PointInPicture, Zone } from '@anquanli/contract/question';

export type HotspotKey = Extract<Key, { kind: 'hotspot' }>;
export type HotspotChoice = Extract<Choice, { kind: 'hotspot' }>;

/** Width and height of the picture: y is a share of the height, radius and tolerance are shares of the width. */
interface Size {
  readonly width: number;
  readonly height: number;
}

/** Is the point in the zone, or not further from it than the tolerance? */
export function isInZone(zone: Zone, point: PointInPicture, tolerance: number, { width, height }: Size): boolean {
  const ratio = height / width;
  // Everything in shares of the width, so that a circle is a circle.
  const at = (each: PointInPicture): PointInPicture => [each[0], each[1] * ratio];
  const [x, y] = at(point);
  switch (zone.shape) {
    case 'circle': {
      const [cx, cy] = at(zone.center);
      return Math.hypot(x - cx, y - cy) <= zone.r + tolerance;
    }
    case 'rect': {
      const [[x1, y1], [x2, y2]] = [at(zone.from), at(zone.to)];
      const beside = Math.max(Math.min(x1, x2) - x, 0, x - Math.max(x1, x2));
      const below = Math.max(Math.min(y1, y2) - y, 0, y - Math.max(y1, y2));
      return Math.hypot(beside, below) <= tolerance;
    }
    case 'poly':
      return isInPolygon(zone.points.map(at), [x, y]) || distanceToEdge(zone.points.map(at), [x, y]) <= tolerance;
  }
}

function isInPolygon(corners: readonly PointInPicture[], [x, y]: PointInPicture): boolean {
  let isInside = false;
  corners.forEach(([x1, y1], index) => {
    const [x2, y2] = corners[(index + 1) % corners.length] ?? [x1, y1];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) isInside = !isInside;
  });
  return isInside;
}

function distanceToEdge(corners: readonly PointInPicture[], [x, y]: PointInPicture): number {
  return corners.reduce((least, [x1, y1], index) => {
    const [x2, y2] = corners[(index + 1) % corners.length] ?? [x1, y1];
    const length = (x2 - x1) ** 2 + (y2 - y1) ** 2;
    const share = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length));
    return Math.min(least, Math.hypot(x - x1 - share * (x2 - x1), y - y1 - share * (y2 - y1)));
  }, Infinity);
}

/** The middle of a zone: where its number stands. */
export function middleOf(zone: Zone): PointInPicture {
  if (zone.shape === 'circle') return zone.center;
  const corners = zone.shape === 'rect' ? [zone.from, zone.to] : zone.points;
  const middle = (values: number[]) => (Math.min(...values) + Math.max(...values)) / 2;
  return [middle(corners.map(([x]) => x)), middle(corners.map(([, y]) => y))];
}

/** The own answer against the zones: which were found, and which taps and named places hit none. */
export interface Findings {
  readonly found: readonly string[];
  readonly wrongTaps: readonly PointInPicture[];
  readonly wrongPlaces: readonly string[];
}

export function findingsOf({ zones, tolerance }: HotspotKey, choice: HotspotChoice | null, size: Size): Findings {
  const { points = [], places = [] } = choice ?? {};
  const hits = (zone: Zone, point: PointInPicture) => isInZone(zone, point, tolerance, size);
  return {
    found: zones
      .filter((zone) => places.includes(zone.id) || points.some((point) => hits(zone, point)))
      .map(({ id }) => id),
    wrongTaps: points.filter((point) => !zones.some((zone) => hits(zone, point))),
    wrongPlaces: places.filter((id) => !zones.some((zone) => zone.id === id)),
  };
}

/** The outline of a zone for SVG, in a box of 1000 by 1000 × height / width. */
export function outlineOf(zone: Zone, { width, height }: Size): string {
  const [sx, sy] = [1_000, (1_000 * height) / width];
  const at = ([x, y]: PointInPicture) => `${(x * sx).toFixed(1)} ${(y * sy).toFixed(1)}`;
  switch (zone.shape) {
    case 'circle': {
      const r = (zone.r * sx).toFixed(1);
      const [x, y] = zone.center;
      return `M${at([x - zone.r, y])}a${r} ${r} 0 1 0 ${(zone.r * 2 * sx).toFixed(1)} 0a${r} ${r} 0 1 0 -${(zone.r * 2 * sx).toFixed(1)} 0z`;
    }
    case 'rect': {
      const [[x1, y1], [x2, y2]] = [zone.from, zone.to];
      return `M${at([x1, y1])}L${at([x2, y1])}L${at([x2, y2])}L${at([x1, y2])}z`;
    }
    case 'poly':
      return `M${zone.points.map(at).join('L')}z`;
  }
}
