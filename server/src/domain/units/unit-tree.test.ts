import { describe, expect, it } from '@jest/globals';
import { admitMerger, admitPlace } from './placement.js';
import { admitNames, tidyAliases } from './sister-names.js';
import { type UnitNode, UnitTree } from './unit-tree.js';

const node = (id: string, parentId: string | null, changes: Partial<UnitNode> = {}): UnitNode => ({
  id,
  parentId,
  kind: 'team',
  name: id,
  sector: null,
  headCount: null,
  status: 'active',
  mergedInto: null,
  ...changes,
});
const TREE = new UnitTree([
  node('city', null, { kind: 'region' }),
  node('east', 'city', { kind: 'region' }),
  node('gas', 'east', { kind: 'enterprise', sector: '燃气' }),
  node('repair', 'gas'),
  node('old-repair', 'gas', { status: 'merged', mergedInto: 'repair' }),
  node('patrol', 'gas', { sector: '巡线' }),
]);

describe('the tree of units', () => {
  it('knows the way from the top, through mergers', () => {
    expect(TREE.pathOf('repair')).toEqual(['city', 'east', 'gas', 'repair']);
    expect(TREE.pathOf('old-repair')).toEqual(['city', 'east', 'gas', 'repair', 'old-repair']);
    expect(TREE.namesOf('old-repair')).toEqual(['city', 'east', 'gas', 'repair']);
  });

  it('sums a merged unit below the one it went into', () => {
    expect(TREE.subtree('repair')).toEqual(['repair', 'old-repair']);
    expect(TREE.survivorOf('old-repair')).toBe('repair');
  });

  it('inherits the sector, and finds enterprise and region above', () => {
    expect(['repair', 'patrol', 'east'].map((id) => TREE.sectorOf(id))).toEqual(['燃气', '巡线', null]);
    expect([TREE.enterpriseOf('old-repair'), TREE.enterpriseOf('east')]).toEqual(['gas', 'east']);
    expect([TREE.regionOf('repair'), TREE.regionOf('gas')]).toEqual(['east', 'east']);
  });

  it('is empty for what it does not know, and stands rows that contradict each other', () => {
    expect([TREE.pathOf('x'), TREE.subtree('x'), TREE.get('x')]).toEqual([[], [], null]);
    const circle = new UnitTree([node('a', 'b'), node('b', 'a')]);
    expect(circle.pathOf('a')).toHaveLength(2);
  });
});

describe('a place in the tree', () => {
  it('is not below a later kind, below itself, or below what is retired', () => {
    expect(admitPlace(TREE, { id: null, kind: 'region', parentId: 'gas' })).toMatchObject({
      code: 'unit_place_refused',
    });
    expect(admitPlace(TREE, { id: 'gas', kind: 'enterprise', parentId: 'gas' })).toMatchObject({ ok: false });
    expect(admitPlace(TREE, { id: 'east', kind: 'region', parentId: 'east' })).toMatchObject({ ok: false });
    expect(admitPlace(TREE, { id: null, kind: 'team', parentId: 'old-repair' })).toMatchObject({
      code: 'unit_not_active',
    });
    expect(admitPlace(TREE, { id: null, kind: 'team', parentId: 'gas' })).toMatchObject({ ok: true });
  });

  it('keeps the units below in their order: an enterprise with a region below is none', () => {
    expect(admitPlace(TREE, { id: 'city', kind: 'enterprise', parentId: null })).toMatchObject({
      code: 'unit_place_refused',
    });
  });

  it('is at most eight levels deep, the whole subtree counted', () => {
    const chain = ['1', '2', '3', '4', '5', '6', '7'].map((id, at) => node(id, at === 0 ? null : String(at)));
    const deep = new UnitTree([...chain, node('two', null), node('below two', 'two')]);
    expect(admitPlace(deep, { id: null, kind: 'team', parentId: '7' })).toMatchObject({ ok: true });
    expect(admitPlace(deep, { id: 'two', kind: 'team', parentId: '7' })).toMatchObject({ code: 'unit_place_refused' });
  });
});

describe('a merger', () => {
  it('is between two active units of one kind, neither below the other', () => {
    expect(admitMerger(TREE, 'repair', 'patrol')).toMatchObject({ ok: true });
    expect(admitMerger(TREE, 'repair', 'gas')).toMatchObject({ code: 'unit_merge_refused' });
    expect(admitMerger(TREE, 'east', 'city')).toMatchObject({ code: 'unit_merge_refused' });
    expect(admitMerger(TREE, 'old-repair', 'patrol')).toMatchObject({ code: 'unit_not_active' });
    expect(admitMerger(TREE, 'repair', 'x')).toMatchObject({ code: 'unit_unknown' });
  });
});

describe('names of sisters', () => {
  const sisters = [{ name: '机修一班', aliases: ['维修１班'] }];

  it('never look alike, aliases neither', () => {
    expect(admitNames({ name: '机修一班', aliases: [] }, sisters)).toMatchObject({ code: 'unit_name_taken' });
    expect(admitNames({ name: '维修1班', aliases: [] }, sisters)).toMatchObject({ code: 'unit_name_taken' });
    const refused = admitNames({ name: '二班', aliases: ['甲', '维修1班'] }, sisters);
    expect(refused).toMatchObject({ details: { path: 'content.aliases.1' } });
    expect(admitNames({ name: '二班', aliases: ['甲'] }, sisters)).toMatchObject({ ok: true });
  });

  it('are said once', () => {
    expect(tidyAliases({ name: 'ABC', aliases: ['abc', '甲', '甲', '乙'] })).toEqual(['甲', '乙']);
  });
});
