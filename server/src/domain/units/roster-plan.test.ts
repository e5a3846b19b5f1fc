import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { KnownUnit } from './draft-tree.js';
import { choosePlace, employeeKey } from './roster-choice.js';
import { planRoster, type KnownPlace, type RosterPlan } from './roster-plan.js';
import { readRosterRows, type RosterCells } from './roster-rows.js';

const unit = (id: string, parentId: string | null, changes: Partial<KnownUnit> = {}): KnownUnit => ({
  ...{ id, parentId, name: id, kind: 'team', sector: null, code: null, headCount: null, aliases: [] },
  ...{ needsApproval: false, status: 'active', mergedInto: null },
  ...changes,
});
const UNITS = [
  unit('燃气', null, { kind: 'enterprise', aliases: ['燃气公司'] }),
  unit('机修', '燃气', { code: 'R-1' }),
  unit('夜班', '燃气', { status: 'retired' }),
  unit('热力', null, { kind: 'enterprise', code: 'H-1' }),
];
type Cells = RosterCells['cells'];
const read = (cells: Cells[], unitId: string | null = null, top: string | null = null) =>
  readRosterRows(
    cells.map((each, at) => ({ rowNo: at + 2, cells: each })),
    { units: UNITS, top, unitId },
  );
const place = (id: string, name: string, employeeNo: string | null = null, claimedBy: string | null = null) => ({
  ...{ id, unitId: '机修', name, employeeNo, claimedBy },
});
const plan = (cells: Cells[], places: KnownPlace[] = [], removesMissing = false) =>
  planRoster(read(cells, '机修'), places, { removesMissing, pathOf: () => ['燃气', '机修'] });
const said = ({ verdicts }: RosterPlan) =>
  verdicts.map(({ is, problems }) => (is === 'error' ? problems.map(({ code }) => code).join(' ') : is));

describe('rows of a roster', () => {
  it('name their unit by code or path, else it is the unit they are brought to', () => {
    const rows = read(
      [
        { code: 'R-1', name: '张三' },
        { path: '燃气公司 / 机修', name: '李四' },
        { name: '王五', employeeNo: 'Ａ１０' },
      ],
      '热力',
    );
    expect(rows.map(({ unitId, path }) => [unitId, path])).toEqual([
      ['机修', ['燃气', '机修']],
      ['机修', ['燃气', '机修']],
      ['热力', ['热力']],
    ]);
    expect(rows[2]?.employeeNo).toBe('A10');
  });

  it('say what is the matter with them, of units out of reach no more than of those that are not there', () => {
    const rows = read(
      [
        { code: 'H-1', name: '张三' },
        { code: 'X-9', name: '张三' },
        { path: '燃气 / 夜班', name: '张三' },
        { name: '' },
        { code: 'R-1', name: '甲'.repeat(21), employeeNo: '1.5E+10' },
      ],
      null,
      '燃气',
    );
    expect(rows.map(({ problems }) => problems.map(({ code }) => code).join(' '))).toEqual([
      ...['unit_unknown', 'unit_unknown', 'unit_not_active', 'unit_missing name_missing'],
      'name_invalid employee_no_invalid',
    ]);
    expect(rows[0]?.path).toEqual([]);
  });
});

describe('a plan for a roster', () => {
  it('adds new names, fills in numbers and keeps who has registered', () => {
    const places = [place('a', '张三', null, 'p1'), place('b', '李四', 'B2'), place('c', '王五', null)];
    const made = plan(
      [{ name: '张三', employeeNo: 'A1' }, { name: '李四' }, { name: '王五' }, { name: '赵六' }],
      places,
    );
    expect(said(made)).toEqual(['changed', 'unchanged', 'unchanged', 'new']);
    expect(made.steps).toMatchObject([{ as: 'changed', id: 'a', employeeNo: 'A1', mustBeFree: false }, { as: 'new' }]);
  });

  it('wants numbers where two people have one name', () => {
    expect(said(plan([{ name: '张三' }, { name: '张三', employeeNo: 'A2' }]))).toEqual(['employee_no_needed', 'new']);
    expect(
      said(
        plan([
          { name: '张三', employeeNo: 'A1' },
          { name: '张三', employeeNo: 'a1' },
        ]),
      ),
    ).toEqual(['new', 'row_repeated']);
    expect(
      said(
        plan([
          { name: '张三', employeeNo: 'A1' },
          { name: '李四', employeeNo: 'A1' },
        ]),
      ),
    ).toEqual(['new', 'employee_no_repeated']);
    const two = [place('a', '张三', 'A1'), place('b', '张三', 'A2')];
    expect(said(plan([{ name: '张三' }], two))).toEqual(['employee_no_needed']);
  });

  it('mends a name by its number while nobody has registered with it', () => {
    expect(said(plan([{ name: '张珊', employeeNo: 'A1' }], [place('a', '张三', 'A1')]))).toEqual(['changed']);
    expect(said(plan([{ name: '张珊', employeeNo: 'A1' }], [place('a', '张三', 'A1', 'p1')]))).toEqual([
      'employee_no_claimed',
    ]);
  });

  it('removes free places that the file leaves out, when asked', () => {
    const places = [place('a', '张三'), place('b', '李四', null, 'p1'), place('c', '王五'), place('d', '错名')];
    const rows = [{ name: '张三' }, { name: '错名', employeeNo: '@' }];
    expect(said(plan(rows, places))).toEqual(['unchanged', 'employee_no_invalid']);
    const made = plan(rows, places, true);
    expect(made.steps).toMatchObject([{ as: 'removed', id: 'c', mustBeFree: true }]);
  });

  it('is carried out once and for all, and no two places are one', () => {
    const names = fc.constantFrom('张三', '李四', 'ABC', 'abc', 'ＡＢＣ');
    const numbers = fc.option(fc.constantFrom('A1', 'a1', 'B2', 'C3'));
    const people = fc.array(fc.record({ name: names, employeeNo: numbers }), { maxLength: 8 });
    fc.assert(
      fc.property(people, people, fc.array(fc.boolean()), fc.boolean(), (drawn, rows, claims, removesMissing) => {
        const start = carriedOut([], plan(cellsOf(drawn))).map((each, at) =>
          claims[at] === true ? { ...each, claimedBy: `p${at}` } : each,
        );
        const once = carriedOut(start, plan(cellsOf(rows), start, removesMissing));
        const keys = once.map(
          ({ name, employeeNo }) => `${name.normalize('NFKC').toLowerCase()} ${employeeKey(employeeNo)}`,
        );
        expect(new Set(keys).size).toBe(keys.length);
        expect(start.every(({ id, claimedBy }) => claimedBy === null || once.some((each) => each.id === id))).toBe(
          true,
        );
        expect(plan(cellsOf(rows), once, removesMissing).steps).toEqual([]);
      }),
      { numRuns: 500, seed: 20260616 },
    );
  });
});

const cellsOf = (people: { name: string; employeeNo: string | null }[]): Cells[] =>
  people.map(({ name, employeeNo }) => ({ name, employeeNo: employeeNo ?? '' }));

function carriedOut(places: readonly KnownPlace[], { steps }: RosterPlan): KnownPlace[] {
  const after = new Map(places.map((each) => [each.id, each]));
  for (const { as, id, unitId, name, employeeNo, rowNo } of steps) {
    if (as === 'removed') after.delete(id ?? '');
    else {
      const key = id ?? `made-${places.length}-${rowNo}`;
      after.set(key, { ...{ id: key, unitId, name, employeeNo }, claimedBy: after.get(key)?.claimedBy ?? null });
    }
  }
  return [...after.values()];
}

describe('the choice of a place', () => {
  const free = (employeeNo: string | null) => ({ employeeNo, claimedBy: null });
  const taken = (employeeNo: string | null) => ({ employeeNo, claimedBy: 'p1' });

  it('is by the name alone where one has it', () => {
    expect(choosePlace([free(null)], null)).toEqual(free(null));
    expect(choosePlace([free('A1')], null)).toEqual(free('A1'));
    expect(choosePlace([free(null)], 'A1')).toEqual(free(null));
    expect(choosePlace([free('A1')], 'a1')).toEqual(free('A1'));
  });

  it('is none for a number that is another’s, for namesakes without a number, and where somebody was first', () => {
    expect(choosePlace([], null)).toBeNull();
    expect(choosePlace([free('A1')], 'A2')).toBeNull();
    expect(choosePlace([free('A1'), free('A2')], null)).toBeNull();
    expect(choosePlace([taken('A1'), free('A2')], null)).toBeNull();
    expect(choosePlace([taken(null)], null)).toBeNull();
    expect(choosePlace([taken('A1'), free('A2')], 'A1')).toBeNull();
    expect(choosePlace([taken('A1'), free('A2')], 'A2')).toEqual(free('A2'));
  });
});
