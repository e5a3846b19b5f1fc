import { dayPlus, instantOf, weekdayOf } from '../shared/zoned-time.js';
import { spanOf, type Window } from './window.js';

const THURSDAY = 4;
/** 15:00, when figures are handed in. */
const CLOSING_MINUTE = 15 * 60;

/** A week of a contest, epoch ms; the first begins with the contest, the last ends with it. */
export interface Week {
  readonly no: number;
  readonly from: number;
  readonly until: number;
}

/** The weeks of a contest, each until Thursday 15:00 of its zone. */
export function weeksOf(window: Window): Week[] {
  const { startsAt, endsAt } = spanOf(window);
  const weeks: Week[] = [];
  const toThursday = (THURSDAY - weekdayOf(window.firstDay) + 7) % 7;
  let from = startsAt;
  for (let day = dayPlus(window.firstDay, toThursday); from < endsAt; day = dayPlus(day, 7)) {
    const until = Math.min(endsAt, instantOf(day, CLOSING_MINUTE, window.timeZone));
    weeks.push({ no: weeks.length + 1, from, until });
    from = until;
  }
  return weeks;
}
