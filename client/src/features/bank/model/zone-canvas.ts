import type { Point } from './bank-types';
import { freeId, type DraftZone } from './draft';
import {
  distance,
  handlesOf,
  inPicture,
  movedZone,
  resizedZone,
  shapeFromDrag,
  shapeInMiddle,
  zoneAt,
  type Shape,
  type ZoneShape,
} from './zones';

/** Drawing on the picture: what is chosen, what the pointer is doing, and the zones that come of it. */
export interface Canvas {
  readonly tool: Shape | 'select';
  readonly selected: string | null;
  readonly gesture:
    | { readonly is: 'drawing'; readonly shape: 'rect' | 'circle'; readonly from: Point; readonly to: Point }
    | { readonly is: 'moving'; readonly zone: DraftZone; readonly from: Point }
    | { readonly is: 'resizing'; readonly handle: string }
    | null;
  /** Corners of a polygon that is not closed yet, and where the pointer is. */
  readonly corners: readonly Point[];
  readonly zones: readonly DraftZone[];
}

/** `reach`: how far from a handle or first corner a tap still means it, as a share of the picture's width. */
export interface Surface {
  readonly ratio: number;
  readonly reach: number;
}

export type CanvasAction =
  | { readonly do: 'tool'; readonly tool: Canvas['tool'] }
  | { readonly do: 'press' | 'drag'; readonly at: Point }
  | { readonly do: 'release' | 'cancel' | 'close' | 'remove' }
  | { readonly do: 'select'; readonly id: string | null }
  | { readonly do: 'nudge'; readonly dx: number; readonly dy: number }
  | { readonly do: 'put'; readonly shape: Shape };

export const blankCanvas = (zones: readonly DraftZone[]): Canvas => ({
  tool: zones.length === 0 ? 'rect' : 'select',
  selected: null,
  gesture: null,
  corners: [],
  zones,
});

export function canvasAfter(canvas: Canvas, action: CanvasAction, surface: Surface): Canvas {
  switch (action.do) {
    case 'tool':
      return { ...canvas, tool: action.tool, gesture: null, corners: [] };
    case 'select':
      return { ...canvas, selected: action.id };
    case 'press':
      return pressed(canvas, inPicture(action.at), surface);
    case 'drag':
      return dragged(canvas, inPicture(action.at), surface);
    case 'release':
      return released(canvas, surface);
    case 'close':
      return closed(canvas);
    case 'cancel':
      return { ...canvas, gesture: null, corners: [] };
    case 'remove':
      return { ...canvas, selected: null, zones: canvas.zones.filter(({ id }) => id !== canvas.selected) };
    case 'nudge':
      return replaced(canvas, canvas.selected, (zone) => movedZone(zone, action.dx, action.dy));
    case 'put':
      return added(canvas, shapeInMiddle(action.shape, surface.ratio));
  }
}

function pressed(canvas: Canvas, at: Point, { ratio, reach }: Surface): Canvas {
  if (canvas.tool === 'poly') {
    const [first] = canvas.corners;
    const isClosing = first !== undefined && canvas.corners.length >= 3 && distance(first, at, ratio) <= reach;
    return isClosing ? closed(canvas) : { ...canvas, corners: [...canvas.corners, at] };
  }
  if (canvas.tool !== 'select') {
    return { ...canvas, gesture: { is: 'drawing', shape: canvas.tool, from: at, to: at } };
  }
  const chosen = canvas.zones.find(({ id }) => id === canvas.selected);
  const handle = chosen && handlesOf(chosen).find((each) => distance(each.at, at, ratio) <= reach);
  if (handle !== undefined) return { ...canvas, gesture: { is: 'resizing', handle: handle.key } };
  const hit = zoneAt(canvas.zones, at, ratio);
  return { ...canvas, selected: hit?.id ?? null, gesture: hit && { is: 'moving', zone: hit, from: at } };
}

function dragged(canvas: Canvas, at: Point, { ratio }: Surface): Canvas {
  const { gesture } = canvas;
  switch (gesture?.is) {
    case undefined:
      return canvas;
    case 'drawing':
      return { ...canvas, gesture: { ...gesture, to: at } };
    case 'moving': {
      const { zone, from } = gesture;
      return replaced(canvas, zone.id, () => movedZone(zone, at[0] - from[0], at[1] - from[1]));
    }
    case 'resizing':
      return replaced(canvas, canvas.selected, (zone) => resizedZone(zone, gesture.handle, at, ratio));
  }
}

function released(canvas: Canvas, { ratio }: Surface): Canvas {
  const { gesture } = canvas;
  if (gesture?.is !== 'drawing') return { ...canvas, gesture: null };
  const shape = shapeFromDrag(gesture.shape, gesture.from, gesture.to, ratio);
  return shape === null ? { ...canvas, gesture: null } : added(canvas, shape);
}

function closed(canvas: Canvas): Canvas {
  if (canvas.corners.length < 3) return { ...canvas, corners: [] };
  return added(canvas, { shape: 'poly', points: [...canvas.corners] });
}

/** The new zone is right until it is said to be a decoy, and chosen, so that its name can be typed. */
function added(canvas: Canvas, shape: ZoneShape): Canvas {
  const id = freeId(
    canvas.zones.map((zone) => zone.id),
    Array.from({ length: 40 }, (_, index) => `z${index + 1}`),
  );
  const zone: DraftZone = { ...shape, id, label: '', feedback: '', isRight: true };
  return { tool: 'select', selected: id, gesture: null, corners: [], zones: [...canvas.zones, zone] };
}

function replaced(canvas: Canvas, id: string | null, change: (zone: DraftZone) => DraftZone): Canvas {
  return { ...canvas, zones: canvas.zones.map((zone) => (zone.id === id ? change(zone) : zone)) };
}
