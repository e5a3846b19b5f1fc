import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dayAt, instantOf, localAt } from '../shared/zoned-time.js';
import { admitStart, admitWindow, spanOf, stageAt, type Window } from './window.js';

const JUNE: Window = { timeZone: 'Asia/Shanghai', firstDay: '2026-06-01', lastDay: '2026-06-30', hours: null };
const at = (text: string) => Date.parse(text);

describe('the days of a contest', () => {
  it('begin and end at midnight of its own zone, not of the server’s', () => {
    expect(spanOf(JUNE)).toEqual({ startsAt: at('2026-05-31T16:00:00Z'), endsAt: at('2026-06-30T16:00:00Z') });
    expect(stageAt(JUNE, at('2026-05-31T15:59:59.999Z'))).toBe('preparation');
    expect(stageAt(JUNE, at('2026-05-31T16:00:00Z'))).toBe('contest');
    expect(stageAt(JUNE, at('2026-06-30T15:59:59.999Z'))).toBe('contest');
    expect(stageAt(JUNE, at('2026-06-30T16:00:00Z'))).toBe('study');
  });

  it('give an attempt the day of its start, one millisecond before midnight and at it', () => {
    expect(admitStart(JUNE, at('2026-06-11T15:59:59.999Z'))).toEqual({ ok: true, value: { day: '2026-06-11' } });
    expect(admitStart(JUNE, at('2026-06-11T16:00:00Z'))).toEqual({ ok: true, value: { day: '2026-06-12' } });
  });

  it('say when it opens, before the first day and outside of the hours', () => {
    const day: Window = { ...JUNE, hours: { from: 8 * 60, until: 22 * 60 } };
    expect(admitStart(day, at('2026-05-20T00:00:00Z'))).toEqual({
      ...{ ok: false, code: 'contest_not_open', details: { opensAt: at('2026-06-01T00:00:00Z') } },
    });
    expect(admitStart(day, at('2026-06-10T23:59:00Z'))).toMatchObject({
      details: { opensAt: at('2026-06-11T00:00:00Z') },
    });
    expect(admitStart(day, at('2026-06-11T00:00:00Z'))).toMatchObject({ ok: true });
    expect(admitStart(day, at('2026-06-11T14:00:00Z'))).toMatchObject({
      details: { opensAt: at('2026-06-12T00:00:00Z') },
    });
    expect(admitStart(day, at('2026-06-30T14:00:00Z'))).toEqual({ ok: false, code: 'contest_not_open' });
  });

  it('are refused when they are none', () => {
    const refusals = [
      admitWindow({ ...JUNE, timeZone: 'Mars/Olympus' }),
      admitWindow({ ...JUNE, firstDay: '2026-06-31' }),
      admitWindow({ ...JUNE, lastDay: '2026-05-31' }),
      admitWindow({ ...JUNE, lastDay: '2028-06-30' }),
      admitWindow({ ...JUNE, hours: { from: 600, until: 600 } }),
    ].map((result) => (result.ok ? null : result.details?.path));
    expect(refusals).toEqual([
      ...['settings.timeZone', 'settings.firstDay', 'settings.lastDay', 'settings.lastDay', 'settings.hours.until'],
    ]);
    expect(admitWindow(JUNE)).toMatchObject({ ok: true });
  });

  it('take the first instant after a jump of the clocks, and the first of two equal ones', () => {
    // New York, 2026: forward on 8 March 02:00 → 03:00, back on 1 November 02:00 → 01:00.
    expect(instantOf('2026-03-08', 150, 'America/New_York')).toBe(at('2026-03-08T07:00:00Z'));
    expect(instantOf('2026-11-01', 90, 'America/New_York')).toBe(at('2026-11-01T05:30:00Z'));
    expect(instantOf('2026-11-01', 1_440, 'America/New_York')).toBe(at('2026-11-02T05:00:00Z'));
  });

  it('come back from an instant to the same minute, in any zone', () => {
    const zones = ['Asia/Shanghai', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Chatham', 'UTC'];
    const day = fc.date({ min: new Date('2024-01-01'), max: new Date('2030-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.constantFrom(...zones), day, fc.nat(1_439), (zone, date, minute) => {
        const text = date.toISOString().slice(0, 10);
        const back = localAt(instantOf(text, minute, zone), zone);
        // A minute that the clocks jump over does not exist.
        if (back.minute === minute) expect(back.day).toBe(text);
        expect(dayAt(instantOf(text, 720, zone), zone)).toBe(text);
      }),
    );
  });
});
