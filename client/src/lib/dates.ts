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
