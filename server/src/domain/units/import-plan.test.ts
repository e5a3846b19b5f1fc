import { describe, expect, it } from '@jest/globals';
import { LIMITS, UNIT_KINDS } from '@anquanli/contract/vocabulary';
import fc from 'fast-check';
import { DraftTree, type KnownUnit } from './draft-tree.js';
import { planImport, type ImportPlan } from './import-plan.js';
import { cellsOf, type UnitCells } from './unit-cells.js';
import { UnitTree } from './unit-tree.js';

const unit = (id: string, parentId: string | null, changes: Partial<KnownUnit> = {}): KnownUnit => ({
  ...{ id, parentId, name: id, kind: 'team', sector: null, code: null, headCount: null, aliases: [] },
  ...{ needsApproval: false, status: 'active', mergedInto: null },
  ...changes,
});
const TREE = [
  unit('吉林市', null, { kind: 'region' }),
  unit('城投燃气', '吉林市', {
    kind: 'enterprise',
    sector: '燃气',
    code: 'GAS-1',
    headCount: 40,
    aliases: ['燃气公司'],
  }),
  unit('机修班', '城投燃气', { headCount: 12, needsApproval: true }),
  unit('热力', '吉林市', { kind: 'enterprise', code: 'HEAT-1' }),
  unit('夜班', '热力', { status: 'retired' }),
];
type Cells = UnitCells['cells'];
const rowsOf = (...rows: Cells[]): UnitCells[] => rows.map((cells, at) => ({ rowNo: at + 2, cells }));
const plan = (rows: UnitCells[], units = TREE, top: string | null = null) => planImport(rows, units, { top });
/** Verdicts in short: `new`, `changed name kind`, or the codes of the problems. */
const said = ({ verdicts }: ImportPlan) =>
  verdicts.map((verdict) => {
    if (verdict.is === 'changed') return ['changed', ...verdict.changes.map(({ column }) => column)].join(' ');
    return verdict.is === 'error' ? verdict.problems.map(({ code }) => code).join(' ') : verdict.is;
  });

/** The rows that an export of the units would have. */
function exported(units: readonly KnownUnit[]): UnitCells[] {
  const tree = new UnitTree(units);
  const byId = new Map(units.map((each) => [each.id, each]));
  return tree
    .all()
    .flatMap((id) => byId.get(id) ?? [])
    .filter(({ status }) => status !== 'merged')
    .map((each, at) => ({ rowNo: at + 2, cells: cellsOf(each, each.parentId ? tree.namesOf(each.parentId) : []) }));
}

/** The units after the steps, each of which must be allowed where it is carried out. */
function carriedOut(units: readonly KnownUnit[], { steps }: ImportPlan): KnownUnit[] {
  const after = new Map(units.map((each) => [each.id, each]));
  const made = (id: string) => id.replace('row:', `made-${units.length}-`);
  for (const { after: each } of steps) {
    const parentId = each.parentId === null ? null : made(each.parentId);
    if (parentId !== null) expect(after.has(parentId)).toBe(true);
    after.set(made(each.id), { ...each, id: made(each.id), parentId });
  }
  return [...after.values()];
}

describe('a plan of an import', () => {
  it('makes units, parents in the same file in any order', () => {
    const rows = rowsOf(
      { path: '吉林市 / 新能源公司 / 一车间', name: '白班', kind: '班组' },
      { path: '吉林市/新能源公司', name: '一车间', kind: 'department' },
      { path: '吉林市', name: '新能源公司', kind: '企业', code: 'NEW-1', headCount: '1,024 人', aliases: '新能、绿能' },
    );
    const made = plan(rows);
    expect(said(made)).toEqual(['new', 'new', 'new']);
    expect(made.steps.map(({ after: { id, parentId } }) => [id, parentId])).toEqual([
      ['row:4', '吉林市'],
      ['row:3', 'row:4'],
      ['row:2', 'row:3'],
    ]);
    expect(made.steps[0]?.after).toMatchObject({ headCount: 1024, aliases: ['新能', '绿能'], code: 'NEW-1' });
  });

  it('knows a unit by its code first, else by place and name or alias', () => {
    const rows = rowsOf(
      { path: '吉林市', name: '城投燃气集团', code: 'GAS-1' },
      { path: '吉林市 / 燃气公司', name: '机修班', headCount: '13' },
    );
    const { verdicts } = plan(rows);
    expect(verdicts).toMatchObject([
      { is: 'changed', changes: [{ column: 'name', before: '城投燃气', after: '城投燃气集团' }] },
      { is: 'changed', changes: [{ column: 'headCount', before: '12', after: '13' }] },
    ]);
    expect(said(plan(rowsOf({ path: '吉林市', name: '燃气公司', kind: '企业' })))).toEqual(['unchanged']);
  });

  it('takes an empty cell for nothing said', () => {
    expect(said(plan(rowsOf({ code: 'GAS-1' }, { path: '吉林市', name: '热力', sector: '', headCount: '' })))).toEqual([
      'unchanged',
      'unchanged',
    ]);
  });

  it('moves what is known by its code', () => {
    const units = [...TREE, unit('运行班', '热力', { code: 'RUN-1' })];
    const { verdicts } = plan(rowsOf({ path: '吉林市 / 城投燃气', name: '运行班', code: 'RUN-1' }), units);
    expect(verdicts).toMatchObject([
      { changes: [{ column: 'path', before: '吉林市 / 热力', after: '吉林市 / 城投燃气' }] },
    ]);
  });

  it('says of every cell what is the matter with it', () => {
    const { verdicts } = plan(
      rowsOf({
        ...{ path: '吉林市 / / 热力', name: '甲'.repeat(61), kind: '工厂', sector: '行'.repeat(21), code: '9.1E+17' },
        ...{ headCount: '0', aliases: '甲'.repeat(61), needsApproval: '也许' },
      }),
    );
    expect(verdicts[0]).toMatchObject({ is: 'error', rowNo: 2 });
    const problems = verdicts[0]?.is === 'error' ? verdicts[0].problems : [];
    expect(problems.map(({ column, code }) => `${column} ${code}`).sort()).toEqual([
      ...['aliases too_long', 'code code_invalid', 'headCount head_count_invalid', 'kind kind_unknown'],
      ...['name too_long', 'needsApproval approval_unknown', 'path parent_unknown', 'path path_broken'],
      'sector too_long',
    ]);
  });

  it('keeps to the rules of the tree', () => {
    const deep = Array.from({ length: LIMITS.unitDepth }, (_, at) => unit(`d${at}`, at === 0 ? null : `d${at - 1}`));
    const path = deep.map(({ name }) => name).join('/');
    const units = [...TREE, ...deep];
    const rows = rowsOf(
      { path, name: '太深', kind: '班组' },
      { path: '吉林市 / 城投燃气', name: '一区', kind: '地区' },
      { path: '吉林市 / 热力 / 夜班', name: '一组', kind: '班组' },
      { path: '吉林市', name: '燃气集团', kind: '企业', aliases: '燃气公司' },
      { path: '吉林市', name: '供水', kind: '企业', code: 'WATER' },
      { path: '吉林市', name: '排水', kind: '企业', code: 'WATER' },
      { path: '吉林市 / 不知道', name: '甲', kind: '班组' },
      { path: '吉林市 / 不知道 / 甲', name: '乙', kind: '班组' },
      { path: '吉林市', name: '供水', kind: '企业' },
      { name: '', kind: '企业' },
      { path: '吉林市', name: '没类型' },
    );
    expect(said(plan(rows, units))).toEqual([
      ...['too_deep', 'place_refused', 'unit_not_active', 'name_taken', 'new', 'code_taken', 'parent_unknown'],
      ...['parent_refused', 'row_repeated', 'name_missing', 'kind_missing'],
    ]);
  });

  it('says of a path of any length that it is too deep, once', () => {
    const path = Array.from({ length: 30_000 }, (_, at) => `第${at}级`).join('/');
    const row = { path, name: '太深', kind: '班组' };
    expect(plan(rowsOf(row, { ...row, path: `${path}/再下` })).verdicts).toMatchObject([
      { is: 'error', problems: [{ column: 'path', code: 'too_deep' }] },
      { is: 'error', problems: [{ column: 'path', code: 'too_deep' }] },
    ]);
  });

  it('lets rows make room for each other', () => {
    const units = [unit('一班', null, { code: 'A' }), unit('二班', null, { code: 'B' })];
    const rows = rowsOf({ name: '二班', code: 'A' }, { name: '三班', code: 'B' }, { name: '一班', kind: '班组' });
    const made = plan(rows, units);
    expect(said(made)).toEqual(['changed name', 'changed name', 'new']);
    expect(made.steps.map(({ rowNo }) => rowNo)).toEqual([3, 2, 4]);
  });

  it('keeps captains to their subtree and tells them nothing of the rest', () => {
    const rows = rowsOf(
      { path: '吉林市', name: '城投燃气', headCount: '41' },
      { path: '吉林市', name: '热力集团', code: 'HEAT-1' },
      { path: '吉林市 / 热力', name: '日班', kind: '班组' },
      { name: '新地区', kind: '地区' },
      { path: '吉林市 / 城投燃气', name: '巡线班', kind: '班组' },
      { path: '', name: '城投燃气', code: 'GAS-1', sector: '城燃' },
    );
    const { verdicts } = plan(rows, TREE, '城投燃气');
    expect(said(plan(rows, TREE, '城投燃气'))).toEqual([
      ...['row_repeated', 'out_of_reach', 'out_of_reach', 'out_of_reach', 'new', 'changed sector'],
    ]);
    expect(JSON.stringify(verdicts[1])).not.toContain('changes');
    expect(said(plan(rowsOf({ path: '吉林市 / 热力', name: '城投燃气', code: 'GAS-1' }), TREE, '城投燃气'))).toEqual([
      'out_of_reach',
    ]);
  });

  it('skips examples', () => {
    const { verdicts, skipped } = plan(rowsOf({ name: '【示例】一班' }, { name: '[Example] Team' }, { code: 'GAS-1' }));
    expect([verdicts.length, skipped]).toEqual([1, 2]);
  });

  it('is made for 2,000 rows in a tree of 20,000 within a second of the processor', () => {
    const units = Array.from({ length: LIMITS.units - 2_000 }, (_, at) =>
      unit(`u${at}`, at < 20 ? null : `u${at % 20}`, { kind: at < 20 ? 'enterprise' : 'team' }),
    );
    const rows = Array.from({ length: 2_000 }, (_, at) => ({
      rowNo: at + 2,
      cells: { path: `u${at % 20}`, name: `新班组${at}`, kind: '班组', code: `C-${at}` },
    }));
    const before = process.cpuUsage();
    expect(plan(rows, units).steps).toHaveLength(2_000);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1_000).toBeLessThan(1_000);
  });
});

/** Names that are hard on separators, spreadsheets and keys. */
const names = fc
  .oneof(
    fc.constantFrom(
      '机修',
      'A/B',
      '/',
      '甲／',
      '、',
      '甲、乙',
      '=1+1',
      '＝乙',
      "'-x",
      '_x0041_',
      'ＡＢ',
      'ab',
      'AB',
      '1',
    ),
    fc
      .string({ unit: fc.constantFrom(...'甲乙/／、 aA1=\n'), minLength: 1, maxLength: 5 })
      .filter((name) => /\S/.test(name)),
  )
  .map((name) => name.trim());

const trees: fc.Arbitrary<KnownUnit[]> = fc
  .array(
    fc.record({
      ...{
        above: fc.nat(),
        name: names,
        kind: fc.constantFrom(...UNIT_KINDS),
        aliases: fc.array(names, { maxLength: 2 }),
      },
      ...{ headCount: fc.option(fc.integer({ min: 1, max: 99 })), needsApproval: fc.boolean() },
      ...{ sector: fc.option(fc.constantFrom('燃气', '热力')), hasCode: fc.boolean(), isMerged: fc.nat(9) },
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((drawn) => {
    const units: KnownUnit[] = [];
    for (const [at, { above, hasCode, isMerged, ...written }] of drawn.entries()) {
      const parent = above % (units.length + 1) === units.length ? null : (units[above % (units.length + 1)] ?? null);
      const made = unit(`u${at}`, parent?.id ?? null, { ...written, code: hasCode ? `C-${at}` : null });
      const rows = [{ rowNo: 2, cells: cellsOf(made, parent ? new UnitTree(units).namesOf(parent.id) : []) }];
      const { steps } = plan(rows, units);
      const [step] = steps;
      if (step === undefined || step.before !== null) continue;
      units.push({ ...step.after, id: made.id });
      const other = units.find(({ parentId, status }) => parentId === made.parentId && status === 'active');
      if (isMerged === 0 && other !== undefined && other.id !== made.id && other.kind === step.after.kind)
        units.push({ ...(units.pop() ?? made), code: null, status: 'merged', mergedInto: other.id });
    }
    return units;
  });

describe('files and trees', () => {
  it('an export brought in again changes nothing', () => {
    fc.assert(
      fc.property(trees, (units) => {
        const again = plan(exported(units), units);
        expect(again.verdicts.filter(({ is }) => is !== 'unchanged')).toEqual([]);
        expect(again.verdicts).toHaveLength(units.filter(({ status }) => status !== 'merged').length);
      }),
      { numRuns: 300, seed: 20260616 },
    );
  });

  it('a file brought in twice is a file brought in once, and both trees are allowed', () => {
    const files = fc.tuple(trees, trees, fc.boolean()).map(([units, others, isKnown]) => ({
      units,
      rows: exported(others).map((row) => (isKnown ? row : { ...row, cells: { ...row.cells, code: '' } })),
    }));
    fc.assert(
      fc.property(files, ({ units, rows }) => {
        const first = plan(rows, units);
        const once = carriedOut(units, first);
        expect(isAllowed(once)).toBe(true);
        const second = plan(rows, once);
        expect(second.steps.map(({ after }) => after)).toEqual([]);
      }),
      { numRuns: 400, seed: 20260616 },
    );
  });
});

/** Would each unit be allowed where it is and as it is called? */
function isAllowed(units: readonly KnownUnit[]): boolean {
  const tree = new DraftTree(units);
  return units
    .filter(({ status }) => status !== 'merged')
    .every((each) => {
      const path = tree.pathOf(each.id);
      return path.length <= LIMITS.unitDepth && tree.admitNames(each, each.parentId, each.id).ok;
    });
}
