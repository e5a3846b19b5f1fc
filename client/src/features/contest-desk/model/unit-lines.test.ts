import type { ContestUnitLine } from '@anquanli/contract/contest-desk';
import { describe, expect, it } from '@jest/globals';
import { shownUnits, unitsWithNobody } from './unit-lines';

const unit = (unitId: string, parentId: string | null, changes: Partial<ContestUnitLine> = {}): ContestUnitLine => ({
  ...{ unitId, parentId, name: unitId, kind: 'team', people: 1, week: 0, registered: 1, headCount: null },
  ...{ rate: null, attempts: 1, points: 1, mean: 1 },
  ...changes,
});
const units = [
  unit('city', null, { kind: 'region', people: 6 }),
  unit('gas', 'city', { kind: 'enterprise', people: 5, rate: 0.5 }),
  unit('gas-a', 'gas', { people: 5 }),
  unit('gas-b', 'gas', { people: 0 }),
  unit('bus', 'city', { kind: 'enterprise', people: 0, headCount: 9 }),
  unit('water', 'city', { kind: 'enterprise', people: 1, rate: 0.9 }),
];
const all = { search: '', onlyNobody: false, sort: null };
const text = (lines: ReturnType<typeof shownUnits>) => lines.map(({ unit: each, depth }) => `${depth}${each.unitId}`);

describe('the units of a contest', () => {
  it('are a tree, parents before children', () => {
    expect(text(shownUnits(units, all))).toEqual(['0city', '1gas', '2gas-a', '2gas-b', '1bus', '1water']);
  });

  it('are sorted among sisters, what is not known last, whichever way', () => {
    const rates = (isDown: boolean) => text(shownUnits(units, { ...all, sort: { column: 'rate', isDown } }));
    expect(rates(true)).toEqual(['0city', '1water', '1gas', '2gas-a', '2gas-b', '1bus']);
    expect(rates(false)).toEqual(['0city', '1gas', '2gas-a', '2gas-b', '1water', '1bus']);
  });

  it('are found with the units above them', () => {
    expect(text(shownUnits(units, { ...all, search: 'GAS-B' }))).toEqual(['0city', '1gas', '2gas-b']);
    expect(text(shownUnits(units, { ...all, onlyNobody: true }))).toEqual(['0city', '1gas', '2gas-b', '1bus']);
  });

  it('have their own top where a captain sees no more', () => {
    expect(text(shownUnits(units.slice(1, 4), all))).toEqual(['0gas', '1gas-a', '1gas-b']);
  });

  it('with nobody yet are whole enterprises, not their teams', () => {
    expect(unitsWithNobody(units).map(({ unitId }) => unitId)).toEqual(['bus']);
  });
});
