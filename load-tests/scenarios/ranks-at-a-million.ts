import { read, utils } from '@e965/xlsx';
import { seedOf, targetOf, whole } from '../src/command-line.js';
import { usageOfAll } from '../src/measure/process-usage.js';
import { rounded } from '../src/measure/percentile.js';
import { DAY_MS, FIRST_MORNING, settingsFor } from '../src/month/contest.js';
import { MonthDesk } from '../src/month/month-api.js';
import { timed } from '../src/month/observe.js';
import { type Asked, askersAt, type FilledContest, POSITIONS, RankAsker } from '../src/ranks/ask-ranks.js';
import { type Crowd, crowdOf, DAYS, LAST_PAPER_MS, plannedUnits, POINTS } from '../src/ranks/crowd.js';
import { ExpectedRanks } from '../src/ranks/expected-ranks.js';
import { fillContest, fillPeople } from '../src/ranks/fill.js';
import {
  brokenInRanks,
  type DeskTimes,
  jsonOfRanks,
  type RanksFindings,
  type RanksOptions,
  summaryOfRanks,
} from '../src/ranks/ranks-report.js';
import { scenario } from '../src/scenario.js';
import { AT_A_DATE_FILE, type ProductServer, startProductServer } from '../src/server/product-server.js';
import { rowWriter } from '../src/server/write-rows.js';

/*
 * The last day of a contest of a province in which a million people have a score: written into the tables past the server. People at the top,
 * in the middle and at the end of the board ask where they stand, and for pages of the board, one after the other; beside it the same in a
 * contest of ten thousand. Then what the desk sees: dashboard, boards of units, the report of units.
 * Limits: loopback only; one phone at a time; papers without questions; a score of one paper each.
 */

const SMALL = 10_000;
/** An answer within so many ms comes from a board that is made. */
const QUICK_MS = 40;
const QUICK_IN_A_ROW = 10;
const MAKING_MS = 300_000;

export const ranksAtAMillionScenario = scenario<RanksOptions>({
  name: 'ranks-at-a-million',
  hasBars: true,
  usage: `--people P [options]
  --units U          enterprises, 1 to 2,000 (default 2,000)
  --people P         100 to 1,000,000 (default 1,000,000)
  --asks A           people who ask, at each of three positions, 10 to 1,000 (default 200)`,
  flags: ['units', 'people', 'asks'],
  read: (values) => ({
    target: targetOf(values),
    units: whole(values, 'units', 2_000, [1, 2_000]),
    people: whole(values, 'people', 1_000_000, [100, 1_000_000]),
    asks: whole(values, 'asks', 200, [10, 1_000]),
    seed: seedOf(values),
  }),
  run: async (options) => {
    const findings = await ranksAtAMillion(options);
    return { summary: summaryOfRanks(findings), json: jsonOfRanks(findings), broken: brokenInRanks(findings) };
  },
});

async function ranksAtAMillion(options: RanksOptions): Promise<RanksFindings> {
  const server = await startProductServer({
    ...{ target: options.target, file: AT_A_DATE_FILE, env: { TRUST_PROXY: 'loopback' } },
  });
  try {
    const desk = new MonthDesk(server.origin, `load-${server.setupToken}`);
    // In the evening of the last day, when the last paper has been handed in.
    await server.setClock(FIRST_MORNING + (DAYS - 1) * DAY_MS + LAST_PAPER_MS + 60_000);
    await desk.setUp(server.setupToken);
    await desk.importUnits(plannedUnits(options.units));
    return await measured(server, desk, options);
  } catch (error) {
    process.stderr.write(`The server printed:\n${server.printed()}\n`);
    throw error;
  } finally {
    await server.stop();
  }
}

async function measured(server: ProductServer, desk: MonthDesk, options: RanksOptions): Promise<RanksFindings> {
  const crowd = crowdOf(options);
  const smallPeople = Math.min(SMALL, Math.ceil(options.people / 2));
  const make = async (count: number): Promise<FilledContest> => {
    const settings = { ...settingsFor(DAYS), points: POINTS, names: 'full' as const };
    const boards = ['people', 'units', 'regions', 'sectors'] as const;
    const contestId = await desk.createContest({ ...settings, boards: [...boards] });
    return { contestId, expected: new ExpectedRanks(crowd, count) };
  };
  const [small, large] = [await make(smallPeople), await make(options.people)];
  const askers = POSITIONS.map((position) => ({
    position,
    ofSmall: askersAt(small.expected, position, options.asks),
    ofLarge: askersAt(large.expected, position, options.asks),
  }));
  const filled = await timed(() =>
    fill(server, crowd, [small, large], new Set(askers.flatMap(({ ofSmall, ofLarge }) => [...ofSmall, ...ofLarge]))),
  );
  const asker = new RankAsker(crowd, server.origins);
  const making = await makeBoards(asker, server, [small, large]);
  const times = { small: [] as Asked[], large: [] as Asked[] };
  // By turns, so that what else the machine does falls on both.
  for (const { position, ofSmall, ofLarge } of askers) {
    for (let from = 0; from < options.asks; from += 10) {
      times.small.push(...(await asker.ask(small, position, ofSmall.slice(from, from + 10))));
      times.large.push(...(await asker.ask(large, position, ofLarge.slice(from, from + 10))));
    }
  }
  const seen = await deskTimes(desk, large.contestId, options.people);
  return {
    ...{ options, smallPeople, ...times, asked: asker.asked, wrong: [...asker.wrong, ...seen.wrong], making },
    ...{ deskMs: seen.deskMs, filledMs: filled.ms },
    peakRssMb: Math.round((usageOfAll(server.pids)?.peakRssKb ?? 0) / 1_024) || null,
  };
}

async function fill(
  { rows, storedIn }: ProductServer,
  crowd: Crowd,
  contests: readonly FilledContest[],
  askers: ReadonlySet<number>,
): Promise<void> {
  const teams = await rows<{ id: string; name: string }>(
    `SELECT team.id AS id, enterprise.name AS name FROM unit team JOIN unit enterprise ON enterprise.id = team.parent_id
     WHERE team.kind = 'team'`,
    [],
  );
  const byName = new Map(teams.map(({ id, name }) => [name, id]));
  const inOrder = plannedUnits(teams.length).map(({ name }) => byName.get(name) ?? '');
  const writer = await rowWriter(storedIn);
  try {
    await fillPeople(writer, { crowd, teams: inOrder, askers });
    for (const { contestId, expected } of contests)
      await fillContest(writer, { crowd, teams: inOrder, contestId, count: expected.count });
  } finally {
    await writer.close();
  }
}

/** Somebody asks until boards are made, at every process. */
async function makeBoards(
  asker: RankAsker,
  { origins }: ProductServer,
  contests: readonly FilledContest[],
): Promise<RanksFindings['making']> {
  let firstAnswerMs: number | null = null;
  const startedAt = performance.now();
  for (const contest of contests) {
    const no = contest.expected.order[0] ?? 0;
    firstAnswerMs = null;
    for (const origin of origins) {
      for (let quick = 0; quick < QUICK_IN_A_ROW;) {
        const ms = await asker.warm(contest, no, origin);
        firstAnswerMs ??= rounded(ms);
        quick = ms < QUICK_MS ? quick + 1 : 0;
        if (performance.now() - startedAt > MAKING_MS) return { firstAnswerMs, madeMs: MAKING_MS };
      }
    }
  }
  return { firstAnswerMs, madeMs: Math.round(performance.now() - startedAt) };
}

async function deskTimes(
  desk: MonthDesk,
  contestId: string,
  people: number,
): Promise<{ deskMs: DeskTimes; wrong: string[] }> {
  // What was kept meanwhile is to be computed anew.
  await new Promise((resolve) => setTimeout(resolve, 12_000));
  const dashboard = await timed(() => desk.dashboard(contestId));
  const units = await timed(() => desk.boardPage(contestId, 'units'));
  const regions = await timed(() => desk.boardPage(contestId, 'regions'));
  const sectors = await timed(() => desk.boardPage(contestId, 'sectors'));
  const tree = await timed(() => desk.contestUnits(contestId));
  const report = await timed(() => desk.report(contestId, 'units'));
  const sheet = read(report.value).Sheets['单位'] ?? {};
  const top = utils.sheet_to_json<Record<string, unknown>>(sheet).find((row) => row['单位'] === '全省');
  const sums = { dashboard: dashboard.value.people, attempts: dashboard.value.attempts, report: top?.['参与人数'] };
  const wrong = Object.entries(sums).flatMap(([what, sum]) =>
    sum === people ? [] : [`${what}: ${String(sum)} people`],
  );
  return {
    deskMs: {
      ...{ dashboardMs: dashboard.ms, unitsMs: units.ms, regionsMs: regions.ms, sectorsMs: sectors.ms },
      ...{ treeMs: tree.ms, reportMs: report.ms },
    },
    wrong,
  };
}
