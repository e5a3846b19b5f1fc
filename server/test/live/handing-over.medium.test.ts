import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { hostExchanges } from '@anquanli/contract/live-host';
import { Browser } from '../support/browser.js';
import { JumpingClock } from '../support/jumping-clock.js';
import { leap } from '../support/leap.js';
import { Hall, type Host, type Phone } from '../support/play.js';
import { startTestServer, type TestServer } from '../support/start-server.js';
import { until } from '../support/until.js';

const A = { kind: 'single', option: 'a' } as const;

interface Claim {
  readonly claimId: string;
  readonly claimSecret: string;
  readonly code: string;
}

const clock = new JumpingClock();
let server: TestServer;
let desk: Browser;
let hall: Hall;
let host: Host;

beforeAll(async () => {
  server = await startTestServer({ clock });
  desk = await server.setUpAdmin();
});
afterEach(() => hall.leave());
afterAll(() => server.remove());

async function lobby(): Promise<void> {
  hall = await Hall.open(server.origin, desk);
  host = await hall.host();
}

describe('an old seat on another phone', () => {
  const stranger = () => new Browser(server.origin);

  async function claims(name: string): Promise<Claim> {
    const { body } = await stranger().post('/api/play/seat-claims', { door: { pin: hall.round.pin }, name });
    return body as Claim;
  }

  const stateOf = async ({ claimId, claimSecret }: Pick<Claim, 'claimId' | 'claimSecret'>) =>
    (await stranger().post(`/api/play/seat-claims/${claimId}`, { claimSecret })).body;

  const decide = (claimId: string, decision: { grant: false } | { grant: true; seatNo: number; code: string }) =>
    host.ask(hostExchanges.decideClaim, { claimId, decision });

  it('is granted when the host types the code it shows: the old phone is signed out, the new one has seat and score', async () => {
    await lobby();
    const old = await hall.phone('张三');
    await host.order({ command: 'open_next' });
    leap(server, clock, 3_000);
    await old.answer(1, A);
    await host.reaches('question_closed');
    await host.order({ command: 'reveal' });
    await until(() => old.me?.standing?.rank === 1);

    const claim = await claims('张三');
    expect(claim.code).toMatch(/^\d{4}$/);
    await until(() => host.counters?.waitingClaims === 1);
    const list = await host.ask(hostExchanges.listClaims, {});
    expect(list).toMatchObject({
      claims: [{ claimId: claim.claimId, name: '张三', seats: [{ seatNo: 1, isOnline: true }] }],
    });
    // The code is for the host to compare: it is not told.
    expect(JSON.stringify(list)).not.toContain(claim.code);
    expect(await stateOf(claim)).toEqual({ state: 'waiting', seated: null });

    const wrong = claim.code === '0000' ? '0001' : '0000';
    expect(await decide(claim.claimId, { grant: true, seatNo: 1, code: wrong })).toMatchObject({
      code: 'code_unknown',
    });
    expect(await decide(claim.claimId, { grant: true, seatNo: 99, code: claim.code })).toMatchObject({
      code: 'not_found',
    });
    expect(old.socket.connected).toBe(true);
    expect(await decide(claim.claimId, { grant: true, seatNo: 1, code: claim.code })).toMatchObject({ ok: true });
    await until(() => host.counters?.waitingClaims === 0);

    const granted = (await stateOf(claim)) as { state: string; seated: Phone['seat'] };
    expect(granted).toMatchObject({ state: 'granted', seated: { seatNo: 1, name: '张三' } });
    expect(granted.seated.personToken).not.toBe(old.seat.personToken);
    await until(() => old.bye === 'seat_moved' && !old.socket.connected);
    expect((await hall.connect(old.seat)).error).toMatchObject({ code: 'not_seated' });
    // A reply that was lost can be fetched again: one token counts, the last.
    const again = (await stateOf(claim)) as { state: string; seated: Phone['seat'] };
    expect(again.seated.personToken).not.toBe(granted.seated.personToken);
    expect((await hall.connect(granted.seated)).error).toMatchObject({ code: 'not_seated' });
    const fresh = await hall.connect(again.seated);
    leap(server, clock, 300_001);
    expect(await stateOf(claim)).toEqual({ state: 'expired', seated: null });
    expect(fresh.socket.connected).toBe(true);
    expect(fresh.me).toMatchObject({ seatNo: 1, standing: { rank: 1, rightCount: 1 } });
  });

  it('is refused by the host, or forgotten after five minutes; a wrong secret learns nothing', async () => {
    await lobby();
    await hall.seat('张三');
    const refused = await claims('张三');
    expect(await decide(refused.claimId, { grant: false })).toMatchObject({ ok: true });
    expect(await stateOf(refused)).toEqual({ state: 'refused', seated: null });
    expect(await decide(refused.claimId, { grant: true, seatNo: 1, code: refused.code })).toMatchObject({
      code: 'code_expired',
    });

    const forgotten = await claims('张三');
    expect(await stateOf({ ...forgotten, claimSecret: 'guessed' })).toMatchObject({ code: 'code_unknown' });
    expect(await stateOf({ ...forgotten, claimSecret: refused.claimSecret })).toMatchObject({ code: 'code_unknown' });
    leap(server, clock, 300_001);
    expect(await stateOf(forgotten)).toEqual({ state: 'expired', seated: null });
    expect(await decide(forgotten.claimId, { grant: true, seatNo: 1, code: forgotten.code })).toMatchObject({
      code: 'code_expired',
    });
  });

  it('cannot be granted by the host of another round, nor when it is banned', async () => {
    await lobby();
    await hall.seat('张三');
    const claim = await claims('张三');
    const other = await (await Hall.open(server.origin, desk)).host();
    const grant = { claimId: claim.claimId, decision: { grant: true as const, seatNo: 1, code: claim.code } };
    expect(await other.ask(hostExchanges.decideClaim, grant)).toMatchObject({ ok: false, code: 'code_expired' });
    other.close();
    await host.seat(1, { action: 'ban' });
    expect(await host.ask(hostExchanges.decideClaim, grant)).toMatchObject({ ok: false, code: 'seat_banned' });
    expect(await stateOf(claim)).toEqual({ state: 'waiting', seated: null });
  });
});

describe('a phone as remote control', () => {
  interface Taken {
    readonly pairingId: string;
    readonly secret: string;
    readonly matchNumber: string;
  }

  const codes = () => `/api/rounds/${hall.round.id}/remote-codes`;

  async function aCode(): Promise<{ pairingId: string; code: string; url: string }> {
    return (await desk.post(codes())).body as { pairingId: string; code: string; url: string };
  }

  const take = (phone: Browser, code: string) => phone.post('/api/remote/take', { code });
  const ask = (phone: Browser, { pairingId, secret }: Taken) => phone.post('/api/remote/state', { pairingId, secret });

  it('takes the code once, shows the number of the laptop, and drives the round after the confirmation', async () => {
    await lobby();
    const { pairingId, code, url } = await aCode();
    expect(url.endsWith(`/remote/${code}`)).toBe(true);
    const phone = new Browser(server.origin);
    const taken = (await take(phone, code)).body as Taken;
    expect(taken).toMatchObject({ pairingId, roundTitle: hall.round.title });
    expect(await take(new Browser(server.origin), code)).toMatchObject({ body: { code: 'code_expired' } });
    expect((await desk.get(`${codes()}/${pairingId}`)).body).toEqual({
      state: 'taken',
      matchNumber: taken.matchNumber,
    });
    expect((await ask(phone, taken)).body).toEqual({ state: 'taken', roundId: null });
    expect(phone.cookie).toBeNull();

    expect((await desk.post(`${codes()}/${pairingId}/confirmation`)).status).toBe(200);
    expect((await ask(new Browser(server.origin), { ...taken, secret: 'guessed' })).body).toMatchObject({
      code: 'code_unknown',
    });
    expect((await ask(phone, taken)).body).toEqual({ state: 'confirmed', roundId: hall.round.id });
    expect(phone.cookie).not.toBeNull();
    const thief = new Browser(server.origin);
    expect((await ask(thief, taken)).body).toEqual({ state: 'expired', roundId: null });
    expect(thief.cookie).toBeNull();
    expect((await desk.get(`${codes()}/${pairingId}`)).body).toMatchObject({ state: 'confirmed' });

    expect((await phone.get('/api/session')).body).toMatchObject({ remoteRoundId: hall.round.id });
    const remote = await hall.host(phone);
    expect(await remote.order({ command: 'open_next' })).toMatchObject({ ok: true });
    await host.reaches('question_open');
  });

  it('sees and drives its own round only, and can neither delete, export, change nor pair', async () => {
    await lobby();
    const { pairingId, code } = await aCode();
    const phone = new Browser(server.origin);
    const taken = (await take(phone, code)).body as Taken;
    await desk.post(`${codes()}/${pairingId}/confirmation`);
    await ask(phone, taken);
    const other = await Hall.open(server.origin, desk);
    const own = `/api/rounds/${hall.round.id}`;
    const foreign = `/api/rounds/${other.round.id}`;
    expect((await phone.get(own)).status).toBe(200);
    expect((await phone.get(`${own}/results`)).status).toBe(200);
    for (const reply of [
      await phone.delete(own),
      await phone.put(own, hall.round.settings),
      await phone.post(`${own}/again`),
      await phone.post(`${own}/rehearsals`),
      await phone.get(`${own}/export?language=zh`),
      await phone.post(`${own}/remote-codes`),
      await phone.get('/api/rounds'),
      await phone.get('/api/accounts'),
      await phone.post('/api/rounds', hall.round.settings),
    ]) {
      expect(reply).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    }
    for (const reply of [
      await phone.get(foreign),
      await phone.get(`${foreign}/results`),
      await phone.delete(foreign),
    ]) {
      expect(reply).toMatchObject({ status: 404, body: { code: 'not_found' } });
    }
    await expect(other.host(phone)).rejects.toThrow('not_found');
    expect((await desk.get(foreign)).status).toBe(200);
    other.leave();
  });

  it('is too late after sixty seconds, to take the code as to be confirmed', async () => {
    await lobby();
    const first = await aCode();
    leap(server, clock, 60_001);
    expect(await take(new Browser(server.origin), first.code)).toMatchObject({ body: { code: 'code_expired' } });
    expect((await desk.get(`${codes()}/${first.pairingId}`)).body).toMatchObject({ state: 'expired' });
    const second = await aCode();
    const phone = new Browser(server.origin);
    const taken = (await take(phone, second.code)).body as Taken;
    leap(server, clock, 60_001);
    expect((await desk.post(`${codes()}/${second.pairingId}/confirmation`)).body).toMatchObject({
      code: 'code_expired',
    });
    expect((await ask(phone, taken)).body).toEqual({ state: 'expired', roundId: null });
    expect(await take(new Browser(server.origin), '0'.repeat(16))).toMatchObject({ body: { code: 'code_unknown' } });
  });

  it('goes to one of two phones that scan at the same instant', async () => {
    await lobby();
    const { code } = await aCode();
    const replies = await Promise.all([1, 2, 3].map(() => take(new Browser(server.origin), code)));
    expect(replies.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1);
  });

  it('is over with its round', async () => {
    await lobby();
    const { pairingId, code } = await aCode();
    const phone = new Browser(server.origin);
    const taken = (await take(phone, code)).body as Taken;
    await desk.post(`${codes()}/${pairingId}/confirmation`);
    await ask(phone, taken);
    const remote = await hall.host(phone);
    await desk.delete(`/api/rounds/${hall.round.id}`);
    await until(() => remote.bye === 'round_deleted');
    expect((await phone.get('/api/session')).body).toMatchObject({ account: null, remoteRoundId: null });
  });
});
