import { contestDeskRoutes } from '@anquanli/contract/contest-desk';
import type { Route } from '@anquanli/contract/exchange';
import { hostExchanges } from '@anquanli/contract/live-host';
import { peopleRoutes } from '@anquanli/contract/people';
import { peopleDeskRoutes } from '@anquanli/contract/people-desk';
import { reportRoutes } from '@anquanli/contract/reports';
import { roundRoutes } from '@anquanli/contract/rounds';
import { unitRoutes } from '@anquanli/contract/units';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { furnish, type Example } from '../edges/hall-of-routes.js';
import { rowsOf } from '../edges/rows.js';
import { anOrganiser } from '../support/an-organiser.js';
import type { Answer, Browser } from '../support/browser.js';
import { Hall } from '../support/play.js';
import { buildServer } from '../support/server-process.js';
import { startTestServer, type TestServer } from '../support/start-server.js';
import { Phone, UnitsDesk } from '../support/units.js';
import { until } from '../support/until.js';

/** What is one's own above, and somebody else's below. */
describe('through what is one’s own', () => {
  let server: TestServer;
  let admin: Browser;
  let organiser: Browser;
  let examples: readonly Example[];
  /** A captain of a unit of the same contest, beside the one whose people are in it. */
  let sister: Browser;
  let sisterId: string;
  let reporter: Browser;
  let hall: Hall;

  beforeAll(async () => {
    buildServer();
    server = await startTestServer();
    admin = await server.setUpAdmin();
    examples = await furnish(server, admin);
    organiser = await anOrganiser(server.origin, admin, '吴组织');
    hall = await Hall.open(server.origin, organiser);
    const units = new UnitsDesk(admin);
    const [city, mine] = await Promise.all([idOf(units, '通化'), idOf(units, '矿业')]);
    sisterId = (await units.add(city, { name: '林业', kind: 'enterprise' })).id;
    sister = await units.captainOf(sisterId, server.origin, '林业班长');
    reporter = await units.captainOf(mine, server.origin, '矿业班长');
  }, 300_000);
  afterAll(() => {
    hall.leave();
    return server.remove();
  });

  const idOf = async (units: UnitsDesk, name: string) =>
    (await units.list()).find((unit) => unit.name === name)?.id ?? '';
  const param = (route: Route, name: string) =>
    examples.find((example) => example.route === route)?.input.params?.[name] ?? '';

  async function refused(code: string, ask: () => Promise<Answer>): Promise<void> {
    const before = await rowsOf(server);
    expect((await ask()).body).toMatchObject({ ok: false, code });
    expect(await rowsOf(server)).toBe(before);
  }

  it('a captain revokes no code of another unit', async () => {
    const code = param(unitRoutes.revokeCode, 'code');
    await refused('not_found', () => sister.delete(`/api/units/${sisterId}/codes/${code}`));
  });

  it('nobody changes a captain of another unit, nor any other account, as if it were one', async () => {
    const foreign = param(unitRoutes.updateCaptain, 'accountId');
    const accounts = (await admin.get('/api/accounts')).body as { accounts: { id: string; role: string }[] };
    const others = accounts.accounts.filter(({ role }) => role !== 'captain').map(({ id }) => id);
    expect(others.length).toBeGreaterThan(1);
    for (const accountId of [foreign, ...others]) {
      const address = `/api/units/${sisterId}/captains/${accountId}`;
      await refused('not_found', () => organiser.patch(address, { password: 'a-new-password', isDisabled: true }));
    }
  });

  it('a captain sends nobody into a unit of others, and takes nobody out of one', async () => {
    const code = await new UnitsDesk(admin).code(sisterId);
    const phone = new Phone(server.origin);
    await phone.register(code, '钱四');
    const own = (await phone.me()).personId;
    const foreignUnit = param(unitRoutes.codes, 'unitId');
    await refused('unit_unknown', () => sister.post(`/api/people/${own}`, { action: 'move', unitId: foreignUnit }));
    const foreign = param(peopleDeskRoutes.change, 'personId');
    for (const order of [{ action: 'move', unitId: sisterId }, { action: 'sign_out' }, { action: 'refuse' }])
      await refused('not_found', () => sister.post(`/api/people/${foreign}`, order));
  });

  it('a captain gives nobody’s phone a person of another unit', async () => {
    const code = await new UnitsDesk(admin).code(sisterId);
    const phone = new Phone(server.origin);
    const claim = (await phone.claim(code, '张三')).body as { claimId: string; matchCode: string };
    const personId = param(peopleDeskRoutes.change, 'personId');
    const decision = { grant: true, personId, matchCode: claim.matchCode };
    await refused('not_found', () => sister.post(`/api/person-claims/${claim.claimId}`, decision));
    expect((await phone.get('/api/me')).status).toBe(403);
  });

  it('a captain reads no papers of people of another unit of the contest', async () => {
    const people = `/api/desk/contests/${param(contestDeskRoutes.attemptsOf, 'contestId')}/people`;
    const address = `${people}/${param(contestDeskRoutes.attemptsOf, 'personId')}/attempts`;
    expect((await reporter.get(address)).body).toMatchObject({ attempts: [expect.anything(), expect.anything()] });
    // Just as of somebody who has none, or is nobody.
    expect((await sister.get(address)).body).toEqual({ attempts: [] });
    const nobody = '019ecd8d-dead-7bad-8bad-00000000f00d';
    expect((await sister.get(`${people}/${nobody}/attempts`)).body).toEqual({ attempts: [] });
  });

  it('a captain reads and removes no report of another captain of the contest', async () => {
    const reports = `/api/desk/contests/${param(reportRoutes.list, 'contestId')}/reports`;
    const { id } = (await reporter.post(reports, { kind: 'days', language: 'zh' })).body as { id: string };
    await until(async () => (await reporter.get(`${reports}/${id}/file`)).status === 200);
    expect(JSON.stringify((await sister.get(reports)).body)).not.toContain(id);
    await refused('not_found', () => sister.get(`${reports}/${id}/file`));
    await refused('not_found', () => sister.delete(`${reports}/${id}`));
  });

  it('nobody reads a report of one contest through another', async () => {
    const draft = param(contestDeskRoutes.publish, 'contestId');
    const reportId = param(reportRoutes.file, 'reportId');
    await refused('not_found', () => admin.get(`/api/desk/contests/${draft}/reports/${reportId}/file`));
    await refused('not_found', () => admin.delete(`/api/desk/contests/${draft}/reports/${reportId}`));
  });

  it('an organiser looks at and confirms no phone that another’s code was given to', async () => {
    const codes = `/api/rounds/${hall.round.id}/remote-codes/${param(roundRoutes.confirmRemote, 'pairingId')}`;
    await refused('code_unknown', () => organiser.get(codes));
    const before = await rowsOf(server);
    expect((await organiser.post(`${codes}/confirmation`)).body).toMatchObject({ ok: false });
    expect(await rowsOf(server)).toBe(before);
  });

  it('a phone fetches nothing with another secret than its own', async () => {
    const claim = param(peopleRoutes.claimState, 'claimId');
    const wrong = 'f'.repeat(32);
    const asked = await server.browser().post(`/api/registration/claims/${claim}`, { claimSecret: wrong });
    expect(asked.body).toMatchObject({ ok: false });
    const pairingId = param(roundRoutes.confirmRemote, 'pairingId');
    const state = await server.browser().post('/api/remote/state', { pairingId, secret: wrong });
    expect(state.body).toMatchObject({ ok: false });
    expect(state.headers.get('set-cookie')).toBeNull();
  });

  it('a host hands over no seat of a registered person: its token opens more than the seat', async () => {
    const code = await new UnitsDesk(admin).code(sisterId);
    const phone = new Phone(server.origin);
    await phone.register(code, '沈七');
    const { seatNo } = await hall.seat('沈七', phone.personToken);
    const stranger = server.browser();
    const claim = { door: { pin: hall.round.pin }, name: '沈七' };
    const made = (await stranger.post('/api/play/seat-claims', claim)).body as Record<
      'claimId' | 'claimSecret' | 'code',
      string
    >;
    const { claimId, claimSecret } = made;
    const host = await hall.host();
    expect(await host.ask(hostExchanges.listClaims, {})).toMatchObject({ claims: [{ claimId, seats: [] }] });
    const decision = { grant: true as const, seatNo, code: made.code };
    expect(await host.ask(hostExchanges.decideClaim, { claimId, decision })).toMatchObject({ code: 'not_found' });
    const state = await stranger.post(`/api/play/seat-claims/${claimId}`, { claimSecret });
    expect(state.body).toMatchObject({ state: 'waiting', seated: null });
    expect((await phone.me()).name).toBe('沈七');
  });

  it('the desk signs a person out of open connections too', async () => {
    const code = await new UnitsDesk(admin).code(sisterId);
    const phone = new Phone(server.origin);
    await phone.register(code, '蒋六');
    const { personId } = await phone.me();
    const seat = await hall.seat('蒋六', phone.personToken);
    const playing = await hall.connect({ ...seat, personToken: phone.personToken });
    expect((await sister.post(`/api/people/${personId}`, { action: 'sign_out' })).status).toBe(200);
    await until(() => !playing.socket.connected);
    expect(playing.bye).toBe('seat_moved');
  });
});
