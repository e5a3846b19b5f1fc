import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import type { Browser } from '../support/browser.js';
import { ENGINES, type Place } from '../support/engines.js';
import { JumpingClock } from '../support/jumping-clock.js';
import { leap } from '../support/leap.js';
import { Hall } from '../support/play.js';
import { startTestServer, type TestServer } from '../support/start-server.js';
import { Phone, UnitsDesk } from '../support/units.js';

interface Registered {
  personToken: string;
  recoveryCode: string | null;
  participant: { personId: string; status: string };
}

describe.each(ENGINES)('people on $engine', ({ place }) => {
  let at: Place;
  let server: TestServer;
  let admin: Browser;
  let desk: UnitsDesk;
  let gas: string;
  let team: string;
  let code: string;
  const clock = new JumpingClock();

  beforeAll(async () => {
    at = await place();
    server = await startTestServer({ clock, config: { ...(at.database && { database: at.database }) } });
    admin = await server.setUpAdmin();
    desk = new UnitsDesk(admin);
    gas = (await desk.add(null, { name: '城投燃气', kind: 'enterprise', headCount: 2 })).id;
    team = (await desk.add(gas, { name: '机修班' })).id;
    code = await desk.code(team);
  }, 60_000);

  afterAll(async () => {
    await server.remove();
    await at.remove();
  });

  const register = async (name: string, phone = new Phone(server.origin)) => {
    const { body } = await phone.register(code, name);
    return { phone, ...(body as Registered) };
  };

  it('registers by code and real name, and knows the person by the token', async () => {
    const { phone, recoveryCode } = await register('张三');
    expect(recoveryCode).toMatch(/^[A-Z2-9]{4}(-[A-Z2-9]{4}){2}$/);
    expect(await phone.me()).toMatchObject({
      name: '张三',
      status: 'active',
      unit: { unitId: team, path: ['城投燃气', '机修班'] },
      devices: [{ how: 'registered', isThis: true }],
    });
  });

  it('is the same person when the same request comes ten times at once', async () => {
    const phone = new Phone(server.origin);
    const answers = await Promise.all(Array.from({ length: 10 }, () => phone.register(code, '孙一')));
    const registered = answers.map(({ body }) => body as Registered);
    expect(new Set(registered.map(({ participant }) => participant.personId)).size).toBe(1);
    expect(registered.filter(({ recoveryCode }) => recoveryCode !== null)).toHaveLength(1);
  });

  it('refuses unknown codes, old notices and names of nothing', async () => {
    const phone = new Phone(server.origin);
    expect((await phone.register('AAAABBBB', '钱二')).body).toMatchObject({ code: 'registration_code_unknown' });
    expect((await phone.register(code, '钱二', { consentVersion: 0 })).body).toMatchObject({
      code: 'consent_outdated',
    });
    expect((await phone.register(code, ' \u200b ')).body).toMatchObject({ code: 'name_invalid' });
    expect((await phone.get('/api/me')).body).toMatchObject({ code: 'not_registered' });
  });

  it('gives a second phone the same person by the recovery code; the first is told and stays', async () => {
    const { phone, recoveryCode, participant } = await register('李小芳');
    const second = new Phone(server.origin);
    const typed = ` ${recoveryCode?.toLowerCase().replaceAll('-', ' ')} `;
    expect((await second.recover(code, '李小芳', typed)).body).toMatchObject({
      participant: { personId: participant.personId },
    });
    expect((await second.recover(code, '李小芳', typed)).status).toBe(200);
    const devices = (await phone.me()).devices.map(({ how, isThis }) => [how, isThis]);
    expect(devices).toEqual(
      expect.arrayContaining([
        ['recovery_code', false],
        ['registered', true],
      ]),
    );
  });

  it('lets nobody take over a name: not by typing it, not by guessing', async () => {
    const { recoveryCode, participant } = await register('周八');
    const thief = new Phone(server.origin);
    expect((await register('周八', thief)).participant.personId).not.toBe(participant.personId);
    const guesser = new Phone(server.origin);
    for (let guess = 0; guess < 5; guess += 1)
      expect((await guesser.recover(code, '周八', `AAAA-BBBB-CCC${guess + 2}`)).body).toMatchObject({
        code: 'recovery_refused',
      });
    // Also the right one, for an hour.
    expect((await guesser.recover(code, '周八', recoveryCode ?? '')).body).toMatchObject({ code: 'too_many_requests' });
    // A token that is another's stays theirs.
    const other = await register('吴九');
    expect((await thief.recover(code, '吴九', other.recoveryCode ?? '')).body).toMatchObject({
      code: 'recovery_refused',
    });
  });

  it('gives a second phone the same person by a captain who reads its digits', async () => {
    const { phone, participant } = await register('郑十');
    const second = new Phone(server.origin);
    const claim = (await second.claim(code, '郑十')).body as {
      claimId: string;
      claimSecret: string;
      matchCode: string;
    };
    const captain = await desk.captainOf(team, server.origin, `班长${server.port}`);
    const { claims } = (await captain.get('/api/person-claims')).body as {
      claims: { claimId: string; people: unknown[] }[];
    };
    expect(claims.find(({ claimId }) => claimId === claim.claimId)?.people).toMatchObject([
      { personId: participant.personId },
    ]);
    const decide = (matchCode: string) =>
      captain.post(`/api/person-claims/${claim.claimId}`, { grant: true, personId: participant.personId, matchCode });
    expect((await decide(claim.matchCode === '0000' ? '0001' : '0000')).body).toMatchObject({ code: 'code_unknown' });
    expect((await decide(claim.matchCode)).body).toEqual({ ok: true });
    const state = await second.post(`/api/registration/claims/${claim.claimId}`, { claimSecret: claim.claimSecret });
    expect(state.body).toMatchObject({ state: 'granted', participant: { personId: participant.personId } });
    expect((await second.me()).name).toBe('郑十');
    await phone.post('/api/me/recovery-code', undefined);
    expect((await phone.me()).devices).toHaveLength(2);
  });

  it('signs other phones out: “that was not me”', async () => {
    const { phone, recoveryCode } = await register('冯十一');
    const second = new Phone(server.origin);
    await second.recover(code, '冯十一', recoveryCode ?? '');
    const response = await fetch(`${server.origin}/api/me/devices`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${phone.personToken}`, origin: server.origin },
    });
    expect(await response.json()).toMatchObject({ hasRecoveryCode: false, devices: [{ isThis: true }] });
    expect((await second.get('/api/me')).body).toMatchObject({ code: 'not_registered' });
    expect((await second.register(code, '冯十一')).body).toMatchObject({ code: 'not_registered' });
  });

  it('lets people wait where a captain has to say yes', async () => {
    const strict = (await desk.add(gas, { name: '外协班', needsApproval: true })).id;
    const phone = new Phone(server.origin);
    const { participant } = (await phone.register(await desk.code(strict), '陈十二')).body as Registered;
    expect(participant.status).toBe('waiting');
    expect(await desk.get(strict)).toMatchObject({ waiting: 1, people: 1 });
    await admin.post(`/api/people/${participant.personId}`, { action: 'approve' });
    expect((await phone.me()).status).toBe('active');
  });

  it('raises an alarm when more people are registered than 1.2 × the head-count', async () => {
    expect((await desk.get(gas)).isOverfull).toBe(true);
    expect((await desk.get(team)).isOverfull).toBe(false);
  });

  it('finds people by part of the name, and moves them', async () => {
    const found = (await admin.get(`/api/people?unitId=${gas}&search=${encodeURIComponent('小')}`)).body;
    expect(found).toMatchObject({ matching: 1, people: [{ name: '李小芳', unitName: '机修班', isNameShared: false }] });
    const sharing = (await admin.get(`/api/people?search=${encodeURIComponent('周八')}`)).body;
    expect(sharing).toMatchObject({ matching: 2, people: [{ isNameShared: true }, { isNameShared: true }] });
    expect((await admin.get('/api/people?search=%25')).body).toMatchObject({ matching: 0 });
  });

  it('seats a registered person in a round without typing, and ranks units', async () => {
    const { phone } = await register('何十三');
    const hall = await Hall.open(server.origin, admin);
    const door = { pin: hall.round.pin };
    const found = await phone.post('/api/play/find', { door, personToken: phone.personToken });
    expect(found.body).toMatchObject({ known: { name: '何十三', unitName: '机修班' }, seat: null });
    const joined = await phone.post('/api/play/join', { door, name: '', personToken: phone.personToken });
    expect(joined.body).toMatchObject({ name: '何十三', personToken: phone.personToken });
    expect((await new Phone(server.origin).post('/api/play/join', { door, name: '' })).body).toMatchObject({
      code: 'name_invalid',
    });
    await hall.seat('过路人');
    const host = await hall.host();
    await host.order({ command: 'open_next' });
    leap(server, clock, 3_000);
    await host.order({ command: 'close' });
    await host.order({ command: 'reveal' });
    await host.reaches('reveal');
    const { body } = await admin.get(`/api/rounds/${hall.round.id}/results`);
    expect(body).toMatchObject({ units: [{ rank: 1, unitId: gas, name: '城投燃气', people: 1 }], guests: 1 });
    hall.leave();
    await admin.delete(`/api/rounds/${hall.round.id}`);
    expect((await phone.me()).name).toBe('何十三');
  });

  it('empties every row that had the name when a person is erased', async () => {
    const { phone, participant } = await register('独一无二名');
    const hall = await Hall.open(server.origin, admin);
    await phone.post('/api/play/join', { door: { pin: hall.round.pin }, name: '', personToken: phone.personToken });
    expect(await everythingIn(server)).toContain('独一无二名');
    expect((await phone.post('/api/me/erasure', { name: '独一无二' })).body).toMatchObject({ code: 'name_invalid' });
    expect((await phone.post('/api/me/erasure', { name: '独一无二名' })).body).toEqual({ ok: true });
    expect(await everythingIn(server)).not.toContain('独一无二名');
    expect((await phone.get('/api/me')).body).toMatchObject({ code: 'not_registered' });
    const rows = await server.app
      .get(UnitOfWork)
      .read((manager) =>
        manager.query<{ status: string }[]>('SELECT status FROM participant WHERE person_id = ?', [
          participant.personId,
        ]),
      );
    expect(rows).toEqual([{ status: 'erased' }]);
  });
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
