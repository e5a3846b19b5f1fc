import { read, utils } from '@e965/xlsx';
import type { Bulletin, Report } from '@anquanli/contract/reports';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Tally } from '../../src/features/contest/scores/tally.service.js';
import { Bulletins } from '../../src/features/reports/bulletins/bulletins.service.js';
import { ContestPlace } from '../support/a-contest.js';
import type { Browser } from '../support/browser.js';
import { DAY_MS, dayOf, passTime } from '../support/contests.js';
import { ENGINES, type Place } from '../support/engines.js';
import { buildServer } from '../support/server-process.js';
import { ADMIN } from '../support/start-server.js';
import { until } from '../support/until.js';

type Row = Record<string, string | number>;

describe.each(ENGINES)('reports on $engine', ({ place }) => {
  let at: Place;
  let here: ContestPlace;
  let contestId: string;

  beforeAll(async () => {
    // Spreadsheets are written by a worker, which is a built file.
    buildServer();
    at = await place();
    here = await ContestPlace.open(at);
    contestId = await here.contest({ title: '安全月' });
    for (const [unit, name, right] of [
      ['机修班', '=张三', 3],
      ['机修班', '李四', 2],
      ['一车队', '赵六', 1],
    ] as const)
      await (await here.contestant(contestId, unit, name)).playToday(right);
    await here.server.app.get(Tally).catchUp();
  }, 300_000);

  afterAll(async () => {
    await here.remove();
    await at.remove();
  });

  const listOf = async (browser: Browser) =>
    ((await browser.get(`/api/desk/contests/${contestId}/reports`)).body as { reports: Report[] }).reports;
  const make = async (kind: string, browser = here.admin, language = 'zh') => {
    const { body } = await browser.post(`/api/desk/contests/${contestId}/reports`, { kind, language });
    const { id } = body as Report;
    await until(async () => (await listOf(browser)).find((each) => each.id === id)?.state === 'ready', 30_000);
    return id;
  };
  const sheets = async (id: string, browser = here.admin) => {
    const response = await fetch(`${here.server.origin}/api/desk/contests/${contestId}/reports/${id}/file`, {
      headers: { cookie: browser.cookie ?? '' },
    });
    expect(response.headers.get('content-disposition')).toContain(encodeURIComponent('安全月'));
    const book = read(new Uint8Array(await response.arrayBuffer()));
    return new Map(book.SheetNames.map((name) => [name, utils.sheet_to_json<Row>(book.Sheets[name] ?? {})]));
  };

  it('are made in the background, kept, and say what the boards say', async () => {
    const book = await sheets(await make('regions'));
    expect([...book.keys()]).toEqual(['地区', '行业', '地区×行业参与率']);
    const changchun = book.get('地区')?.find((row) => row['地区'] === '长春');
    expect(changchun).toMatchObject({
      参与人数: 3,
      在岗人数: 10,
      // 公交 has no head-count: its one person is in no rate.
      参与率: 0.2,
      单位数: 2,
      有在岗人数的单位数: 1,
      总分: 7,
    });
    expect(book.get('地区×行业参与率')?.find((row) => row['地区'] === '长春')).toMatchObject({
      ...{ '城镇燃气 参与人数': 2, '城镇燃气 参与率': 0.2, '道路运输 参与人数': 1 },
    });
  });

  it('list people by place, with names that no program takes for a formula', async () => {
    const rows = (await sheets(await make('people'))).get('人员') ?? [];
    expect(rows.map((row) => [row['名次'], row['姓名'], row['总分']])).toEqual([
      [1, "'=张三", 4],
      [2, '李四', 2],
      [3, '赵六', 1],
    ]);
  });

  it('list units, questions and days, in both languages', async () => {
    const units = (await sheets(await make('units', here.admin, 'en'))).get('Units') ?? [];
    expect(units.find((row) => row['Unit'] === '燃气')).toMatchObject({ Participants: 2, 'Participation rate': 0.2 });
    const questions = (await sheets(await make('questions'))).get('题目') ?? [];
    expect(questions.reduce((sum, row) => sum + Number(row['出现次数']), 0)).toBe(9);
    const days = (await sheets(await make('days'))).get('每日') ?? [];
    expect(days).toMatchObject([{ 日期: dayOf(here.clock.now()), 首次参与人数: 3, 答题人次: 3 }]);
  });

  it('give a captain the own subtree, and nobody else’s reports', async () => {
    const captain = await here.units.captainOf(here.ids['燃气'] ?? '', here.server.origin, '燃气队长');
    const whole = await make('people');
    const own = await make('people', captain);
    expect((await sheets(own, captain)).get('人员')?.map((row) => row['姓名'])).toEqual(["'=张三", '李四']);
    expect((await listOf(captain)).map(({ id, unitName }) => [id, unitName])).toEqual([[own, '燃气']]);
    const foreign = await captain.get(`/api/desk/contests/${contestId}/reports/${whole}/file`);
    expect(foreign.body).toMatchObject({ code: 'not_found' });
  });

  it('go with the names in them', async () => {
    const [people, days] = [await make('people'), await make('days')];
    const driver = await here.contestant(contestId, '一车队', '离职');
    await driver.playToday(1);
    const { personId } = await driver.phone.me();
    await here.admin.post(`/api/people/${personId}/erasure`, { reason: '本人要求' });
    const left = (await listOf(here.admin)).map(({ id }) => id);
    expect([left.includes(people), left.includes(days)]).toEqual([false, true]);
    const path = `/api/desk/contests/${contestId}/reports/${days}`;
    expect((await here.admin.delete(path)).status).toBe(200);
    expect((await here.admin.get(`${path}/file`)).body).toMatchObject({ code: 'not_found' });
  });

  it('of a week are written when it ends and stay as they were', async () => {
    const bulletins = () => here.admin.get(`/api/desk/contests/${contestId}/bulletins`);
    const { nextAt } = (await bulletins()).body as { nextAt: number };
    expect(new Date(nextAt + 8 * 3_600_000).toISOString()).toMatch(/T15:00:00\.000Z$/u);
    expect(new Date(nextAt + 8 * 3_600_000).getUTCDay()).toBe(4);
    const running = (await here.admin.get(`/api/desk/contests/${contestId}/bulletins/now`)).body as Bulletin;
    expect(running).toMatchObject({ contestTitle: '安全月', total: { people: 4, newPeople: 4 }, nobodyCount: 1 });
    expect(running.regions.map(({ name }) => name)).toEqual(['长春', '吉林']);
    expect(running.nobody).toEqual([{ name: '供水', regionName: '吉林', headCount: 2 }]);
    await passTime(here.server, here.clock, nextAt - here.clock.now() + 1_000);
    await here.server.app.get(Bulletins).writeDue();
    await here.admin.post('/api/session', ADMIN);
    const { bulletins: kept } = (await bulletins()).body as { bulletins: { no: number }[] };
    const [week] = kept;
    const readOf = async (name: string) =>
      (await here.admin.get(`/api/desk/contests/${contestId}/bulletins/${name}`)).body as Bulletin;
    expect(await readOf(String(week?.no))).toMatchObject({ total: { people: 4, newPeople: 4 } });
    await (await here.contestant(contestId, '供水', '后来')).playToday(1);
    expect(await readOf(String(week?.no))).toMatchObject({ total: { people: 4 } });
    await passTime(here.server, here.clock, 7 * DAY_MS);
    await here.server.app.get(Bulletins).writeDue();
    await here.admin.post('/api/session', ADMIN);
    expect(await readOf(String((week?.no ?? 0) + 1))).toMatchObject({
      total: { people: 5, newPeople: 1 },
      nobodyCount: 0,
    });
    await passTime(here.server, here.clock, 30 * DAY_MS);
    await here.server.app.get(Bulletins).writeDue();
    await here.admin.post('/api/session', ADMIN);
    expect(await readOf('final')).toMatchObject({ no: null, total: { people: 5 }, unitCount: 3 });
    expect((await here.admin.get(`/api/desk/contests/${contestId}/bulletins/now`)).body).toMatchObject({
      code: 'not_found',
    });
  });
});
