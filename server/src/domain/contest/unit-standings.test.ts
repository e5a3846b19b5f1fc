import { describe, expect, it } from '@jest/globals';
import { UnitTree, type UnitNode } from '../units/unit-tree.js';
import { NO_CELL, type Cell } from './score.js';
import {
  contestMean,
  fairIndex,
  groupFigures,
  ranked,
  rateBasis,
  rateOf,
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

describe('the basis of a rate', () => {
  const basis = (id: string) => rateBasis(tree, figures, id);

  it('is a unit’s own head-count, else those of the units below; what was merged into it comes on top', () => {
    expect(basis('gas')).toEqual({ headCount: 45, people: 6 });
    expect(basis('water')).toEqual({ headCount: 10, people: 1 });
    expect(basis('bus')).toEqual({ headCount: null, people: 0 });
  });

  it('leaves out the people of units without a head-count: they would raise the rate of the others', () => {
    expect(basis('east')).toEqual({ headCount: 45, people: 6 });
    expect(rateOf(basis('province'))).toBeCloseTo(7 / 55);
  });

  it('counts people whose unit was merged once: for it where it has a head-count, else not at all', () => {
    const without = { ...figures, headCounts: new Map([...headCounts, ['old-gas', null]]) };
    expect(rateBasis(tree, without, 'gas')).toEqual({ headCount: 40, people: 4 });
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
      ...{ people: 9, units: 2, ratedUnits: 1, headCount: 45, rate: 6 / 45 },
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
