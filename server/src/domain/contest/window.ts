import type { ContestSettings } from '@anquanli/contract/contest-settings';
import type { ContestStage } from '@anquanli/contract/vocabulary';
import { accept, refuse, type Result } from '../shared/result.js';
import { dayAt, dayPlus, daysBetween, instantOf, isTimeZone, localAt } from '../shared/zoned-time.js';
import { LIMITS } from '@anquanli/contract/vocabulary';

/** When a contest is on. */
export type Window = Pick<ContestSettings, 'timeZone' | 'firstDay' | 'lastDay' | 'hours'>;

/** Are the dates and hours possible? Refusal: `contest_dates_refused` with the field. */
export function admitWindow({ timeZone, firstDay, lastDay, hours }: Window): Result<null> {
  const wrong = (field: string) => refuse('contest_dates_refused', { path: `settings.${field}` });
  if (!isTimeZone(timeZone)) return wrong('timeZone');
  const days = daysBetween(firstDay, lastDay);
  if (days === null) return wrong('firstDay');
  if (days < 1 || days > LIMITS.contestDays) return wrong('lastDay');
  if (hours !== null && hours.until <= hours.from) return wrong('hours.until');
  return accept(null);
}

/** The instants at which the contest begins and is over: from the first midnight to the one after its last day. */
export function spanOf({ timeZone, firstDay, lastDay }: Window): {
  readonly startsAt: number;
  readonly endsAt: number;
} {
  return { startsAt: instantOf(firstDay, 0, timeZone), endsAt: instantOf(lastDay, 1_440, timeZone) };
}

export function stageAt(window: Window, at: number): ContestStage {
  const today = dayAt(at, window.timeZone);
  if (today < window.firstDay) return 'preparation';
  return today > window.lastDay ? 'study' : 'contest';
}

/**
 * May a counting attempt begin now, and on which day? What began in time may finish after the hours. Refusal: `contest_not_open`, with
 * `opensAt` (epoch ms) when it will be.
 */
export function admitStart(window: Window, at: number): Result<{ day: string }> {
  const { day, minute } = localAt(at, window.timeZone);
  const { hours, firstDay, lastDay, timeZone } = window;
  const opens = (openDay: string) => instantOf(openDay, hours?.from ?? 0, timeZone);
  if (day < firstDay) return refuse('contest_not_open', { opensAt: opens(firstDay) });
  if (day > lastDay) return refuse('contest_not_open');
  if (hours === null || (minute >= hours.from && minute < hours.until)) return accept({ day });
  const next = minute < hours.from ? day : dayPlus(day, 1);
  return next > lastDay ? refuse('contest_not_open') : refuse('contest_not_open', { opensAt: opens(next) });
}
