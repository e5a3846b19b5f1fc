import type { Participant } from '@anquanli/contract/people';
import type { RosterEntry, RosterImportPreview } from '@anquanli/contract/rosters';
import type { UnitChange } from '@anquanli/contract/units';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import type { Browser } from '../support/browser.js';
import { ENGINES, type Place } from '../support/engines.js';
import { startTestServer, type TestServer } from '../support/start-server.js';
import { aWorkbook, textsOf, type Row } from '../support/tables.js';
import { Phone, UnitsDesk } from '../support/units.js';

interface RosterList {
  entries: RosterEntry[];
  total: number;
  claimed: number;
  matching: number;
}
interface Registered {
  participant: Participant;
}

describe.each(ENGINES)('rosters on $engine', ({ place }) => {
  let at: Place;
  let server: TestServer;
  let admin: Browser;
  let desk: UnitsDesk;
  let gas: string;
  let team: string;
  let code: string;
  let count = 0;

  beforeAll(async () => {
    at = await place();
    server = await startTestServer({ config: { ...(at.database && { database: at.database }) } });
    admin = await server.setUpAdmin();
    desk = new UnitsDesk(admin);
    gas = (await desk.add(null, { name: '城投燃气', kind: 'enterprise', code: 'GAS-1' })).id;
  }, 60_000);

  beforeEach(async () => {
    count += 1;
    team = (await desk.add(gas, { name: `机修${count}班`, code: `TEAM-${count}` })).id;
    code = await desk.code(team);
  });

  afterAll(async () => {
    await server.remove();
    await at.remove();
  });

  const file = (content: string, changes: object = {}) => ({
    content,
    unitId: team,
    removesMissing: false,
    ...changes,
  });
  const preview = async (body: object, browser = admin) =>
    (await browser.post('/api/roster-files/preview', body)).body as RosterImportPreview;
  const bringIn = async (rows: Row[], changes: object = {}) => {
    const body = file(aWorkbook(['姓名', '工号'], ...rows), changes);
    const { digest } = await preview(body);
    return (await admin.post('/api/roster-files/import', { ...body, digest })).body;
  };
  const list = async (id = team, browser = admin) => (await browser.get(`/api/units/${id}/roster`)).body as RosterList;
  const close = async (id = team) => {
    const { version } = await desk.get(id);
    return admin.post(`/api/units/${id}/roster-rule`, { version, isRosterOnly: true });
  };
  const register = (name: string, employeeNo: string | null = null, phone = new Phone(server.origin)) =>
    phone.register(code, name, { employeeNo });
  const said = (rows: RosterImportPreview['rows']) =>
    rows.map(({ is, problems }) => (is === 'error' ? problems.map((problem) => problem.code).join(' ') : is));

  it('are looked at, brought in, and brought in again without doubling', async () => {
    const content = aWorkbook(
      ['单位编码', '姓名', '工号'],
      [`TEAM-${count}`, '张三', 'A1'],
      ['', '李四'],
      ['NONE', '王五'],
    );
    const shown = await preview(file(content));
    expect(said(shown.rows)).toEqual(['new', 'new', 'unit_unknown']);
    expect((await list()).total).toBe(0);
    const brought = await admin.post('/api/roster-files/import', { ...file(content), digest: shown.digest });
    expect(brought.body).toMatchObject({ added: 2, changed: 0, unchanged: 0, removed: 0, refused: [{ rowNo: 4 }] });
    expect((await list()).entries.map(({ name, employeeNo }) => [name, employeeNo])).toEqual([
      ['张三', 'A1'],
      ['李四', null],
    ]);
    expect(await bringIn([['李四', 'B1'], ['赵六']])).toMatchObject({ added: 1, changed: 1 });
    const late = await admin.post('/api/roster-files/import', { ...file(content), digest: shown.digest });
    expect(late.body).toMatchObject({ code: 'stale_version' });
    const { changes } = (await admin.get(`/api/units/${team}/history`)).body as { changes: UnitChange[] };
    expect(changes[0]).toMatchObject({ action: 'roster_changed', detail: '+1 ~1 -0' });
  });

  it('let only their people register, one place each', async () => {
    await bringIn([['张三'], ['李四', 'B1']]);
    expect((await register('路人')).status).toBe(200);
    expect((await close()).body).toMatchObject({ isRosterOnly: true });
    const door = await admin.post('/api/registration/find', { code });
    expect(door.body).toMatchObject({ isRosterOnly: true });

    const phone = new Phone(server.origin);
    expect((await register(' 张三 ', null, phone)).status).toBe(200);
    // The same phone again is the same person, and takes no second place.
    expect((await register('张三', null, phone)).status).toBe(200);
    const refused = { ok: false, code: 'not_on_roster', details: { path: 'body.employeeNo' } };
    expect((await register('张三')).body).toEqual(refused);
    expect((await register('别人')).body).toEqual(refused);
    expect((await register('李四', 'B9')).body).toMatchObject({ code: 'not_on_roster' });
    expect(((await register('李四')).body as Registered).participant.employeeNo).toBe('B1');
    expect(await list()).toMatchObject({
      ...{ total: 2, claimed: 2 },
      entries: [
        { name: '张三', claimedBy: { name: '张三' } },
        { name: '李四', claimedBy: { name: '李四' } },
      ],
    });
    expect((await desk.get(team)).people).toBe(3);
  });

  it('tell two people of one name by their numbers', async () => {
    await bringIn([
      ['周八', 'A1'],
      ['周八', 'A2'],
    ]);
    await close();
    expect((await register('周八')).body).toMatchObject({ code: 'not_on_roster' });
    expect((await register('周八', 'a2')).status).toBe(200);
    expect((await register('周八')).body).toMatchObject({ code: 'not_on_roster' });
    expect((await register('周八', 'A1')).status).toBe(200);
  });

  it('give a place to one of many who ask at once', async () => {
    await bringIn([['孙一']]);
    await close();
    const answers = await Promise.all(Array.from({ length: 5 }, () => register('孙一')));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await list()).toMatchObject({ total: 1, claimed: 1 });
    expect((await desk.get(team)).people).toBe(1);
  });

  it('let nobody try names and numbers for long', async () => {
    await bringIn([['吴九', 'A1'], ['吴九', 'A2'], ['郑十']]);
    await close();
    for (let guess = 0; guess < 5; guess += 1)
      expect((await register('吴九', `X${guess}`)).body).toMatchObject({ code: 'not_on_roster' });
    expect((await register('吴九', 'A1')).body).toMatchObject({ code: 'too_many_requests' });
    expect((await register('郑十')).status).toBe(200);
  });

  it('keep a place taken when its person is erased, without the name', async () => {
    await bringIn([['独一无二甲']]);
    await close();
    const phone = new Phone(server.origin);
    await register('独一无二甲', null, phone);
    const exported = (await phone.get('/api/me/export')).body;
    expect(exported).toMatchObject({ roster: { name: '独一无二甲' } });
    await phone.post('/api/me/erasure', { name: '独一无二甲' });
    expect(await everythingIn(server)).not.toContain('独一无二甲');
    expect(await list()).toMatchObject({ total: 1, claimed: 1, entries: [{ name: '', employeeNo: null }] });
    expect((await register('独一无二甲')).body).toMatchObject({ code: 'not_on_roster' });
  });

  it('lose free places alone when a new file leaves names out, and only when asked', async () => {
    await bringIn([['冯一'], ['陈二'], ['褚三']]);
    await close();
    await register('冯一');
    expect(await bringIn([['褚三']])).toMatchObject({ removed: 0 });
    expect(await bringIn([['褚三']], { removesMissing: true })).toMatchObject({ removed: 1, unchanged: 1 });
    expect((await list()).entries.map(({ name }) => name).sort()).toEqual(['冯一', '褚三'].sort());
  });

  it('go over with their unit when it is merged', async () => {
    await bringIn([['何一'], ['何二'], ['何三', 'A1']]);
    const other = (await desk.add(gas, { name: `巡线${count}班` })).id;
    await bringIn([['何一'], ['何四']], { unitId: other });
    expect((await desk.order(team, 'merger', { into: other })).status).toBe(200);
    const { entries, total } = await list(other);
    expect(total).toBe(4);
    expect(entries.map(({ name }) => name).sort()).toEqual(['何一', '何三', '何二', '何四'].sort());
  });

  it('are their captain’s within the subtree, and come as a workbook that brings nothing new', async () => {
    await bringIn([['=吕一', 'A1'], ['施二']]);
    const captain = await desk.captainOf(team, server.origin, `名单长${server.port}-${count}`);
    expect((await list(team, captain)).total).toBe(2);
    expect((await captain.get(`/api/units/${gas}/roster`)).body).toMatchObject({ code: 'not_found' });
    const foreign = file(aWorkbook(['单位编码', '姓名'], ['GAS-1', '张三']), { unitId: null });
    expect(said((await preview(foreign, captain)).rows)).toEqual(['unit_unknown']);
    expect(await preview(file(aWorkbook(['姓名'], ['甲']), { unitId: gas }), captain)).toMatchObject({
      code: 'unit_unknown',
    });
    const headers = { cookie: captain.cookie ?? '' };
    const response = await fetch(`${server.origin}/api/units/${team}/roster/export?language=zh`, { headers });
    const bytes = await response.arrayBuffer();
    expect(textsOf(bytes)['名单']?.[0]).toEqual(['单位路径', '单位编码', '姓名', '工号', '状态', '登记时间']);
    const again = await preview(file(Buffer.from(bytes).toString('base64'), { unitId: null }), captain);
    expect(said(again.rows)).toEqual(['unchanged', 'unchanged']);
  });

  it('take thousands of names in a few seconds', async () => {
    const rows = Array.from({ length: 5_000 }, (_, no): Row => [`员工${no}`, `N${no}`]);
    const startedAt = performance.now();
    expect(await bringIn(rows)).toMatchObject({ added: 5_000 });
    expect(performance.now() - startedAt).toBeLessThan(20_000);
    expect(await list()).toMatchObject({ total: 5_000, matching: 5_000 });
  }, 60_000);
});

/** Every row of every table as one text, on whatever engine. */
function everythingIn({ app }: TestServer): Promise<string> {
  return app.get(UnitOfWork).read(async (manager) => {
    const texts: string[] = [];
    for (const { tableName } of manager.connection.entityMetadatas)
      texts.push(JSON.stringify(await manager.query(`SELECT * FROM ${tableName}`)));
    return texts.join('\n');
  });
}
