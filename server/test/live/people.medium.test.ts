import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { RoundSettings } from '@anquanli/contract/rounds';
import { randomBytes } from 'node:crypto';
import { HandshakeService } from '../../src/features/live/sockets/handshake.service.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { hashToken } from '../../src/platform/random/random.js';
import { Browser } from '../support/browser.js';
import { JumpingClock } from '../support/jumping-clock.js';
import { leap } from '../support/leap.js';
import { Hall, Phone, type Host, type Stage } from '../support/play.js';
import { startTestServer, type TestServer } from '../support/start-server.js';
import { until } from '../support/until.js';

const A = { kind: 'single', option: 'a' } as const;
const NOBODY = '0'.repeat(32);

describe('people', () => {
  const clock = new JumpingClock();
  let server: TestServer;
  let desk: Browser;
  let hall: Hall;
  let host: Host;

  beforeAll(async () => {
    server = await startTestServer({ clock, config: { trustedProxies: ['loopback'] } });
    desk = await server.setUpAdmin();
  });
  afterEach(() => hall.leave());
  afterAll(() => server.remove());

  async function lobby(changes: Partial<RoundSettings> = {}): Promise<void> {
    hall = await Hall.open(server.origin, desk, changes);
    host = await hall.host();
  }

  async function open(): Promise<void> {
    await host.order({ command: 'open_next' });
    leap(server, clock, 3_000);
  }

  async function closeAndReveal(): Promise<void> {
    await host.order({ command: 'close' });
    leap(server, clock, 1_000);
    await host.order({ command: 'reveal' });
  }

  const namesOn = (stage: Stage) => stage.counters?.names.map(({ name }) => name) ?? [];

  describe('with names', () => {
    it('that look the same are told apart by the seat number, also when they come at the same instant', async () => {
      await lobby();
      expect((await hall.seat('ＡＢ')).name).toBe('ＡＢ');
      expect((await hall.seat('ab')).name).toBe('ab #2');
      const twins = await Promise.all([hall.seat('张三'), hall.seat('张三'), hall.seat(' 张三 ')]);
      const [first, ...others] = twins.sort((a, b) => a.seatNo - b.seatNo);
      expect(first?.name).toBe('张三');
      expect(others.map(({ name, seatNo }) => name === `张三 #${seatNo}`)).toEqual([true, true]);
    });

    it('of two characters or with a dot come in; invisible, empty and over-long ones do not', async () => {
      await lobby();
      for (const name of ['张三', '阿依古丽·买买提', '王']) expect((await hall.seat(name)).name).toBe(name);
      expect((await hall.seat('张\u200b\u202e伟')).name).toBe('张伟');
      for (const name of ['', '   ', '\u200b\u200d', '长'.repeat(21)]) {
        expect(await hall.knock(name)).toMatchObject({ status: 400, body: { code: 'name_invalid' } });
      }
    });

    it('are masked, hidden or full on the stage as the organiser wants, and full on the own phone', async () => {
      for (const [namesOnStage, shown] of [
        ['masked', '张*丰'],
        ['hidden', '#1'],
        ['full', '张三丰'],
      ] as const) {
        await lobby({ namesOnStage });
        const stage = await hall.stage();
        const phone = await hall.phone('张三丰');
        await until(() => namesOn(stage).includes(shown));
        expect(phone.me?.name).toBe('张三丰');
        await open();
        await phone.answer(1, A);
        await closeAndReveal();
        await host.order({ command: 'leaderboard' });
        await stage.reaches('leaderboard');
        expect(stage.view?.view).toMatchObject({ board: [{ name: shown }] });
        hall.leave();
      }
    });

    it('change when the phone or the host wants it, on every tab and on the stage', async () => {
      await lobby({ namesOnStage: 'full' });
      const stage = await hall.stage();
      const phone = await hall.phone('张三');
      const tab = await hall.connect(phone.seat);
      await hall.phone('李四');
      expect(await phone.rename('李四')).toMatchObject({ ok: true, name: '李四 #1' });
      await until(() => tab.me?.name === '李四 #1' && namesOn(stage).includes('李四 #1'));
      expect(await phone.rename('\u200b')).toMatchObject({ ok: false, code: 'name_invalid' });
      await host.seat(1, { action: 'rename', name: '王安全' });
      await until(() => phone.me?.name === '王安全' && namesOn(stage).includes('王安全'));
      expect((await host.people({ search: '王安全' })).map(({ seatNo }) => seatNo)).toEqual([1]);
      expect(host.view?.version).toBe(1);
    });

    it('that offend are off the stage at a click, while phone and host go on showing them', async () => {
      await lobby({ namesOnStage: 'full' });
      const stage = await hall.stage();
      const phone = await hall.phone('不雅');
      await until(() => namesOn(stage).includes('不雅'));
      await host.seat(1, { action: 'hide_name' });
      await until(() => namesOn(stage).includes('#1'));
      await open();
      await closeAndReveal();
      await host.order({ command: 'leaderboard' });
      await until(() => stage.view?.view.phase === 'leaderboard');
      expect(stage.view?.view).toMatchObject({ board: [{ name: '#1' }] });
      expect(JSON.stringify(stage.view)).not.toContain('不雅');
      expect(phone.me?.name).toBe('不雅');
      expect(await host.people()).toMatchObject([{ name: '不雅', isNameHidden: true }]);
      await host.seat(1, { action: 'show_name' });
      expect(await host.people()).toMatchObject([{ isNameHidden: false }]);
    });
  });

  describe('who come back', () => {
    it('with their token have the same seat and score, in the right phase, whatever name is typed', async () => {
      await lobby();
      const [phone] = await hall.phones(['张三', '李四']);
      if (!phone) throw new Error('nobody came');
      await open();
      await phone.answer(1, A);
      await closeAndReveal();
      await until(() => phone.me?.standing?.rank === 1);
      phone.close();
      await open();
      const seat = await hall.seat('别的名字', phone.seat.personToken);
      expect(seat).toEqual(phone.seat);
      const back = await hall.connect(seat);
      expect(back.me).toMatchObject({ name: '张三', standing: phone.me?.standing, answer: null });
      expect(back.view?.view).toMatchObject({ phase: 'question_open', questionNo: 2 });
      expect(back.view?.view).toEqual((await hall.phone('旁人')).view?.view);
    });

    it('in a second tab are one person: what one tab does, both know', async () => {
      await lobby();
      const phone = await hall.phone('张三');
      const tab = await hall.connect(phone.seat);
      await until(() => host.counters?.online === 1 && host.counters.people === 1);
      await open();
      await phone.answer(1, A);
      phone.close();
      expect(await host.people()).toMatchObject([{ isOnline: true, hasAnswered: true }]);
      // Everybody has answered: one person was all.
      await host.reaches('question_closed');
      await host.order({ command: 'reveal' });
      await until(() => tab.me?.standing?.verdict === 'right');
    });

    it('while their phone is just coming in do not get in', async () => {
      await lobby();
      const seat = await hall.seat('张三');
      const handshakes = server.app.get(HandshakeService);
      const identify = handshakes.identify.bind(handshakes);
      const known = promised();
      const sentAway = promised();
      handshakes.identify = async (...shown) => {
        handshakes.identify = identify;
        const connection = await identify(...shown);
        known.resolve();
        await sentAway.promise;
        return connection;
      };
      const coming = new Phone(server.origin, seat);
      const ended = promised();
      coming.socket.on('disconnect', ended.resolve);
      await known.promise;
      await host.seat(seat.seatNo, { action: 'kick' });
      sentAway.resolve();
      await ended.promise;
      expect([coming.view, coming.me]).toEqual([null, null]);
      expect((await hall.connect(seat)).error).toMatchObject({ code: 'seat_kicked' });
    });

    it('after a kick are off board and stage until then, and have their seat and score again', async () => {
      await lobby();
      const phones = await hall.phones(['张三', '李四']);
      const [kicked, other] = phones;
      if (!kicked || !other) throw new Error('nobody came');
      await open();
      await kicked.answer(1, A);
      await closeAndReveal();
      await until(() => other.me?.standing?.rank === 2);
      await host.seat(kicked.seat.seatNo, { action: 'kick' });
      await until(() => kicked.bye === 'kicked' && !kicked.socket.connected);
      expect((await hall.connect(kicked.seat)).error).toMatchObject({ code: 'seat_kicked' });
      expect((await host.people()).map(({ seatNo }) => seatNo)).toEqual([other.seat.seatNo]);
      expect((await host.people({ filter: 'removed' })).map(({ seatNo }) => seatNo)).toEqual([kicked.seat.seatNo]);
      await open();
      await other.answer(2, { kind: 'multiple', options: ['c'] });
      await closeAndReveal();
      await until(() => other.me?.standing?.questionNo === 2);
      expect(other.me?.standing).toMatchObject({ rank: 1, ranked: 1 });
      await host.order({ command: 'leaderboard' });
      expect(host.view?.view.board.map(({ seatNo }) => seatNo)).toEqual([other.seat.seatNo]);

      const seat = await hall.seat('', kicked.seat.personToken);
      expect(seat).toEqual(kicked.seat);
      const back = await hall.connect(seat);
      expect(back.me?.standing).toMatchObject({ rightCount: 1 });
      await until(() => host.counters?.people === 2);
      await open();
      await closeAndReveal();
      await until(() => back.me?.standing?.questionNo === 3);
      expect(back.me?.standing).toMatchObject({ rank: 1, ranked: 2 });
    });

    it('after a ban are refused at the door and at the socket, until the host lets them in again', async () => {
      await lobby();
      const phone = await hall.phone('捣乱');
      await host.seat(1, { action: 'ban' });
      await until(() => phone.bye === 'banned');
      expect((await hall.connect(phone.seat)).error).toMatchObject({ code: 'seat_banned' });
      expect(await hall.knock('新名', phone.seat.personToken)).toMatchObject({ body: { code: 'seat_banned' } });
      await host.seat(1, { action: 'readmit' });
      expect((await hall.connect(phone.seat)).me).toMatchObject({ seatNo: 1, status: 'active' });
      await until(() => host.counters?.people === 1);
    });

    it('with a token that is nobody’s, or somebody’s of another round, are not seated', async () => {
      await lobby();
      const stranger = await (await Hall.open(server.origin, desk)).seat('外人');
      const { seatNo, roundId } = await hall.seat('张三');
      for (const personToken of [NOBODY, stranger.personToken]) {
        expect((await hall.connect({ roundId, seatNo, personToken, name: '' })).error).toMatchObject({
          code: 'not_seated',
        });
        const review = await desk.get(`/api/play/rounds/${roundId}/review`, { authorization: `Bearer ${personToken}` });
        expect(review).toMatchObject({ status: 403, body: { code: 'not_seated' } });
      }
      expect((await desk.get(`/api/play/rounds/${roundId}/review`)).body).toMatchObject({ code: 'not_seated' });
    });

    it('with a token that their phone made are new people, once, however often the request comes; a revoked one is not taken', async () => {
      await lobby();
      const personToken = randomBytes(16).toString('hex');
      const seats = await Promise.all(Array.from({ length: 5 }, () => hall.seat('张三', personToken)));
      expect(seats).toEqual(Array(5).fill({ roundId: hall.round.id, seatNo: 1, name: '张三', personToken }));
      expect(await hall.seat('张三', personToken)).toEqual(seats[0]);
      await until(() => host.counters?.people === 1);
      await server.app
        .get(UnitOfWork)
        .run((tx) => tx.query('UPDATE person_token SET revoked_at = 1 WHERE token_hash = ?', [hashToken(personToken)]));
      const other = await hall.seat('张三', personToken);
      expect(other.seatNo).toBe(2);
      expect(other.personToken).not.toBe(personToken);
    });
  });

  describe('at the door', () => {
    it('who come late start at the running question with nothing, and rank from there', async () => {
      await lobby();
      const early = await hall.phone('张三');
      await open();
      await early.answer(1, A);
      await closeAndReveal();
      await open();
      const late = await hall.phone('迟到');
      expect(late.me).toMatchObject({ standing: null, answer: null });
      expect(late.view?.view).toMatchObject({ phase: 'question_open', questionNo: 2 });
      expect(await late.answer(1, A)).toMatchObject({ code: 'answer_late' });
      expect(await late.answer(2, { kind: 'multiple', options: ['a', 'b'] })).toMatchObject({ ok: true });
      await closeAndReveal();
      await until(() => late.me?.standing?.questionNo === 2);
      expect(late.me?.standing).toMatchObject({ rightCount: 1, streak: 1, previousRank: null, ranked: 2 });
      expect(late.me?.standing?.total).toBe(late.me?.standing?.points);
    });

    it('wait outside while the lobby is locked, but who sits already comes back', async () => {
      await lobby();
      const { personToken, seatNo } = await hall.seat('张三');
      await host.order({ command: 'lock_lobby', isLocked: true });
      expect(await hall.knock('李四')).toMatchObject({ body: { code: 'lobby_locked' } });
      expect(await desk.post('/api/play/find', { door: { pin: hall.round.pin } })).toMatchObject({
        body: { isLocked: true },
      });
      expect((await hall.seat('张三', personToken)).seatNo).toBe(seatNo);
      await host.order({ command: 'lock_lobby', isLocked: false });
      expect((await hall.seat('李四')).seatNo).toBe(2);
    });

    it('come only before the first question where late joining is off', async () => {
      await lobby({ isLateJoinAllowed: false });
      const { personToken } = await hall.seat('张三');
      await open();
      expect(await hall.knock('迟到')).toMatchObject({ body: { code: 'late_join_closed' } });
      expect((await hall.seat('张三', personToken)).seatNo).toBe(1);
    });

    it('find no seat beyond the limit; a kicked seat is free again', async () => {
      await lobby({ seatLimit: 2 });
      await hall.seat('张三');
      const { personToken } = await hall.seat('李四');
      expect(await hall.knock('王五')).toMatchObject({ body: { code: 'round_full', details: { maximum: 2 } } });
      expect((await hall.seat('李四', personToken)).seatNo).toBe(2);
      await host.seat(1, { action: 'kick' });
      expect((await hall.seat('王五')).seatNo).toBe(3);
    });

    it('come in by the join token of the QR code as by the PIN, and a token of nothing is not found', async () => {
      await lobby();
      const found = await desk.post('/api/play/find', { door: { pin: hall.round.pin } });
      const { joinToken } = found.body as { joinToken: string };
      expect(await desk.post('/api/play/join', { door: { joinToken }, name: '张三' })).toMatchObject({ status: 200 });
      expect(await desk.post('/api/play/find', { door: { joinToken: '0'.repeat(16) } })).toMatchObject({
        body: { code: 'not_found' },
      });
    });

    it('have a hundred wrong PINs per address; then it must wait, while join tokens and other addresses go on', async () => {
      await lobby();
      const { body } = await desk.post('/api/play/find', { door: { pin: hall.round.pin } });
      const { joinToken } = body as { joinToken: string };
      const wrong = hall.round.pin === '000000' ? '000001' : '000000';
      const find = (door: object, address: string) =>
        new Browser(server.origin).post('/api/play/find', { door }, { 'x-forwarded-for': address });
      // Right PINs of a whole hall do not count.
      for (let batch = 0; batch < 6; batch += 1) {
        await Promise.all(Array.from({ length: 20 }, () => find({ pin: hall.round.pin }, '10.0.0.7')));
      }
      for (let batch = 0; batch < 5; batch += 1) {
        const replies = await Promise.all(Array.from({ length: 20 }, () => find({ pin: wrong }, '10.0.0.7')));
        expect(replies.every(({ body: reply }) => (reply as { code: string }).code === 'pin_unknown')).toBe(true);
      }
      expect(await find({ pin: wrong }, '10.0.0.7')).toMatchObject({
        status: 429,
        body: { code: 'too_many_requests' },
      });
      expect(await find({ pin: hall.round.pin }, '10.0.0.7')).toMatchObject({ status: 429 });
      expect(await find({ joinToken }, '10.0.0.7')).toMatchObject({ status: 200 });
      expect(await find({ pin: hall.round.pin }, '10.0.0.8')).toMatchObject({ status: 200 });
      leap(server, clock, 600_000);
      expect(await find({ pin: hall.round.pin }, '10.0.0.7')).toMatchObject({ status: 200 });
    });
  });

  it('are listed for the host: away first, then who has not answered, and found by name or number', async () => {
    await lobby();
    const [, second, third] = await hall.phones(['甲', '乙', '丙']);
    await open();
    await second?.answer(1, A);
    third?.close();
    await until(async () => (await host.people({ filter: 'away' })).length === 1);
    expect((await host.people()).map(({ name }) => name)).toEqual(expect.arrayContaining(['甲', '乙', '丙']));
    expect((await host.people()).map(({ name }) => name)[0]).toBe('丙');
    expect((await host.people())[2]).toMatchObject({ name: '乙', hasAnswered: true });
    expect((await host.people({ filter: 'unanswered' })).map(({ name }) => name).sort()).toEqual(['丙', '甲'].sort());
    expect((await host.people({ filter: 'online' })).length).toBe(2);
    expect(await host.people({ search: '#2' })).toHaveLength(1);
    expect(await host.people({ search: '没有' })).toEqual([]);
  });
});

/** A promise that is kept from outside. */
function promised(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = () => undefined as void;
  const promise = new Promise<void>((kept) => (resolve = kept));
  return { promise, resolve };
}
