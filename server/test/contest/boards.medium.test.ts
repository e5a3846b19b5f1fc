import type { Certificate, PeopleBoardPage, UnitBoard } from '@anquanli/contract/contest';
import type { Dashboard, DeskAttempt } from '@anquanli/contract/contest-desk';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ContestErasure } from '../../src/features/contest/clock/contest-erasure.service.js';
import { Tally } from '../../src/features/contest/scores/tally.service.js';
import { ContestPlace } from '../support/a-contest.js';
import { type Contestant, DAY_MS, passTime } from '../support/contests.js';
import { ENGINES, type Place } from '../support/engines.js';
import { ADMIN } from '../support/start-server.js';
import { cellsFromRows, keptCells, scoresOf } from './boards-from-rows.js';

describe.each(ENGINES)('boards on $engine', ({ place }) => {
  let at: Place;
  let here: ContestPlace;
  let contestId: string;
  let people: Record<string, Contestant>;

  beforeAll(async () => {
    at = await place();
    here = await ContestPlace.open(at);
    contestId = await here.contest();
    people = {};
    const play = async (unit: string, name: string, right: number) => {
      const person = await here.contestant(contestId, unit, name);
      people[name] = person;
      const paper = await person.start();
      await passTime(here.server, here.clock, 20_000);
      await person.play(paper, right);
    };
    await play('机修班', '张小三', 3);
    await play('机修班', '李四', 2);
    await play('巡线班', '王五', 1);
    await play('一车队', '赵六', 3);
    await play('供水', '钱七', 0);
    await play('供水', '孙八', 3);
    await play('供水', '周九', 2);
  }, 60_000);

  afterAll(async () => {
    await here.remove();
    await at.remove();
  });

  const one = (name: string): Contestant => {
    const person = people[name];
    if (person === undefined) throw new Error(`nobody called ${name}`);
    return person;
  };
  const unitBoard = async (board: string, query = '', as = '李四') =>
    (await one(as).phone.get(`/api/contests/${contestId}/boards/${board}${query}`)).body as UnitBoard;
  const attemptsOf = async (name: string) => {
    const { personId } = await one(name).phone.me();
    const { body } = await here.desk.get(contestId, `/people/${personId}/attempts`);
    return (body as { attempts: DeskAttempt[] }).attempts;
  };
  const judge = (attemptId: string, isRemoved: boolean) =>
    here.admin.post(`/api/desk/attempts/${attemptId}/judgement`, { isRemoved, reason: '两人共用一部手机' });
  const expectRowsAndBoards = async () => {
    expect(await keptCells(here.server, contestId)).toEqual(await cellsFromRows(here.server, contestId));
    const { kept, fromRows } = await scoresOf(here.server, contestId);
    expect(kept).toEqual(fromRows);
  };

  it('of people are by points and then time, with masked names and the own row', async () => {
    const { body } = await one('李四').phone.get(`/api/contests/${contestId}/boards/people?scope=all`);
    const board = body as PeopleBoardPage;
    expect(board.people).toBe(7);
    expect(board.rows.slice(0, 3).map(({ points }) => points)).toEqual([4, 4, 4]);
    expect(board.rows.map(({ name }) => name)).toEqual(expect.arrayContaining(['张*三', '李四', '王*']));
    expect(board.rows.find(({ isMe }) => isMe)).toMatchObject({ name: '李四', points: 2 });
    expect(board.me).toMatchObject({ points: 2, place: expect.any(Number) });
  });

  it('tell the own place in unit, region and among all, and how the unit stands', async () => {
    const { standing } = await one('李四').home();
    expect(standing.places).toMatchObject([
      { scope: 'unit', name: '机修班', place: 2, people: 2 },
      { scope: 'region', name: '长春', place: 3, people: 4 },
      { scope: 'all', people: 7 },
    ]);
    expect(standing.unit).toMatchObject({ name: '燃气', rate: 3 / 10, units: 3 });
  });

  it('of units have rates over frozen head-counts, list missing ones, and mark what is above 100 %', async () => {
    const { rows } = await unitBoard('units', '?measure=rate');
    expect(rows.map(({ name, rate, isMissing }) => [name, rate, isMissing])).toEqual([
      ['供水', 1.5, false],
      ['燃气', 0.3, false],
      ['公交', null, true],
    ]);
    const { version, ...unit } = await here.units.get(here.ids['供水'] ?? '');
    const content = {
      ...{ name: unit.name, kind: unit.kind, sector: unit.sector, code: unit.code, aliases: unit.aliases },
      ...{ needsApproval: unit.needsApproval, headCount: 300 },
    };
    await here.admin.put(`/api/units/${unit.id}`, { version, content });
    await passTime(here.server, here.clock, 60_000);
    expect((await unitBoard('units', '?measure=rate')).rows[0]).toMatchObject({ name: '供水', headCount: 2 });
  });

  it('of units follow the formula that is explained', async () => {
    const { rows, contestMean, mine } = await unitBoard('units');
    expect(contestMean).toBeCloseTo((4 + 2 + 1 + 4 + 0 + 4 + 2) / 7);
    for (const { people: n, mean, index } of rows) expect(index).toBeCloseTo((n * mean + 20 * contestMean) / (n + 20));
    expect(mine).toMatchObject({ name: '燃气', people: 3, points: 7, bestTen: 7, isMine: true });
  });

  it('of regions and sectors sum what is in them', async () => {
    const regions = await unitBoard('regions', '?measure=points');
    expect(
      regions.rows.map(({ name, people: n, points, units, ratedUnits }) => [name, n, points, units, ratedUnits]),
    ).toEqual([
      ['长春', 4, 11, 2, 1],
      ['吉林', 3, 6, 1, 1],
    ]);
    expect((await unitBoard('sectors')).rows.map(({ name }) => name).sort()).toEqual([
      ...['城镇供水', '城镇燃气', '道路运输'].sort(),
    ]);
  });

  it('are those recomputed from rows, after removing, restoring and giving back', async () => {
    await expectRowsAndBoards();
    const [attempt] = await attemptsOf('孙八');
    if (attempt === undefined) throw new Error('no attempt');
    expect((await judge(attempt.attemptId, true)).body).toMatchObject({ removedReason: '两人共用一部手机' });
    await expectRowsAndBoards();
    expect((await one('孙八').home()).standing).toMatchObject({ points: 0, attempts: 0 });
    await judge(attempt.attemptId, false);
    await expectRowsAndBoards();
    expect((await one('孙八').home()).standing).toMatchObject({ points: 4, attempts: 1 });
    const [given] = await attemptsOf('周九');
    const path = `/api/desk/attempts/${given?.attemptId ?? ''}/return`;
    expect((await here.admin.post(path, { reason: '停电' })).body).toMatchObject({ state: 'returned' });
    await expectRowsAndBoards();
    expect(await one('周九').home()).toMatchObject({ attemptsLeft: 1 });
    const log = await here.desk.get(contestId, '/log');
    const actions = (log.body as { lines: { action: string; detail: string }[] }).lines.map(({ action }) => action);
    expect(actions).toEqual([...['attempt_returned', 'attempt_restored', 'attempt_removed', 'published', 'created']]);
    await one('周九').playToday(2);
    await expectRowsAndBoards();
  });

  it('stay whole when many attempts of a person and a unit are settled, removed and restored at once', async () => {
    const often = await here.contest({ attemptsADay: 3 });
    const crowd = await Promise.all(
      ['甲一', '乙二', '丙三', '丁四'].map((name) => here.contestant(often, '巡线班', name)),
    );
    for (let round = 0; round < 3; round += 1) {
      const papers = await Promise.all(crowd.map((person) => person.start()));
      await Promise.all(
        crowd.map(async (person, index) => person.play(papers[index] ?? (await person.start()), index % 4)),
      );
    }
    const { body } = await here.desk.get(often, '/people');
    const ids = (body as { people: { personId: string }[] }).people.map(({ personId }) => personId);
    const attempts = await Promise.all(
      ids.map(async (id) => (await here.desk.get(often, `/people/${id}/attempts`)).body as { attempts: DeskAttempt[] }),
    );
    const all = attempts.flatMap((each) => each.attempts);
    expect(all).toHaveLength(12);
    await Promise.all(all.slice(0, 7).map(({ attemptId }) => judge(attemptId, true)));
    await Promise.all(all.slice(3, 9).map(({ attemptId }) => judge(attemptId, false)));
    expect(await keptCells(here.server, often)).toEqual(await cellsFromRows(here.server, often));
    const { kept, fromRows } = await scoresOf(here.server, often);
    expect(kept).toEqual(fromRows);
  });

  it('keep what was earned for a unit that is merged into another, summed there', async () => {
    const merged = await here.contest({ audience: { unitIds: [here.ids['长春'] ?? ''], sectors: [] } });
    const extra = (await here.units.add(here.ids['燃气'] ?? '', { name: '夜班', headCount: 3 })).id;
    const phone = here.at(merged, await here.phone('机修班', '吴十'));
    const { personId } = await phone.phone.me();
    await here.admin.post(`/api/people/${personId}`, { action: 'move', unitId: extra });
    await phone.playToday(3);
    await here.units.order(extra, 'merger', { into: here.ids['机修班'] });
    await passTime(here.server, here.clock, 60_000);
    const { body } = await here.desk.get(merged, '/units');
    const lines = (body as { units: { name: string; people: number; points: number }[] }).units;
    expect(lines.find(({ name }) => name === '机修班')).toMatchObject({ people: 1, points: 4 });
    expect(lines.map(({ name }) => name)).not.toContain('夜班');
  });

  it('show a person who has moved to another unit where the own points stand', async () => {
    const before = await here.contest();
    const person = await here.contestant(before, '巡线班', '郑移');
    await person.playToday(2);
    const { personId } = await person.phone.me();
    await here.admin.post(`/api/people/${personId}`, { action: 'move', unitId: here.ids['机修班'] });
    const { standing } = await person.home();
    expect(standing.places[0]).toMatchObject({ scope: 'unit', name: '巡线班', place: 1, people: 1 });
    const { body } = await person.phone.get(`/api/contests/${before}/boards/people?scope=unit`);
    expect(body).toMatchObject({ people: 1, rows: [{ isMe: true, place: 1 }], me: { place: 1 } });
  });

  it('are shown on the dashboard, with days, hours and the hardest questions', async () => {
    await here.server.app.get(Tally).catchUp();
    await passTime(here.server, here.clock, 60_000);
    const dashboard = (await here.desk.get(contestId, '/dashboard')).body as Dashboard;
    expect(dashboard).toMatchObject({
      people: 7,
      attempts: 7,
      units: 3,
      unitsWithNobody: 0,
      questions: 3,
      fullMarks: 3,
    });
    expect(dashboard.days.reduce((sum, { attempts }) => sum + attempts, 0)).toBe(7);
    expect(dashboard.hours).toHaveLength(24);
    expect(dashboard.hours.reduce((sum, { attempts }) => sum + attempts, 0)).toBe(7);
    expect(dashboard.meanRight).toBeCloseTo((3 + 2 + 1 + 3 + 0 + 3 + 2) / 7);
  });

  it('show a captain the own subtree and nothing else, and let nobody but organisers judge', async () => {
    const captain = await here.units.captainOf(here.ids['燃气'] ?? '', here.server.origin, '燃气队长');
    const seen = (await captain.get(`/api/desk/contests/${contestId}/units`)).body as { units: { name: string }[] };
    expect(seen.units.map(({ name }) => name)).toEqual(['燃气', '巡线班', '机修班']);
    const { people: list } = (await captain.get(`/api/desk/contests/${contestId}/people`)).body as {
      people: { name: string; personId: string }[];
    };
    expect(list.map(({ name }) => name).sort()).toEqual(['张小三', '李四', '王五'].sort());
    expect((await captain.get(`/api/desk/contests/${contestId}/dashboard`)).body).toMatchObject({ people: 3 });
    const foreign = await one('钱七').phone.me();
    const attempts = await captain.get(`/api/desk/contests/${contestId}/people/${foreign.personId}/attempts`);
    expect(attempts.body).toEqual({ attempts: [] });
    const [attempt] = await attemptsOf('李四');
    const refused = await captain.post(`/api/desk/attempts/${attempt?.attemptId ?? ''}/judgement`, {
      ...{ isRemoved: true, reason: '试试' },
    });
    expect(refused.body).toMatchObject({ code: 'forbidden' });
    const water = await here.contest({ audience: { unitIds: [here.ids['供水'] ?? ''], sectors: [] } });
    expect((await captain.get(`/api/desk/contests/${water}`)).body).toMatchObject({ code: 'not_found' });
  });

  it('list what a human should look at: impossible speed, and several people on one phone', async () => {
    const watched = await here.contest();
    const [one, two] = await Promise.all([
      here.contestant(watched, '机修班', '快手'),
      here.contestant(watched, '巡线班', '借机'),
    ]);
    const shared = here.at(watched, two.phone);
    Object.assign(shared, { deviceId: one.deviceId });
    await one.playToday(3);
    const slow = await shared.start();
    await passTime(here.server, here.clock, 60_000);
    await shared.play(slow, 3);
    const { attempts } = (await here.desk.get(watched, '/findings')).body as { attempts: DeskAttempt[] };
    const reasons = Object.fromEntries(attempts.map(({ name, reasons: why }) => [name, why]));
    expect(reasons).toEqual({
      快手: ['impossible_speed', 'shared_device'],
      借机: expect.arrayContaining(['shared_device']),
    });
  });

  it('stand behind a certificate that anybody can verify, as long as it is true', async () => {
    const path = `/api/contests/${contestId}/certificate`;
    expect((await one('钱七').phone.post(path, {})).body).toMatchObject({ code: 'certificate_not_earned' });
    const asked = await Promise.all([1, 2, 3].map(() => one('张小三').phone.post(path, {})));
    const certificates = asked.map(({ body }) => body as Certificate);
    expect(new Set(certificates.map(({ number }) => number)).size).toBe(1);
    const [certificate] = certificates;
    expect(certificate).toMatchObject({ name: '张小三', unitName: '机修班', right: 3, asked: 3 });
    const verify = () => here.server.browser().get(`/api/certificates/${certificate?.number ?? ''}`);
    expect((await verify()).body).toMatchObject({ name: '张*三', contestTitle: '测测你的安全力', right: 3 });
    expect(JSON.stringify((await verify()).body)).not.toContain('张小三');
    expect((await here.server.browser().get('/api/certificates/ABCDEFGHJKMNPQRS')).body).toMatchObject({
      code: 'not_found',
    });
    const [attempt] = await attemptsOf('张小三');
    await judge(attempt?.attemptId ?? '', true);
    expect((await verify()).body).toMatchObject({ code: 'not_found' });
    await judge(attempt?.attemptId ?? '', false);
    expect((await verify()).status).toBe(200);
    const { personId } = await one('张小三').phone.me();
    await here.admin.post(`/api/people/${personId}/erasure`, { reason: '本人要求' });
    expect((await verify()).body).toMatchObject({ code: 'not_found' });
    await expectRowsAndBoards();
  });

  it('lose the names when the time for that has come, and keep the sums', async () => {
    const short = await here.contest({ eraseAfterDays: 1 });
    const [leaving, staying] = await Promise.all([
      here.contestant(short, '巡线班', '过客'),
      here.contestant(short, '巡线班', '常客'),
    ]);
    await leaving.playToday(1);
    await staying.playToday(1);
    await here.at(contestId, staying.phone).playToday(1);
    const cells = await keptCells(here.server, short);
    await passTime(here.server, here.clock, 31 * DAY_MS);
    await here.server.app.get(ContestErasure).eraseDue();
    expect((await leaving.phone.get('/api/me')).body).toMatchObject({ ok: false });
    expect((await staying.phone.me()).name).toBe('常客');
    expect(await keptCells(here.server, short)).toEqual(cells);
    await here.admin.post('/api/session', ADMIN);
    const { people: rows } = (await here.desk.get(short, '/people')).body as { people: { name: string }[] };
    expect(rows.map(({ name }) => name).sort()).toEqual(['', '常客']);
  });
});
