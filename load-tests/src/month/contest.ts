import type { ContestSettings } from '@anquanli/contract/contest-settings.js';

/** 1 June 2026, 08:00 in Shanghai: the first morning of every pretend contest. */
export const FIRST_MORNING = Date.UTC(2026, 5, 1);
export const DAY_MS = 86_400_000;

/** Number of a contest's day, from 1. */
export function dayNo(day: string): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - FIRST_MORNING) / DAY_MS) + 1;
}

/** A contest of so many days: one paper a day of five questions, every paper counts. */
export function settingsFor(days: number): Omit<ContestSettings, 'sets'> {
  const day = (no: number) => new Date(FIRST_MORNING + (no - 1) * DAY_MS).toISOString().slice(0, 10);
  return {
    ...{ title: '测测你的安全力', timeZone: 'Asia/Shanghai', firstDay: day(1), lastDay: day(days), hours: null },
    audience: { unitIds: [], sectors: [] },
    blueprint: [{ count: 5, setIds: [], categories: [], kinds: ['single', 'boolean'], difficulties: [] }],
    ...{ limitSeconds: 150, attemptsADay: 1, counting: 'every', feedback: 'end', passPercent: 60 },
    points: { by: 'threshold', atLeast: 4, reached: 2, otherwise: 1, fullBonus: 1 },
    ...{ practice: null, hasCertificate: false, boards: [], names: 'masked', asksEmployeeNo: false },
    eraseAfterDays: null,
  };
}
