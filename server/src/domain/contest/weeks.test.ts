import { describe, expect, it } from '@jest/globals';
import { weeksOf } from './weeks.js';

const week = (firstDay: string, lastDay: string) =>
  weeksOf({ timeZone: 'Asia/Shanghai', firstDay, lastDay, hours: null }).map(({ no, from, until }) => [
    ...[no, new Date(from).toISOString(), new Date(until).toISOString()],
  ]);

describe('the weeks of a contest', () => {
  it('end on Thursdays at 15:00 of its zone, the last with the contest', () => {
    // 1 June 2026 is a Monday.
    expect(week('2026-06-01', '2026-06-14')).toEqual([
      [1, '2026-05-31T16:00:00.000Z', '2026-06-04T07:00:00.000Z'],
      [2, '2026-06-04T07:00:00.000Z', '2026-06-11T07:00:00.000Z'],
      [3, '2026-06-11T07:00:00.000Z', '2026-06-14T16:00:00.000Z'],
    ]);
  });

  it('are cut where the contest begins and ends on a Thursday', () => {
    expect(week('2026-06-04', '2026-06-11').map(([no, , until]) => [no, until])).toEqual([
      [1, '2026-06-04T07:00:00.000Z'],
      [2, '2026-06-11T07:00:00.000Z'],
      [3, '2026-06-11T16:00:00.000Z'],
    ]);
  });
});
