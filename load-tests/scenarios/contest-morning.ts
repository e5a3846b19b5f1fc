import { seedOf, targetOf, whole } from '../src/command-line.js';
import { compareMonth } from '../src/month/compare.js';
import { FIRST_MORNING, settingsFor } from '../src/month/contest.js';
import { MonthDesk } from '../src/month/month-api.js';
import { planMonth } from '../src/month/month-plan.js';
import { observe } from '../src/month/observe.js';
import { expectedMonth } from '../src/month/recompute.js';
import { brokenInMonth } from '../src/month/month-report.js';
import { bareMorning, measuredMorning } from '../src/morning/measured-morning.js';
import {
  jsonOfMorning,
  type MorningFindings,
  type MorningOptions,
  summaryOfMorning,
} from '../src/morning/morning-report.js';
import { scenario } from '../src/scenario.js';
import { AT_A_DATE_FILE, startProductServer } from '../src/server/product-server.js';

/*
 * The first morning of a contest: everybody is registered and answers, 32 phones at once without a pause, so the server is as busy as it can
 * be. Start, five answers one by one, handing in: seven requests for a paper. Then the same requests against a bare server.
 * Limits: loopback only, at most 2,000 units and 50,000 people.
 */

export const contestMorningScenario = scenario<MorningOptions>({
  name: 'contest-morning',
  hasBars: true,
  usage: `--people P [options]
  --units U          enterprises, 1 to 2,000 (default 200)
  --people P         1 to 50,000, all of whom answer (default 5,000)
  --nodes N          servers of a cluster, 1 or 2 (default 2)`,
  flags: ['units', 'people', 'nodes'],
  read: (values) => ({
    target: targetOf(values),
    units: whole(values, 'units', 200, [1, 2_000]),
    people: whole(values, 'people', 5_000, [1, 50_000]),
    nodes: whole(values, 'nodes', 2, [1, 2]),
    seed: seedOf(values),
  }),
  run: async (options) => {
    const findings = await contestMorning(options);
    const { verdict, product } = findings;
    const broken = brokenInMonth({ verdict, diary: product.diary });
    return { summary: summaryOfMorning(findings), json: jsonOfMorning(findings), broken };
  },
});

async function contestMorning(options: MorningOptions): Promise<MorningFindings> {
  const drawn = planMonth({ ...options, days: 1 });
  const plan = { ...drawn, people: drawn.people.map((person) => ({ ...person, days: [1] })) };
  const { target, nodes: clusterNodes } = options;
  const env = { TRUST_PROXY: 'loopback' };
  const server = await startProductServer({ target, clusterNodes, file: AT_A_DATE_FILE, env });
  try {
    const { origin, origins, pids, databasePid } = server;
    const desk = new MonthDesk(origin, `load-${server.setupToken}`);
    await server.setClock(FIRST_MORNING);
    await desk.setUp(server.setupToken);
    const codes = await desk.bringUnits(plan.units);
    const contestId = await desk.createContest(settingsFor(1));
    const product = await measuredMorning(plan, { origins, contestId, codes }, { pids, databasePid });
    const { seen } = await observe(server.rows, desk, contestId);
    const verdict = compareMonth(product.diary, expectedMonth(product.diary.papers, plan.units), seen);
    return { options, product, verdict, bare: await bareMorning(plan, product.replies) };
  } catch (error) {
    process.stderr.write(`The server printed:\n${server.printed()}\n`);
    throw error;
  } finally {
    await server.stop();
  }
}
