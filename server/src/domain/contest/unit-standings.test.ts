import { describe, expect, it } from '@jest/globals';
import { UnitTree, type UnitNode } from '../units/unit-tree.js';
import { NO_CELL, type Cell } from './score.js';
import {
  contestMean,
  fairIndex,
  groupFigures,
  headCountOf,
  ranked,
  regionGroups,
  sectorGroups,
  unitGroups,
} from './unit-standings.js';

const node = (id: string, parentId: string | null, changes: Partial<UnitNode> = {}): UnitNode => ({
  ...{ id, parentId, kind: 'team', name: id, sector: null, headCount: null, status: 'active', mergedInto: null },
  ...changes,
});

/** A province with two cities; one enterprise with two teams, one without head-count, one that went into another. */
const tree = new UnitTree([
  node('province', null, { kind: 'region' }),
  node('east', 'province', { kind: 'region' }),
  node('west', 'province', { kind: 'region' }),
  node('gas', 'east', { kind: 'enterprise', sector: '燃气', headCount: 40 }),
  node('gas-a', 'gas', { headCount: 10 }),
  node('gas-b', 'gas'),
  node('bus', 'east', { kind: 'enterprise', sector: '交通' }),
  node('bus-a', 'bus'),
  node('old-gas', 'west', { kind: 'enterprise', headCount: 5, status: 'merged', mergedInto: 'gas' }),
  node('water', 'west', { kind: 'enterprise', sector: '供水' }),
  node('water-a', 'water', { headCount: 8 }),
  node('water-b', 'water', { headCount: 2 }),
]);
const audience = new Set(tree.all());
const headCounts = new Map(tree.all().map((id) => [id, tree.get(id)?.headCount ?? null]));
const cell = (people: number, points: number): Cell => ({ ...NO_CELL, people, points, attempts: people });
const figures = {
  cells: new Map([
    ['gas-a', cell(4, 40)],
    ['old-gas', cell(2, 10)],
    ['bus-a', cell(3, 30)],
    ['water-b', cell(1, 9)],
  ]),
  bestOf: new Map([
    ['gas-a', [12, 11, 10, 7]],
    ['old-gas', [6, 4]],
  ]),
  headCounts,
};

describe('head-counts', () => {
  it('are a unit’s own, else the sum of those below; what was merged into it comes on top', () => {
    expect(headCountOf(tree, headCounts, 'gas')).toBe(45);
    expect(headCountOf(tree, headCounts, 'water')).toBe(10);
    expect(headCountOf(tree, headCounts, 'bus')).toBeNull();
    expect(headCountOf(tree, headCounts, 'east')).toBe(45);
  });
});

describe('units of a contest', () => {
  const overall = contestMean(figures);
  const groupOf = (id: string) => {
    const group = unitGroups(tree, audience).find((each) => each.id === id);
    if (group === undefined) throw new Error(`no group ${id}`);
    return groupFigures(tree, figures, group, overall);
  };

  it('are the enterprises with all below and all that was merged into them; regions are none', () => {
    expect(unitGroups(tree, audience).map(({ id }) => id)).toEqual(['gas', 'bus', 'water']);
    expect(groupOf('gas')).toMatchObject({ people: 6, points: 50, headCount: 45, rate: 6 / 45, bestTen: 50 });
  });

  it('have no rate without a head-count', () => {
    expect(groupOf('bus')).toMatchObject({ people: 3, headCount: null, rate: null, ratedUnits: 0 });
  });

  it('are summed by region, which says over how many of its units', () => {
    const east = regionGroups(tree, audience).find(({ id }) => id === 'east');
    if (east === undefined) throw new Error('no east');
    expect(groupFigures(tree, figures, east, overall)).toMatchObject({
      ...{ people: 9, units: 2, ratedUnits: 1, headCount: 45 },
    });
  });

  it('are summed by sector, inherited from above', () => {
    expect(sectorGroups(tree, audience).map(({ id, leaves }) => [id, leaves.length])).toEqual([
      ['燃气', 4],
      ['交通', 2],
      ['供水', 3],
    ]);
  });

  it('are drawn towards the contest’s mean the more the fewer took part: (n·m + 20·M) / (n + 20)', () => {
    expect(overall).toBeCloseTo(8.9);
    expect(fairIndex(20, 10, 6)).toBe(8);
    expect(fairIndex(0, 0, 6)).toBe(6);
    expect(fairIndex(1, 100, 6)).toBeCloseTo(220 / 21);
    expect(groupOf('water').index).toBeCloseTo((9 + 20 * 8.9) / 21);
  });

  it('are ranked 1, 2, 2, 4 by the measure; a missing rate comes last', () => {
    const row = (id: string, changes: object) => ({
      id,
      figures: { ...groupOf('bus'), ...changes },
    });
    const rows = [
      row('a', { rate: 0.5 }),
      row('b', { rate: 1.2 }),
      row('c', { rate: null }),
      row('d', { rate: 0.5 }),
      row('e', { rate: 0 }),
    ];
    expect(ranked(rows, 'rate').map(({ id, place }) => `${place}${id}`)).toEqual(['1b', '2a', '2d', '4e', '5c']);
  });
});
