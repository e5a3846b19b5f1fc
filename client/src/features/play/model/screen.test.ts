import { describe, expect, it } from '@jest/globals';
import type { BoardRow } from '@anquanli/contract/live';
import { aClosedView, aMe, anOpenView, aRevealView, aStanding } from './play-fixtures';
import { boardLines, screenOf } from './screen';

const row = (rank: number, seatNo: number): BoardRow => ({
  rank,
  seatNo,
  name: `座 ${seatNo}`,
  points: 5_000 - rank,
  rightCount: 5,
  move: 0,
});
const topTen = Array.from({ length: 10 }, (_, index) => row(index + 1, index + 1));

describe('the screen', () => {
  it('is loading until view and own part are both there', () => {
    expect(screenOf({ shared: null, me: aMe() }, null, false).name).toBe('loading');
    expect(screenOf({ shared: anOpenView(1), me: null }, null, false).name).toBe('loading');
  });

  it('counts down before the opening instant and shows the question after it', () => {
    const snapshot = { shared: anOpenView(1), me: aMe() };
    expect(screenOf(snapshot, null, false).name).toBe('get_ready');
    expect(screenOf(snapshot, null, true).name).toBe('question');
  });

  it('keeps the question on the screen after the close', () => {
    expect(screenOf({ shared: aClosedView(2), me: aMe() }, null, false).name).toBe('question');
  });

  it('shows the gate to a kicked seat even when its goodbye got lost', () => {
    const screen = screenOf({ shared: aRevealView(3), me: aMe({ status: 'kicked' }) }, null, false);
    expect(screen).toEqual({ name: 'gate', gate: 'kicked' });
  });

  it('shows the gate of the goodbye before everything else', () => {
    expect(screenOf({ shared: aRevealView(3), me: aMe() }, 'seat_moved', true)).toMatchObject({ gate: 'seat_moved' });
  });
});

describe('the lines of the board', () => {
  it('mark the own row among the first', () => {
    const lines = boardLines(topTen, aMe({ seatNo: 4, standing: aStanding({ rank: 4 }) }));
    expect(lines).toHaveLength(10);
    expect(lines.filter((line) => line.kind === 'row' && line.isMine)).toHaveLength(1);
  });

  it('append the own row after a gap', () => {
    const lines = boardLines(topTen, aMe({ standing: aStanding({ rank: 57, previousRank: 60, total: 900 }) }));
    expect(lines[10]).toEqual({ kind: 'gap' });
    expect(lines[11]).toMatchObject({ kind: 'row', isMine: true, row: { rank: 57, points: 900, move: 3 } });
  });

  it('leave no gap before the eleventh, nor before a tenth who ties', () => {
    expect(boardLines(topTen, aMe({ standing: aStanding({ rank: 11 }) })).map(({ kind }) => kind)).not.toContain('gap');
    expect(boardLines(topTen, aMe({ standing: aStanding({ rank: 10 }) })).map(({ kind }) => kind)).not.toContain('gap');
  });

  it('have no own row before the first result', () => {
    expect(boardLines(topTen, aMe())).toHaveLength(10);
  });
});
