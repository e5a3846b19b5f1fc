import type { Language } from './i18n';

const locale = (language: Language) => (language === 'zh' ? 'zh-CN' : 'en-GB');

/** "11月23日" / "23 November", in the time zone of the device. `at` is epoch ms. */
export function formatDay(at: number, language: Language): string {
  return new Intl.DateTimeFormat(locale(language), { month: 'long', day: 'numeric' }).format(at);
}

/** "2026/11/23 15:05" / "23/11/2026, 15:05", in the time zone of the device. `at` is epoch ms. */
export function formatMoment(at: number, language: Language): string {
  return new Intl.DateTimeFormat(locale(language), {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}

/** "2026-11-23", the day in the time zone of the device, as date fields have it. `at` is epoch ms. */
export function isoDay(at: number): string {
  const parts = new Intl.DateTimeFormat('en-GB', { year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(
    at,
  );
  const part = (type: 'year' | 'month' | 'day') => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** "2026/11/23" / "23/11/2026". `at` is epoch ms. */
export function formatDate(at: number, language: Language): string {
  return new Intl.DateTimeFormat(locale(language), { year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
}

/** "2026-06-12" as "6月12日" / "12 June": a day of a calendar, in no time zone. */
export function formatCalendarDay(day: string, language: Language): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(at)) return day;
  return new Intl.DateTimeFormat(locale(language), { month: 'long', day: 'numeric', timeZone: 'UTC' }).format(at);
}

/** The same with its year. */
export function formatCalendarDate(day: string, language: Language): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(at)) return day;
  const form = { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(locale(language), form).format(at);
}

/** A moment by the clocks of a zone, wherever the reader is: "2026年6月4日 15:00" / "4 June 2026 at 15:00". */
export function formatMomentIn(at: number, timeZone: string, language: Language): string {
  return new Intl.DateTimeFormat(locale(language), {
    ...{ timeZone, year: 'numeric', month: 'long', day: 'numeric' },
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  }).format(at);
}
