const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** A moment on the calendar and clock of a zone: `day` as YYYY-MM-DD, `minute` from midnight by the clock on the wall. */
export interface LocalTime {
  readonly day: string;
  readonly minute: number;
}

/** Formatters are slow to make and the same for ever. */
const formatters = new Map<string, Intl.DateTimeFormat>();

export function isTimeZone(name: string): boolean {
  try {
    formatterOf(name);
    return true;
  } catch {
    return false;
  }
}

/** @param at epoch ms. Throws a RangeError for a zone that is none. */
export function localAt(at: number, timeZone: string): LocalTime {
  const parts = new Map(
    formatterOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? '';
  return {
    day: `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`,
    minute: Number(part('hour')) * 60 + Number(part('minute')),
  };
}

export function dayAt(at: number, timeZone: string): string {
  return localAt(at, timeZone).day;
}

/**
 * The instant (epoch ms) at which the clocks of a zone show that minute of a day; 1,440 is the next midnight. Where clocks jump over it,
 * the first instant after the jump; where they show it twice, the first one.
 */
export function instantOf(day: string, minute: number, timeZone: string): number {
  const wanted = Date.parse(`${day}T00:00:00Z`) + minute * MINUTE_MS;
  // A zone is at most 14 hours from UTC: the two offsets around the moment are all there can be.
  const candidates = [wanted - DAY_MS, wanted + DAY_MS].map((near) => wanted - offsetAt(near, timeZone));
  const exact = candidates.filter((at) => at + offsetAt(at, timeZone) === wanted);
  return exact.length > 0 ? Math.min(...exact) : afterJump(Math.min(...candidates), wanted, timeZone);
}

/** Days from the first to the last, both counted; null for a day that is none. */
export function daysBetween(firstDay: string, lastDay: string): number | null {
  const [first, last] = [firstDay, lastDay].map(midnightUtc) as [number | null, number | null];
  return first === null || last === null ? null : Math.round((last - first) / DAY_MS) + 1;
}

/** The day so many days later (or earlier). */
export function dayPlus(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** 0 = Sunday … 6 = Saturday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

function midnightUtc(day: string): number | null {
  const at = Date.parse(`${day}T00:00:00Z`);
  // 31 June is read as 1 July by some engines.
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== day ? null : at;
}

/** What the zone's clocks are ahead of UTC, ms. */
function offsetAt(at: number, timeZone: string): number {
  const { day, minute } = localAt(at, timeZone);
  return Date.parse(`${day}T00:00:00Z`) + minute * MINUTE_MS - Math.floor(at / MINUTE_MS) * MINUTE_MS;
}

function afterJump(from: number, wanted: number, timeZone: string): number {
  for (let at = from; at <= from + DAY_MS; at += MINUTE_MS) {
    if (at + offsetAt(at, timeZone) >= wanted) return at;
  }
  return from;
}

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone, calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23' },
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
  });
  formatters.set(timeZone, made);
  return made;
}
