import type { DeskAttempt } from '@anquanli/contract/contest-desk';
import { expect, it } from '@jest/globals';
import { withJudged } from './judged';

const attempt = (attemptId: string, more: Partial<DeskAttempt> = {}): DeskAttempt => ({
  ...{ attemptId, personId: `p-${attemptId}`, name: '张三', unitId: 'u', unitName: '巡检班', day: '2026-06-16' },
  ...{ state: 'settled', startedAt: 1, settledAt: 2, by: 'person', answered: 3, asked: 3, right: 3, points: 30 },
  ...{ timeMs: 900, removedReason: null, reasons: ['impossible_speed', 'shared_device'] },
  ...more,
});

it('puts in what was judged, in its place, and keeps why it is looked at', () => {
  const others = [attempt('a'), attempt('c')] as const;
  const judged = attempt('b', { removedReason: '演练时试答', reasons: ['impossible_speed'] });
  const [before, between, after] = withJudged([others[0], attempt('b'), others[1]], judged);
  expect([before, after]).toEqual(others);
  expect(between).toEqual({ ...judged, reasons: ['impossible_speed', 'shared_device'] });
});

it('leaves papers alone that are not in the list', () => {
  expect(withJudged([attempt('a')], attempt('b', { state: 'returned' }))).toEqual([attempt('a')]);
});
