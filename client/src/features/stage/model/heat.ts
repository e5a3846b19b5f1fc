import type { Distribution } from '@anquanli/contract/question';

type Heat = NonNullable<Distribution['heat']>;

export interface Cell {
  readonly column: number;
  readonly row: number;
  readonly taps: number;
  /** Of the hottest cell, 0..1; by the root, so that a few taps are seen beside many. */
  readonly strength: number;
}

export function cellsOf({ cells }: Heat): Cell[] {
  const most = Math.max(1, ...cells.map(([, , taps]) => taps));
  return cells.map(([column, row, taps]) => ({ column, row, taps, strength: Math.sqrt(taps / most) }));
}

/** Two cells nearer than this are one spot: only the hotter one is named. */
const NEAR = 3;

/** The cells with the most taps, each with room around it. */
export function hottest(heat: Heat, most: number): Cell[] {
  const chosen: Cell[] = [];
  for (const cell of cellsOf(heat).sort((a, b) => b.taps - a.taps)) {
    const isFree = chosen.every(({ column, row }) => Math.hypot(column - cell.column, row - cell.row) >= NEAR);
    if (isFree) chosen.push(cell);
    if (chosen.length === most) break;
  }
  return chosen;
}
