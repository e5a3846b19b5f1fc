import Database from 'better-sqlite3';
import { read, utils } from '@e965/xlsx';
import { compareMonth, type MonthVerdict, type Observed } from '../src/month/compare.js';
import type { MonthDiary } from '../src/month/diary.js';
import { MonthDesk } from '../src/month/month-api.js';
import { planMonth, type MonthSize } from '../src/month/month-plan.js';
import { playMonth } from '../src/month/play-month.js';
import { expectedMonth } from '../src/month/recompute.js';
import { usageOf } from '../src/measure/process-usage.js';
import { AT_A_DATE_FILE, startProductServer, type ProductServer } from '../src/server/product-server.js';

/*
 * A month of a province: units are brought in by files, people register and answer on their days, the clock is set from morning to
 * morning; at the end every board and report is compared with one computed from the diaries of the phones.
 * Limits: loopback only, at most 2,000 units, 200,000 people, 60 days; one paper a day of five questions without a hurry.
 */

const DAY_MS = 86_400_000;
/** 1 June 2026, 08:00 in Shanghai. */
const FIRST_MORNING = Date.UTC(2026, 5, 1);

/** What a simulated month found. Times in ms. */
export interface MonthFindings {
  readonly size: MonthSize;
  readonly diary: MonthDiary;
  readonly verdict: MonthVerdict;
  readonly playedMs: number;
  readonly importMs: number;
  readonly boardsMs: Readonly<Record<'dashboard' | 'units' | 'regions' | 'sectors', number>>;
  readonly reportsMs: Readonly<Record<'units' | 'people', number>>;
  readonly cpuMs: number | null;
  readonly peakRssMb: number | null;
}

export async function simulateMonth(size: MonthSize): Promise<MonthFindings> {
  const plan = planMonth(size);
  const server = await startProductServer(AT_A_DATE_FILE, { TRUST_PROXY: 'loopback' });
  try {
    const desk = new MonthDesk(server.origin, `load-${server.setupToken}`);
    const setDay = (day: number) => setClock(server, FIRST_MORNING + (day - 1) * DAY_MS);
    await setDay(0);
    await desk.setUp(server.setupToken);
    const imported = await timed(() => desk.bringUnits(plan.units));
    const contestId = await desk.createContest(settingsFor(size));
    const before = usageOf(server.child.pid);
    const played = await timed(() =>
      playMonth(plan, { origin: server.origin, contestId, codes: imported.value, setDay }),
    );
    const after = usageOf(server.child.pid);
    await desk.signIn();
    const observed = await observe(server, desk, contestId);
    const expected = expectedMonth(played.value.papers, plan.units);
    return {
      ...{ size, diary: played.value, playedMs: played.ms, importMs: imported.ms },
      verdict: compareMonth(played.value, expected, observed.seen),
      ...{ boardsMs: observed.boardsMs, reportsMs: observed.reportsMs },
      cpuMs: before === null || after === null ? null : after.cpuMs - before.cpuMs,
      peakRssMb: after === null ? null : Math.round(after.peakRssKb / 1_024),
    };
  } catch (error) {
    process.stderr.write(`The server printed:\n${server.child.output}\n`);
    throw error;
  } finally {
    await server.stop();
  }
}

/** Everything the product says, with how long it took to say it. */
async function observe(server: ProductServer, desk: MonthDesk, contestId: string) {
  const attempts = storedAttempts(server.databaseFile, contestId);
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

function storedAttempts(file: string, contestId: string): Observed['attempts'] {
  const database = new Database(file, { readonly: true });
  try {
    const rows = database
      .prepare(
        `SELECT id, person_id AS personId, day, points FROM contest_attempt
         WHERE contest_id = ? AND kind = 'counting' AND state = 'settled' AND removed_reason IS NULL`,
      )
      .all(contestId) as { id: string; personId: string; day: string; points: number }[];
    return rows.map(({ day, ...row }) => ({ ...row, day: dayNo(day) }));
  } finally {
    database.close();
  }
}

function dayNo(day: string): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - FIRST_MORNING) / DAY_MS) + 1;
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

async function setClock({ child }: ProductServer, at: number): Promise<void> {
  const before = child.output.length;
  child.say(`clock ${at}`);
  await child.printed((output) => (output.slice(before).includes('clock') ? true : null));
}

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; ms: number }> {
  const startedAt = performance.now();
  const value = await work();
  return { value, ms: Math.round(performance.now() - startedAt) };
}

function settingsFor({ days }: MonthSize) {
  const day = (no: number) => new Date(FIRST_MORNING + (no - 1) * DAY_MS).toISOString().slice(0, 10);
  return {
    ...{ title: '测测你的安全力', timeZone: 'Asia/Shanghai', firstDay: day(1), lastDay: day(days), hours: null },
    audience: { unitIds: [], sectors: [] },
    blueprint: [
      { count: 5, setIds: [], categories: [], kinds: ['single' as const, 'boolean' as const], difficulties: [] },
    ],
    ...{ limitSeconds: 150, attemptsADay: 1, counting: 'every' as const, feedback: 'end' as const, passPercent: 60 },
    points: { by: 'threshold' as const, atLeast: 4, reached: 2, otherwise: 1, fullBonus: 1 },
    ...{ practice: null, hasCertificate: false, boards: [], names: 'masked' as const, asksEmployeeNo: false },
    eraseAfterDays: null,
  };
}
