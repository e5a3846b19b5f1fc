import { ContestSettings } from '@anquanli/contract/contest-settings';
import { describe, expect, it } from '@jest/globals';
import * as z from 'zod/mini';
import { draftOf, draftProblems, mostPoints, newDraft, settingsOf } from './draft';

const fresh = newDraft(Date.UTC(2026, 5, 15, 18), { setId: 'cn-safety-core', version: '1.0.0' });

describe('a draft of a contest', () => {
  it('begins as a month from tomorrow that can be saved as it is', () => {
    expect(draftProblems(fresh)).toEqual([]);
    expect(z.safeParse(ContestSettings, settingsOf(fresh))).toMatchObject({ success: true });
    // 18:00 in UTC is the next day in Shanghai already.
    expect([fresh.firstDay, fresh.lastDay]).toEqual(['2026-06-17', '2026-07-16']);
  });

  it('comes back from its settings the same, also what is switched off', () => {
    const others = [
      settingsOf(fresh),
      settingsOf({ ...fresh, hasHours: true, from: '08:15', until: '23:59', hasLimit: false, hasPractice: false }),
      settingsOf({ ...fresh, pointsBy: 'right', perRight: 3, erases: true, unitIds: ['u'], sectors: ['燃气'] }),
    ];
    for (const settings of others) expect(settingsOf(draftOf(settings))).toEqual(settings);
    expect(others[1]).toMatchObject({ hours: { from: 495, until: 1_440 }, limitSeconds: null, practice: null });
  });

  it('says what has to be filled in, and asks nothing of what is switched off', () => {
    expect(draftProblems({ ...fresh, title: ' ', limitSeconds: null, attemptsADay: 0, sets: [] })).toEqual([
      ...['title', 'sets', 'limitSeconds', 'attemptsADay'],
    ]);
    expect(
      draftProblems({ ...fresh, hasLimit: false, limitSeconds: null, hasPractice: false, practiceADay: null }),
    ).toEqual([]);
  });

  it('knows the most a paper can bring', () => {
    expect(mostPoints({ ...fresh, fullBonus: 3 })).toBe(5);
    expect(mostPoints({ ...fresh, pointsBy: 'right', perRight: 2, fullBonus: 1 })).toBe(11);
  });
});
