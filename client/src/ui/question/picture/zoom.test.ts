import { describe, expect, it } from '@jest/globals';
import { kept, pinched, shareAt, showing, WHOLE, zoomedAt } from './zoom';

const FRAME = { width: 300, height: 200 };

describe('zooming', () => {
  it('keeps what lies under the finger', () => {
    const spot = { x: 200, y: 50 };
    const zoom = zoomedAt(WHOLE, 2, spot, FRAME);
    expect(zoom.scale).toBe(2);
    expect(shareAt(zoom, spot, FRAME)).toEqual(shareAt(WHOLE, spot, FRAME));
  });

  it('never leaves the frame empty', () => {
    expect(kept({ scale: 2, x: 50, y: -999 }, FRAME)).toEqual({ scale: 2, x: 0, y: -200 });
    expect(zoomedAt({ scale: 2, x: -150, y: -100 }, 0.5, { x: 0, y: 0 }, FRAME)).toEqual(WHOLE);
    expect(zoomedAt(WHOLE, 99, { x: 0, y: 0 }, FRAME).scale).toBe(5);
  });

  it('follows two fingers: their spread and where they go', () => {
    const from = [
      { x: 100, y: 100 },
      { x: 200, y: 100 },
    ] as const;
    const to = [
      { x: 60, y: 100 },
      { x: 260, y: 100 },
    ] as const;
    const zoom = pinched(WHOLE, from, to, FRAME);
    expect(zoom.scale).toBe(2);
    expect(shareAt(zoom, { x: 160, y: 100 }, FRAME)).toEqual([0.5, 0.5]);
  });

  it('brings a place into sight, and moves nothing that is in sight', () => {
    const corner = { scale: 3, x: 0, y: 0 };
    expect(showing(corner, [0.1, 0.1], FRAME)).toEqual({ scale: 3, x: 0, y: 0 });
    const moved = showing(corner, [0.9, 0.9], FRAME);
    const spot = { x: moved.x + 0.9 * 900, y: moved.y + 0.9 * 600 };
    expect(spot).toEqual({ x: 260, y: 160 });
  });
});
