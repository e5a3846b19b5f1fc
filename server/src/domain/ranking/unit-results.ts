import type { UnitResult } from '@anquanli/contract/rounds';
import { addTo } from '../shared/add-to.js';

/** What one seat brought to the unit it was played for. */
export interface SeatOfUnit {
  readonly unitId: string;
  readonly total: number;
  readonly rightCount: number;
}

const BEST = 10;

/**
 * How units did in a round: mean points, so that a large unit is not first for being large; equal means are told apart by the sum of the
 * best ten. Ranks 1, 2, 2, 4.
 * @param asked questions that counted, for the share of right answers
 */
export function unitResults(
  seats: readonly SeatOfUnit[],
  asked: number,
  nameOf: (unitId: string) => string,
): UnitResult[] {
  const groups = new Map<string, SeatOfUnit[]>();
  for (const seat of seats) addTo(groups, seat.unitId, seat);
  const rows = [...groups].map(([unitId, own]) => {
    const totals = own.map(({ total }) => total).sort((a, b) => b - a);
    const right = sum(own.map(({ rightCount }) => rightCount));
    return {
      unitId,
      name: nameOf(unitId),
      people: own.length,
      mean: sum(totals) / own.length,
      bestTen: sum(totals.slice(0, BEST)),
      rightShare: asked === 0 ? 0 : right / (asked * own.length),
    };
  });
  rows.sort((a, b) => b.mean - a.mean || b.bestTen - a.bestTen || (a.unitId < b.unitId ? -1 : 1));
  let rank = 0;
  return rows.map((row, index) => {
    const above = rows[index - 1];
    if (above === undefined || isBetter(above, row)) rank = index + 1;
    return { ...row, rank };
  });
}

function isBetter(a: { mean: number; bestTen: number }, b: { mean: number; bestTen: number }): boolean {
  return a.mean > b.mean || (a.mean === b.mean && a.bestTen > b.bestTen);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
