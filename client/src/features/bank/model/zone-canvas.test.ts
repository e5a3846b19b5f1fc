import { describe, expect, it } from '@jest/globals';
import { blankCanvas, canvasAfter, type Canvas, type CanvasAction } from './zone-canvas';

const SURFACE = { ratio: 1, reach: 0.025 };
const play = (canvas: Canvas, ...actions: CanvasAction[]) =>
  actions.reduce((before, action) => canvasAfter(before, action, SURFACE), canvas);

const drawn = play(
  blankCanvas([]),
  { do: 'tool', tool: 'rect' },
  { do: 'press', at: [0.2, 0.2] },
  { do: 'drag', at: [0.5, 0.5] },
  { do: 'release' },
);

describe('drawing', () => {
  it('leaves a right zone, selected, and goes back to selecting', () => {
    expect(drawn).toMatchObject({ tool: 'select', selected: 'z1', gesture: null });
    expect(drawn.zones).toEqual([
      { id: 'z1', label: '', feedback: '', isRight: true, shape: 'rect', from: [0.2, 0.2], to: [0.5, 0.5] },
    ]);
  });

  it('closes a polygon on its first corner, from three corners on', () => {
    const corners: CanvasAction[] = [
      { do: 'tool', tool: 'poly' },
      { do: 'press', at: [0.6, 0.6] },
      { do: 'press', at: [0.9, 0.6] },
      { do: 'press', at: [0.6, 0.61] },
      { do: 'press', at: [0.75, 0.9] },
    ];
    const open = play(drawn, ...corners);
    expect(open.corners).toHaveLength(4);
    const closed = play(open, { do: 'press', at: [0.605, 0.6] });
    expect(closed).toMatchObject({ selected: 'z2', corners: [], tool: 'select' });
    expect(play(open, { do: 'cancel' }).corners).toEqual([]);
  });

  it('begun with too little is forgotten', () => {
    const tapped = play(drawn, { do: 'tool', tool: 'circle' }, { do: 'press', at: [0.8, 0.8] }, { do: 'release' });
    expect(tapped.zones).toHaveLength(1);
    expect(play(drawn, { do: 'tool', tool: 'poly' }, { do: 'press', at: [0, 0] }, { do: 'close' }).zones).toHaveLength(
      1,
    );
  });
});

describe('selecting', () => {
  it('moves what is pressed', () => {
    const moved = play(drawn, { do: 'press', at: [0.3, 0.3] }, { do: 'drag', at: [0.4, 0.35] }, { do: 'release' });
    expect(moved.zones[0]).toMatchObject({ from: [0.3, 0.25], to: [0.6, 0.55] });
  });

  it('resizes at the handles of the selected zone', () => {
    const resized = play(drawn, { do: 'press', at: [0.51, 0.5] }, { do: 'drag', at: [0.7, 0.8] }, { do: 'release' });
    expect(resized.zones[0]).toMatchObject({ from: [0.2, 0.2], to: [0.7, 0.8] });
  });

  it('beside everything selects nothing', () => {
    expect(play(drawn, { do: 'press', at: [0.9, 0.9] }).selected).toBeNull();
  });
});

describe('the keyboard', () => {
  it('puts a zone in the middle, nudges and removes it', () => {
    const put = play(blankCanvas([]), { do: 'put', shape: 'circle' }, { do: 'nudge', dx: 0.1, dy: 0 });
    expect(put.zones[0]).toMatchObject({ center: [0.6, 0.5] });
    expect(play(put, { do: 'remove' })).toMatchObject({ zones: [], selected: null });
  });

  it('gives every zone an id of its own', () => {
    const two = play(drawn, { do: 'put', shape: 'rect' });
    expect(two.zones.map(({ id }) => id)).toEqual(['z1', 'z2']);
  });
});
