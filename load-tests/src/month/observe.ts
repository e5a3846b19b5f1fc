import { read, utils } from '@e965/xlsx';
import type { ReadRows } from '../server/read-rows.js';
import type { Observed } from './compare.js';
import { dayNo } from './contest.js';
import type { MonthDesk } from './month-api.js';

export interface Observation {
  readonly seen: Observed;
  readonly boardsMs: Readonly<Record<'dashboard' | 'units' | 'regions' | 'sectors', number>>;
  readonly reportsMs: Readonly<Record<'units' | 'people', number>>;
}

/** Everything the product says, with how long it took to say it in ms. */
export async function observe(rows: ReadRows, desk: MonthDesk, contestId: string): Promise<Observation> {
  const attempts = await storedAttempts(rows, contestId);
  // Hours are tallied some seconds behind.
  for (let waited = 0; waited < 60; waited += 1) {
    const { hours } = await desk.dashboard(contestId);
    if (hours.reduce((sum, hour) => sum + hour.attempts, 0) === attempts.length) break;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
  // The board that was kept meanwhile is to be computed anew.
  await new Promise((resolve) => setTimeout(resolve, 5_000));
  const dashboard = await timed(() => desk.dashboard(contestId));
  const units = await timed(() => desk.board(contestId, 'units'));
  const regions = await timed(() => desk.board(contestId, 'regions'));
  const sectors = await timed(() => desk.board(contestId, 'sectors'));
  const people = await desk.people(contestId);
  const unitFile = await timed(() => desk.report(contestId, 'units'));
  const peopleFile = await timed(() => desk.report(contestId, 'people'));
  const seen: Observed = {
    attempts,
    ...{ dashboard: dashboard.value, units: units.value, regions: regions.value, sectors: sectors.value, people },
    reports: { units: unitSums(unitFile.value), people: peopleSums(peopleFile.value) },
  };
  return {
    seen,
    boardsMs: { dashboard: dashboard.ms, units: units.ms, regions: regions.ms, sectors: sectors.ms },
    reportsMs: { units: unitFile.ms, people: peopleFile.ms },
  };
}

async function storedAttempts(ask: ReadRows, contestId: string): Promise<Observed['attempts']> {
  const rows = await ask<{ id: string; personId: string; day: string; points: number }>(
    `SELECT id, person_id AS personId, day, points FROM contest_attempt
     WHERE contest_id = ? AND kind = 'counting' AND state = 'settled' AND removed_reason IS NULL`,
    [contestId],
  );
  return rows.map(({ day, ...row }) => ({ ...row, day: dayNo(day) }));
}

/** Every unit stands with all below it: the top has the whole. */
function unitSums(file: Uint8Array): Observed['reports']['units'] {
  const top = rowsOf(file, '单位').find((row) => row['单位'] === '全省');
  return { people: Number(top?.['参与人数']), attempts: Number(top?.['答题人次']), points: Number(top?.['总分']) };
}

function peopleSums(file: Uint8Array): Observed['reports']['people'] {
  const rows = rowsOf(file, '人员');
  const points = rows.reduce((sum, row) => sum + Number(row['总分']), 0);
  return { rows: rows.length, points, lastPlace: Number(rows.at(-1)?.['名次'] ?? 0) };
}

function rowsOf(file: Uint8Array, sheet: string): Record<string, unknown>[] {
  return utils.sheet_to_json(read(file).Sheets[sheet] ?? {});
}

/** What some work gives, and how long it took. */
export async function timed<T>(work: () => Promise<T>): Promise<{ value: T; ms: number }> {
  const startedAt = performance.now();
  const value = await work();
  return { value, ms: Math.round(performance.now() - startedAt) };
}
