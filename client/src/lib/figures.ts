import { formatNumber } from './i18n';

/** 0.7634 → "76%"; not all is never rounded up to all. "–" where nothing is known. */
export function rateText(rate: number | null): string {
  if (rate === null) return '–';
  const percent = rate * 100;
  return `${percent < 100 && percent > 99 ? 99 : Math.round(percent)}%`;
}

/** 12_345 → "12 kB"; 3_400_000 → "3.4 MB". */
export function sizeText(bytes: number): string {
  return bytes < 1_000_000
    ? `${formatNumber(Math.ceil(bytes / 1_000))} kB`
    : `${formatNumber(bytes / 1_000_000, 1)} MB`;
}
