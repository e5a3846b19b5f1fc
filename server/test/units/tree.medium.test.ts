import type { UnitChange } from '@anquanli/contract/units';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from '../support/browser.js';
import { ENGINES, type Place } from '../support/engines.js';
import { startTestServer, type TestServer } from '../support/start-server.js';
import { aUnitContent, Phone, UnitsDesk } from '../support/units.js';

describe.each(ENGINES)('units on $engine', ({ place }) => {
  let at: Place;
  let server: TestServer;
  let admin: Browser;
  let desk: UnitsDesk;
  let city: string;
  let gas: string;

  beforeAll(async () => {
    at = await place();
    server = await startTestServer({ config: { ...(at.database && { database: at.database }) } });
    admin = await server.setUpAdmin();
    desk = new UnitsDesk(admin);
    city = (await desk.add(null, { name: '吉林市', kind: 'region' })).id;
    gas = (await desk.add(city, { name: '城投燃气', kind: 'enterprise', sector: '燃气', headCount: 10 })).id;
  }, 60_000);

  afterAll(async () => {
    await server.remove();
    await at.remove();
  });

  it('lists the tree, parents before children', async () => {
    const team = await desk.add(gas, { name: '巡线班' });
    const ids = (await desk.list()).map(({ id }) => id);
    expect(ids.indexOf(city)).toBeLessThan(ids.indexOf(gas));
    expect(ids.indexOf(gas)).toBeLessThan(ids.indexOf(team.id));
  });

  it('gives a name to one sister alone when two ask at once', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => desk.tryAdd(gas, { name: '一号工区' })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const refused = answers.filter(({ status }) => status !== 200).map(({ body }) => (body as { code: string }).code);
    expect(new Set(refused)).toEqual(new Set(['unit_name_taken']));
  });

  it('gives a code to one unit alone', async () => {
    await desk.add(gas, { name: '二号工区', code: '9122-02' });
    expect((await desk.tryAdd(gas, { name: '三号工区', code: '9122-02' })).body).toMatchObject({
      code: 'unit_code_taken',
    });
  });

  it('refuses a change of a version that is old, and says which is new', async () => {
    const unit = await desk.add(gas, { name: '四号工区' });
    const content = aUnitContent({ name: '四号工区', headCount: 12 });
    expect((await admin.put(`/api/units/${unit.id}`, { version: 1, content })).body).toMatchObject({
      version: 2,
      headCount: 12,
    });
    const late = await admin.put(`/api/units/${unit.id}`, { version: 1, content });
    expect(late.body).toEqual({ ok: false, code: 'stale_version', details: { version: 2 } });
  });

  it('moves a unit with all below it, never below itself', async () => {
    const west = (await desk.add(city, { name: '西城区', kind: 'region' })).id;
    const inner = (await desk.add(west, { name: '物业公司', kind: 'enterprise' })).id;
    expect((await desk.order(west, 'place', { parentId: inner })).body).toMatchObject({ code: 'unit_place_refused' });
    const other = (await desk.add(city, { name: '高新区', kind: 'region' })).id;
    expect((await desk.order(inner, 'place', { parentId: other })).body).toMatchObject({ parentId: other });
  });

  it('merges: people, codes and units below go over, the old name finds the other, the record stays', async () => {
    const one = (await desk.add(city, { name: '老热力', kind: 'enterprise' })).id;
    const other = (await desk.add(city, { name: '新热力', kind: 'enterprise' })).id;
    const team = (await desk.add(one, { name: '锅炉班' })).id;
    const code = await desk.code(one);
    const phone = new Phone(server.origin);
    await phone.register(code, '张三');
    expect((await desk.order(one, 'merger', { into: other })).body).toMatchObject({
      status: 'merged',
      mergedInto: other,
    });
    expect(await desk.get(other)).toMatchObject({ aliases: ['老热力'], people: 1 });
    expect(await desk.get(team)).toMatchObject({ parentId: other });
    expect((await phone.me()).unit).toMatchObject({ unitId: other, path: ['吉林市', '新热力'] });
    const late = new Phone(server.origin);
    expect((await late.register(code, '李四')).body).toMatchObject({ participant: { unit: { unitId: other } } });
    expect((await desk.tryAdd(city, { name: '老热力', kind: 'enterprise' })).body).toMatchObject({
      code: 'unit_name_taken',
    });
    const { changes } = (await admin.get(`/api/units/${one}/history`)).body as { changes: UnitChange[] };
    expect(changes[0]).toMatchObject({ action: 'merged', detail: '新热力', byName: '王安全' });
  });

  it('lets a captain see and change the own subtree, and nothing else', async () => {
    const captain = await desk.captainOf(gas, server.origin, `燃气队长${server.port}`);
    const own = new UnitsDesk(captain);
    const names = (await own.list()).map(({ name }) => name);
    expect(names).toContain('城投燃气');
    expect(names).not.toContain('吉林市');
    expect((await own.tryAdd(gas, { name: '抢修班' })).status).toBe(200);
    const top = await desk.get(gas);
    const foreign = (await desk.list()).find(({ name }) => name === '新热力')?.id ?? '';
    const content = aUnitContent({ name: '改名', kind: 'enterprise' });
    for (const id of [city, foreign]) {
      expect((await captain.put(`/api/units/${id}`, { version: 1, content })).body).toMatchObject({
        code: 'not_found',
      });
      for (const path of ['codes', 'posters', 'history'])
        expect((await captain.get(`/api/units/${id}/${path}`)).body).toMatchObject({ code: 'not_found' });
      expect((await captain.get(`/api/people?unitId=${id}`)).body).toMatchObject({ code: 'not_found' });
    }
    expect((await own.tryAdd(null, { name: '另一个省', kind: 'region' })).body).toMatchObject({ code: 'forbidden' });
    expect(
      (await captain.post(`/api/units/${gas}/retirement`, { version: top.version, isRetired: true })).body,
    ).toMatchObject({
      code: 'forbidden',
    });
    for (const path of ['/api/rounds', '/api/accounts', '/api/question-sets', `/api/units/${gas}/captains`])
      expect((await captain.get(path)).body).toMatchObject({ code: 'forbidden' });
  });

  it('ends the sessions of a captain who is disabled', async () => {
    const captain = await desk.captainOf(gas, server.origin, `二队长${server.port}`);
    const { body } = await admin.get(`/api/units/${city}/captains`);
    const { captains } = body as { captains: { id: string; name: string }[] };
    const id = captains.find(({ name }) => name.startsWith('二队长'))?.id ?? '';
    expect((await admin.patch(`/api/units/${gas}/captains/${id}`, { isDisabled: true })).body).toMatchObject({
      isDisabled: true,
    });
    expect((await captain.get('/api/units')).status).toBe(401);
  });

  it('rotates a code: the old one lives as long as it is given', async () => {
    const unit = (await desk.add(gas, { name: '五号工区' })).id;
    const first = await desk.code(unit);
    const second = await desk.code(unit, { oldUntil: Date.now() + 86_400_000 * 40_000 });
    expect((await new Phone(server.origin).register(first, '王五')).status).toBe(200);
    const third = await desk.code(unit);
    for (const old of [first, second])
      expect((await new Phone(server.origin).register(old, '赵六')).body).toMatchObject({
        code: 'registration_code_expired',
      });
    expect((await desk.posters(unit)).map(({ code, url }) => [code, url.endsWith(`/u/${third}`)])).toEqual([
      [third, true],
    ]);
    await admin.delete(`/api/units/${unit}/codes/${third}`);
    expect(await desk.posters(unit)).toEqual([]);
  });

  it('makes the codes that are missing, once', async () => {
    const made = async () => (await admin.post(`/api/units/${gas}/codes/missing`)).body as { made: number };
    expect((await made()).made).toBeGreaterThan(0);
    expect(await made()).toEqual({ made: 0 });
    expect((await desk.get(gas)).hasCode).toBe(true);
  });
});
