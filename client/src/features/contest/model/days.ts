import type { ContestHome } from '@anquanli/contract/contest';

const DAY_MS = 86_400_000;
/** As many days as the band shows; a longer contest shows the ones around today. */
const SHOWN = 31;

export type DayMark = 'done' | 'miss' | 'now' | 'ahead';

/** Days of a contest as the band shows them. */
export function dayMarks({ firstDay, lastDay, today, daysDone, stage }: Shown): DayMark[] {
  const days = daysBetween(firstDay, lastDay);
  const now = days.indexOf(today);
  const until = stage === 'study' ? days.length : Math.max(0, now) + 1;
  const from = days.length <= SHOWN ? 0 : Math.max(0, Math.min(days.length - SHOWN, until - SHOWN + 5));
  return days.slice(from, from + SHOWN).map((day) => {
    if (daysDone.includes(day)) return 'done';
    if (day === today && stage === 'contest') return 'now';
    return day < today && stage !== 'preparation' ? 'miss' : 'ahead';
  });
}

type Shown = Pick<ContestHome, 'firstDay' | 'lastDay' | 'today' | 'daysDone' | 'stage'>;

/** 1 for the first day. */
export function dayNumber(firstDay: string, today: string): number {
  return Math.round((utc(today) - utc(firstDay)) / DAY_MS) + 1;
}

function daysBetween(first: string, last: string): string[] {
  const count = Math.max(0, dayNumber(first, last));
  return Array.from({ length: count }, (_, index) => new Date(utc(first) + index * DAY_MS).toISOString().slice(0, 10));
}

function utc(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

/** 90 → "1:30"; 59 → "59"; an hour and more with hours. */
export function clockText(seconds: number): string {
  if (seconds < 60) return String(seconds);
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor((seconds % 3_600) / 60)];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** 495 minutes → "08:15". */
export function hourText(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
