import { describe, expect, it } from '@jest/globals';
import { aContestSettings } from '../../../test/support/contests.js';
import { fixedField } from './fixed-settings.js';

const settings = aContestSettings(Date.UTC(2026, 5, 16));

describe('settings of a contest that runs', () => {
  it('may change where no score hangs on them, and the last day may move later', () => {
    const { firstDay, lastDay } = settings;
    const later = { ...settings, title: '新名', boards: [], names: 'full' as const, lastDay: '2026-12-31' };
    expect(fixedField(settings, later)).toBeNull();
    expect(fixedField(settings, { ...settings, lastDay: firstDay < lastDay ? firstDay : lastDay })).toBe('lastDay');
  });

  it('are fixed where a score hangs on them', () => {
    const changes = [
      { points: { by: 'right' as const, perRight: 9, fullBonus: 0 } },
      { counting: 'best' as const },
      { attemptsADay: 9 },
      { limitSeconds: null },
      { passPercent: 1 },
      { blueprint: [{ count: 1, setIds: [], categories: [], kinds: [], difficulties: [] }] },
      { audience: { unitIds: [], sectors: ['燃气'] } },
    ];
    for (const change of changes)
      expect([fixedField(settings, { ...settings, ...change })]).toEqual(Object.keys(change));
  });
});
