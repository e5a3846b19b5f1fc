/** How a picture lies in its frame: its size times `scale`, its corner moved by x and y pixels. */
export interface Zoom {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export interface Frame {
  readonly width: number;
  readonly height: number;
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

export const WHOLE: Zoom = { scale: 1, x: 0, y: 0 };
export const MOST_SCALE = 5;

/** Never smaller than the frame, and no edge of the picture inside of it. */
export function kept({ scale, x, y }: Zoom, { width, height }: Frame): Zoom {
  const size = Math.max(1, Math.min(MOST_SCALE, scale));
  const within = (value: number, room: number) => Math.min(0, Math.max(room * (1 - size), value));
  return { scale: size, x: within(x, width), y: within(y, height) };
}

/** Zooms so that the spot of the frame keeps what lies under it. */
export function zoomedAt(zoom: Zoom, scale: number, { x, y }: Spot, frame: Frame): Zoom {
  const next = Math.max(1, Math.min(MOST_SCALE, scale));
  const factor = next / zoom.scale;
  return kept({ scale: next, x: x - (x - zoom.x) * factor, y: y - (y - zoom.y) * factor }, frame);
}

/** The finger pair at `from` has come to `to`: what was under the two stays under them. */
export function pinched(zoom: Zoom, from: readonly [Spot, Spot], to: readonly [Spot, Spot], frame: Frame): Zoom {
  const spread = ([a, b]: readonly [Spot, Spot]) => Math.hypot(a.x - b.x, a.y - b.y);
  const middle = ([a, b]: readonly [Spot, Spot]): Spot => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
  const before = spread(from);
  const [m, n] = [middle(from), middle(to)];
  const scaled = zoomedAt(zoom, before === 0 ? zoom.scale : (zoom.scale * spread(to)) / before, m, frame);
  return kept({ ...scaled, x: scaled.x + n.x - m.x, y: scaled.y + n.y - m.y }, frame);
}

/** A spot of the frame as shares of the picture's width and height. */
export function shareAt({ scale, x, y }: Zoom, spot: Spot, { width, height }: Frame): [number, number] {
  return [(spot.x - x) / (scale * width), (spot.y - y) / (scale * height)];
}

/** Moved as little as needed to have the place (shares of the picture) in the frame, not right at its edge. */
export function showing(zoom: Zoom, [px, py]: readonly [number, number], frame: Frame): Zoom {
  const spot = { x: zoom.x + px * frame.width * zoom.scale, y: zoom.y + py * frame.height * zoom.scale };
  const needed = (at: number, room: number) => {
    const margin = Math.min(40, room / 4);
    return at < margin ? margin - at : at > room - margin ? room - margin - at : 0;
  };
  return kept({ ...zoom, x: zoom.x + needed(spot.x, frame.width), y: zoom.y + needed(spot.y, frame.height) }, frame);
}
