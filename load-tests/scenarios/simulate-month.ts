import { seedOf, targetOf, whole } from '../src/command-line.js';
import { compareMonth } from '../src/month/compare.js';
import { DAY_MS, FIRST_MORNING, settingsFor } from '../src/month/contest.js';
import { MonthDesk } from '../src/month/month-api.js';
import { planMonth, type MonthSize } from '../src/month/month-plan.js';
import { brokenInMonth, jsonOfMonth, type MonthFindings, summaryOfMonth } from '../src/month/month-report.js';
import { MonthSwarm } from '../src/month/month-swarm.js';
import { observe, timed } from '../src/month/observe.js';
import { expectedMonth } from '../src/month/recompute.js';
import { usageOfAll } from '../src/measure/process-usage.js';
import { scenario, type CommonOptions } from '../src/scenario.js';
import { AT_A_DATE_FILE, startProductServer } from '../src/server/product-server.js';

/*
 * A month of a province: units are brought in by files, people register and answer on their days, the clock is set from morning to
 * morning; at the end every board and report is compared with one computed from the diaries of the phones.
 * Limits: loopback only, at most 2,000 units, 200,000 people, 60 days; one paper a day of five questions without a hurry.
 */

interface MonthOptions extends CommonOptions, MonthSize {}

export const simulateMonthScenario = scenario<MonthOptions>({
  name: 'simulate-month',
  usage: `--units U --people P [options]
  --units U          enterprises, 1 to 2,000 (default 500)
  --people P         1 to 200,000 (default 5,000)
  --days D           1 to 60 (default 30)`,
  flags: ['units', 'people', 'days'],
  read: (values) => ({
    target: targetOf(values),
    units: whole(values, 'units', 500, [1, 2_000]),
    people: whole(values, 'people', 5_000, [1, 200_000]),
    days: whole(values, 'days', 30, [1, 60]),
    seed: seedOf(values),
  }),
  run: async (options) => {
    const findings = await simulateMonth(options);
    return { summary: summaryOfMonth(findings), json: jsonOfMonth(findings), broken: brokenInMonth(findings) };
  },
});

async function simulateMonth({ target, ...size }: MonthOptions): Promise<MonthFindings> {
  const plan = planMonth(size);
  const server = await startProductServer({ target, file: AT_A_DATE_FILE, env: { TRUST_PROXY: 'loopback' } });
  try {
    const desk = new MonthDesk(server.origin, `load-${server.setupToken}`);
    const setDay = (day: number) => server.setClock(FIRST_MORNING + (day - 1) * DAY_MS);
    await setDay(0);
    await desk.setUp(server.setupToken);
    const imported = await timed(() => desk.bringUnits(plan.units));
    const contestId = await desk.createContest(settingsFor(size.days));
    const before = usageOfAll(server.pids);
    const swarm = new MonthSwarm(plan, { origins: server.origins, contestId, codes: imported.value });
    const played = await timed(async () => {
      for (let day = 1; day <= size.days; day += 1) {
        await setDay(day);
        await swarm.playDay(day);
      }
    });
    const after = usageOfAll(server.pids);
    await desk.signIn();
    const { seen, ...times } = await observe(server.rows, desk, contestId);
    const diary = swarm.diary();
    return {
      ...{ target, size, diary, playedMs: played.ms, importMs: imported.ms },
      verdict: compareMonth(diary, expectedMonth(diary.papers, plan.units), seen),
      ...times,
      cpuMs: before === null || after === null ? null : after.cpuMs - before.cpuMs,
      peakRssMb: after === null ? null : Math.round(after.peakRssKb / 1_024),
    };
  } catch (error) {
    process.stderr.write(`The server printed:\n${server.printed()}\n`);
    throw error;
  } finally {
    await server.stop();
  }
}
