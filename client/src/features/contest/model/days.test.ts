import { describe, expect, it } from '@jest/globals';
import { rateText } from '../../../lib/figures';
import { clockText, dayMarks, dayNumber, hourText } from './days';

const week = { firstDay: '2026-06-01', lastDay: '2026-06-07', daysDone: ['2026-06-01', '2026-06-03'] };

describe('the band of days', () => {
  it('shows what was answered, missed, today, and what is to come', () => {
    expect(dayMarks({ ...week, today: '2026-06-04', stage: 'contest' })).toEqual([
      ...['done', 'miss', 'done', 'now', 'ahead', 'ahead', 'ahead'],
    ]);
  });

  it('shows today as answered once it is', () => {
    expect(dayMarks({ ...week, today: '2026-06-03', stage: 'contest' })[2]).toBe('done');
  });

  it('misses nothing before the first day, and has nothing ahead after the last', () => {
    expect(dayMarks({ ...week, daysDone: [], today: '2026-05-20', stage: 'preparation' })).toEqual(
      Array(7).fill('ahead'),
    );
    expect(dayMarks({ ...week, today: '2026-06-20', stage: 'study' }).filter((mark) => mark === 'miss')).toHaveLength(
      5,
    );
  });

  it('of a long contest shows the days around today', () => {
    const marks = dayMarks({
      firstDay: '2026-01-01',
      lastDay: '2026-12-31',
      today: '2026-06-20',
      daysDone: [],
      stage: 'contest',
    });
    expect(marks).toHaveLength(31);
    expect(marks.indexOf('now')).toBe(25);
  });
});

describe('small figures', () => {
  it('are written as people read them', () => {
    expect(dayNumber('2026-06-01', '2026-06-12')).toBe(12);
    expect([59, 90, 3_725].map(clockText)).toEqual(['59', '1:30', '1:02:05']);
    expect([0, 495, 1_440].map(hourText)).toEqual(['00:00', '08:15', '24:00']);
    expect([0.7634, 0.999, 1, 1.5].map(rateText)).toEqual(['76%', '99%', '100%', '150%']);
  });
});
