import type { BlueprintCheck, ContestDetail, ContestSummary } from '@anquanli/contract/contest-desk';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ContestPlace } from '../support/a-contest.js';
import { DAY_MS, dayOf } from '../support/contests.js';
import { ENGINES, type Place } from '../support/engines.js';

describe.each(ENGINES)('contests at the desk on $engine', ({ place }) => {
  let at: Place;
  let here: ContestPlace;

  beforeAll(async () => {
    at = await place();
    here = await ContestPlace.open(at);
  }, 60_000);

  afterAll(async () => {
    await here.remove();
    await at.remove();
  });

  const tomorrow = () => ({ firstDay: dayOf(here.clock.now() + DAY_MS) });
  const part = (count: number, changes: object = {}) => ({
    ...{ count, setIds: [], categories: [], kinds: [], difficulties: [], ...changes },
  });

  it('are drafts that nobody finds until they are published', async () => {
    const { body } = await here.desk.create(here.settings());
    const draft = body as ContestDetail;
    const phone = await here.phone('机修班', '张三');
    expect((await phone.get(`/api/contests/${draft.id}`)).body).toMatchObject({ code: 'not_found' });
    await here.admin.post(`/api/desk/contests/${draft.id}/publication`, { version: draft.version });
    expect((await phone.get(`/api/contests/${draft.id}`)).status).toBe(200);
    expect((await here.admin.delete(`/api/desk/contests/${draft.id}`)).body).toMatchObject({ code: 'contest_fixed' });
    const { contests } = (await here.admin.get('/api/desk/contests')).body as { contests: ContestSummary[] };
    expect(contests.find(({ id }) => id === draft.id)).toMatchObject({ isPublished: true, stage: 'contest' });
  });

  it('say of a blueprint at once what is short, and refuse to be saved with it', async () => {
    const blueprint = [part(4, { categories: ['law'] }), part(3, { categories: ['law'], kinds: ['single'] })];
    const check = await here.admin.post('/api/desk/blueprint-checks', { sets: here.settings().sets, blueprint });
    expect(check.body as BlueprintCheck).toEqual({
      isEnough: false,
      parts: [
        { wanted: 4, available: 6, reachable: expect.any(Number) },
        { wanted: 3, available: 4, reachable: expect.any(Number) },
      ],
    });
    expect((await here.desk.create(here.settings({ blueprint }))).body).toMatchObject({
      ...{ code: 'blueprint_short', details: { path: expect.stringMatching(/^settings\.blueprint\.[01]\.count$/) } },
    });
  });

  it('refuse what cannot be, and name the field', async () => {
    const wrong: [object, string, string][] = [
      [{ timeZone: 'Nowhere/City' }, 'contest_dates_refused', 'settings.timeZone'],
      [{ lastDay: '2020-01-01' }, 'contest_dates_refused', 'settings.lastDay'],
      [{ sets: [{ setId: 'no-such', version: '1.0.0' }] }, 'question_set_unknown', 'settings.sets.0'],
      [{ blueprint: [part(1, { setIds: ['no-such'] })] }, 'question_set_unknown', 'settings.blueprint.0.setIds'],
      [
        { audience: { unitIds: ['019ecd8d-dead-7bad-8bad-00000000f00d'], sectors: [] } },
        'unit_unknown',
        'settings.audience.unitIds.0',
      ],
      [
        { points: { by: 'threshold', atLeast: 4, reached: 2, otherwise: 1, fullBonus: 0 } },
        'invalid_input',
        'settings.points.atLeast',
      ],
    ];
    for (const [change, code, path] of wrong)
      expect((await here.desk.create(here.settings(change))).body).toMatchObject({ code, details: { path } });
  });

  it('may be changed in everything before the first day, and then only where no score hangs on it', async () => {
    const coming = await here.desk.publish(here.settings(tomorrow()));
    const path = `/api/desk/contests/${coming.id}`;
    const counting = { ...coming.settings, counting: 'best' as const };
    const changed = await here.admin.put(path, { version: coming.version, settings: counting });
    expect(changed.body).toMatchObject({ version: coming.version + 1, settings: { counting: 'best' } });
    expect((await here.admin.put(path, { version: coming.version, settings: counting })).body).toMatchObject({
      ...{ code: 'stale_version', details: { version: coming.version + 1 } },
    });
    here.clock.jump(DAY_MS);
    const { version } = (await here.admin.get(path)).body as ContestDetail;
    const fixed = await here.admin.put(path, { version, settings: { ...counting, attemptsADay: 3 } });
    expect(fixed.body).toMatchObject({ code: 'contest_fixed', details: { path: 'settings.attemptsADay' } });
    const renamed = await here.admin.put(path, { version, settings: { ...counting, title: '新的名字' } });
    expect(renamed.body).toMatchObject({ title: '新的名字', changeable: expect.arrayContaining(['title']) });
  });

  it('cannot be published when their days are over', async () => {
    const past = { firstDay: dayOf(here.clock.now() - 9 * DAY_MS), lastDay: dayOf(here.clock.now() - 2 * DAY_MS) };
    const { id, version } = (await here.desk.create(here.settings(past))).body as ContestDetail;
    const refused = await here.admin.post(`/api/desk/contests/${id}/publication`, { version });
    expect(refused.body).toMatchObject({ code: 'contest_dates_refused' });
  });

  it('show which unit has nobody yet', async () => {
    const contest = await here.contest();
    await (await here.contestant(contest, '机修班', '李四')).playToday(2);
    const { units } = (await here.desk.get(contest, '/units')).body as {
      units: { name: string; people: number; registered: number; headCount: number | null }[];
    };
    const byName = Object.fromEntries(units.map(({ name, people }) => [name, people]));
    expect(byName).toMatchObject({ 吉林省: 1, 长春: 1, 燃气: 1, 机修班: 1, 公交: 0, 供水: 0 });
    expect((await here.desk.get(contest, '/dashboard')).body).toMatchObject({ unitsWithNobody: 2 });
    const found = await here.desk.get(contest, `/people?search=${encodeURIComponent('李')}`);
    expect(found.body).toMatchObject({ matching: 1, people: [{ name: '李四', place: 1 }] });
  });
});
