import type { Unit } from '@anquanli/contract/units';
import { expect, it } from '@jest/globals';
import { openUnits, pathOf, peopleWithin, treeLines, type TreeView } from './tree-lines';

const unit = (id: string, parentId: string | null, changes: Partial<Unit> = {}): Unit => ({
  ...{ id, parentId, name: id, kind: 'team', sector: null, code: null, headCount: null, aliases: [] },
  ...{ needsApproval: false, status: 'active', mergedInto: null, version: 1, people: 0, waiting: 0 },
  ...{ isRosterOnly: false, isOverfull: false, hasCode: true },
  ...changes,
});
const UNITS = [
  unit('吉林市', null, { kind: 'region' }),
  unit('城投燃气', '吉林市', { kind: 'enterprise', headCount: 10 }),
  unit('机修班', '城投燃气', { waiting: 2, aliases: ['维修班'], hasCode: false }),
  unit('老机修班', '城投燃气', { status: 'merged' }),
];
const names = (view: Partial<TreeView>) =>
  treeLines(UNITS, { search: '', filter: 'all', open: new Set(), ...view }).map(({ unit: { name }, depth }) => [
    name,
    depth,
  ]);

it('shows the tops, and what is below the open ones', () => {
  expect(names({})).toEqual([['吉林市', 0]]);
  expect(names({ open: new Set(['吉林市', '城投燃气']) })).toEqual([
    ['吉林市', 0],
    ['城投燃气', 1],
    ['机修班', 2],
  ]);
});

it('shows what is looked for with the units above it', () => {
  expect(names({ search: '维修' })).toEqual([
    ['吉林市', 0],
    ['城投燃气', 1],
    ['机修班', 2],
  ]);
  expect(names({ filter: 'waiting' })).toHaveLength(3);
  expect(names({ filter: 'no_code', search: '老' })).toEqual([]);
  expect(names({ search: '老' }).map(([name]) => name)).toContain('老机修班');
});

it('begins with a captain’s own unit, whose parent is not seen', () => {
  const seen = UNITS.slice(1);
  const lines = treeLines(seen, { search: '', filter: 'all', open: new Set() });
  expect(lines.map(({ unit: { name } }) => name)).toEqual(['城投燃气']);
  expect(pathOf(seen, '机修班')).toEqual(['城投燃气', '机修班']);
});

it('opens a small tree whole and a large one at its top, until somebody folds', () => {
  expect([...openUnits(UNITS, new Set())]).toHaveLength(UNITS.length);
  const large = [...UNITS, ...Array.from({ length: 60 }, (_, no) => unit(`班组${no}`, '城投燃气'))];
  expect([...openUnits(large, new Set())]).toEqual(['吉林市']);
  expect(openUnits(large, new Set(['吉林市', '城投燃气']))).toEqual(new Set(['城投燃气']));
});

it('counts the people of a unit with those below it', () => {
  const staffed = UNITS.map((each, index) => ({ ...each, people: index === 3 ? 0 : index + 1 }));
  expect([...peopleWithin(staffed)]).toEqual(
    expect.arrayContaining([
      ['吉林市', 6],
      ['城投燃气', 5],
      ['机修班', 3],
    ]),
  );
});
