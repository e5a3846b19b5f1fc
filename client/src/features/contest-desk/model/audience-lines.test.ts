import type { Unit } from '@anquanli/contract/units';
import { describe, expect, it } from '@jest/globals';
import { audienceLines, sectorsIn } from './audience-lines';

const unit = (id: string, parentId: string | null, changes: Partial<Unit> = {}): Unit => ({
  ...{ id, parentId, name: id, kind: 'team', sector: null, code: null, headCount: null, aliases: [] },
  ...{ needsApproval: false, status: 'active', mergedInto: null, version: 1, people: 0, waiting: 0 },
  ...{ isOverfull: false, hasCode: false, isRosterOnly: false },
  ...changes,
});
/** Level by level, as they come from the server. */
const units = [
  unit('province', null, { kind: 'region' }),
  unit('east', 'province', { kind: 'region' }),
  unit('west', 'province', { kind: 'region' }),
  unit('gas', 'east', { kind: 'enterprise', sector: '燃气' }),
  unit('old', 'east', { kind: 'enterprise', sector: '燃气', status: 'retired' }),
  unit('water', 'west', { kind: 'enterprise', sector: '供水' }),
  unit('gas-a', 'gas'),
];
const text = (search: string, chosen: string[] = []) =>
  audienceLines(units, search, chosen).map(
    ({ unit: each, depth, isCovered }) => `${depth}${each.id}${isCovered ? '+' : ''}`,
  );

describe('units to choose an audience from', () => {
  it('are regions and enterprises, each below what it belongs to', () => {
    expect(text('')).toEqual(['0province', '1east', '2gas', '1west', '2water']);
  });

  it('are teams too when they are looked for or chosen', () => {
    expect(text('GAS-A')).toEqual(['3gas-a']);
    expect(text('', ['gas-a'])).toContain('3gas-a');
  });

  it('are in with a unit above them', () => {
    expect(text('', ['east'])).toEqual(['0province', '1east', '2gas+', '1west', '2water']);
  });

  it('have the sectors that active ones name', () => {
    expect(sectorsIn(units)).toEqual([
      { sector: '燃气', count: 1 },
      { sector: '供水', count: 1 },
    ]);
  });
});
