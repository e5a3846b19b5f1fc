import { Refusal } from '@anquanli/contract/error';
import type { Exchange } from '@anquanli/contract/exchange';
import { hostExchanges, HostHandshake } from '@anquanli/contract/live-host';
import { playerExchanges, PlayerHandshake } from '@anquanli/contract/live';
import { StageHandshake } from '@anquanli/contract/live-stage';
import type { QuestionPick } from '@anquanli/contract/rounds';
import { AUDIENCES, LIMITS } from '@anquanli/contract/vocabulary';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { io, type Socket } from 'socket.io-client';
import * as z from 'zod/mini';
import type { Browser } from '../support/browser.js';
import { FakeClock } from '../support/fake-clock.js';
import { Hall } from '../support/play.js';
import { questionId } from '../support/releases.js';
import { startTestServer, type TestServer } from '../support/start-server.js';
import { until } from '../support/until.js';
import { NAMED_EXCHANGES, furnish, letPass, nameOf, type Example, type Furnished } from './hall-of-exchanges.js';
import { mutationsOf } from './mutations.js';
import { rowsOf } from './rows.js';

const PER_EXCHANGE = 200;
/** Of the requests that are wrong only in what they name, so many are tried one by one. */
const ONE_BY_ONE = 25;
const AT_ONCE = 20;
const SEED = 20260616;
/** A message may have 16 kB; what is larger is another test. */
const MAX_CHARS = 12_000;

const Handshake = z.discriminatedUnion('as', [PlayerHandshake, StageHandshake, HostHandshake]);

describe('every exchange', () => {
  // Time stands still, so that no clock changes a row and no question is taken up after an outage.
  const clock = new FakeClock();
  let server: TestServer;
  let admin: Browser;
  let hall: Furnished;

  beforeAll(async () => {
    server = await startTestServer({ clock });
    admin = await server.setUpAdmin();
    hall = await furnish(server, admin, clock);
  }, 60_000);

  afterAll(async () => {
    expect((await admin.get('/api/health/ready')).body).toEqual({ status: 'ok' });
    hall.leave();
    await server.remove();
  });

  const exampleOf = (exchange: Exchange): Example => {
    const example = hall.examples.find((each) => each.exchange === exchange);
    if (!example) throw new Error(`no example of ${nameOf(exchange)}`);
    return example;
  };

  it('has examples here, and every order of a host is among them', () => {
    expect(hall.examples.map(({ exchange }) => nameOf(exchange)).sort()).toEqual(
      NAMED_EXCHANGES.map(([name]) => name).sort(),
    );
    for (const { exchange, requests } of hall.examples) {
      for (const request of requests)
        expect({ request, isTaken: isTaken(exchange, request) }).toEqual({ request, isTaken: true });
    }
    expect(hall.examples.find(({ exchange }) => exchange.name === 'host.command')?.requests).toHaveLength(12);
  });

  it.each(NAMED_EXCHANGES)(
    '%s refuses what is wrong, with a code and without changing a row',
    async (_, exchange) => {
      const { sockets, requests } = exampleOf(exchange);
      const wrong = wrongRequests(requests);
      const wellFormed = wrong.filter((request) => isTaken(exchange, request)).slice(0, ONE_BY_ONE);
      let turn = 0;
      const ask = async (request: unknown) => {
        const socket = sockets[(turn += 1) % sockets.length];
        const ack: unknown = await socket?.timeout(10_000).emitWithAck(exchange.name, ...argumentsOf(request));
        return { request, refusal: Refusal.safeParse(ack).data, ack };
      };

      const malformed = wrong.filter((request) => !isTaken(exchange, request));
      expect(malformed.length + wellFormed.length).toBeGreaterThanOrEqual(PER_EXCHANGE);
      const before = await rowsOf(server);
      for (let start = 0; start < malformed.length; start += AT_ONCE) {
        const answers = await Promise.all(malformed.slice(start, start + AT_ONCE).map(ask));
        for (const { request, refusal } of answers) {
          expect({ request, code: refusal?.code }).toEqual({ request, code: 'invalid_input' });
        }
      }
      expect(await rowsOf(server)).toBe(before);

      for (const request of wellFormed) {
        const rows = await rowsOf(server);
        const { refusal, ack } = await ask(request);
        expect({ request, isBroken: refusal?.code === 'internal' }).toEqual({ request, isBroken: false });
        if (!refusal) expect(ack).toMatchObject({ ok: true });
        else expect({ request, rows: await rowsOf(server) }).toEqual({ request, rows });
      }
      expect((await admin.get('/api/health/live')).status).toBe(200);
    },
    60_000,
  );

  it.each(NAMED_EXCHANGES.filter(([, { name }]) => !isForAll(name)))(
    '%s is none of the other audiences’',
    async (_, exchange) => {
      const { name, policy } = exchange;
      const [request] = exampleOf(exchange).requests;
      const before = await rowsOf(server);
      for (const who of AUDIENCES.filter((each) => each !== policy.who)) {
        const stranger = hall.examples.find((each) => each.exchange.policy.who === who)?.sockets[0];
        const ack: unknown = await stranger?.timeout(10_000).emitWithAck(name, request);
        expect({ who, ack }).toMatchObject({ who, ack: { ok: false, code: 'invalid_input' } });
      }
      expect(await rowsOf(server)).toBe(before);
    },
  );

  it('an order out of its phase is refused with the phase, and one on sight of an old version with the new one', async () => {
    const small = await Hall.open(server.origin, admin, { pick: PICK_ONE });
    const host = await small.host();
    const before = await rowsOf(server);
    for (const command of ['close', 'add_time', 'skip', 'reveal', 'leaderboard', 'finish'] as const) {
      const ack = await host.order({ command });
      expect({ command, ack }).toEqual({
        command,
        ack: { ok: false, code: 'wrong_phase', details: { phase: 'lobby' } },
      });
    }
    expect(await host.order({ command: 'void', questionNo: 1, reason: '题干有误' })).toMatchObject({
      code: 'wrong_phase',
    });
    for (const version of [0, 2, 1_000_000]) {
      const ack = await host.ask(hostExchanges.command, { version, order: { command: 'abort' } });
      expect(ack).toEqual({ ok: false, code: 'stale_version', details: { version: 1 } });
    }
    expect(await rowsOf(server)).toBe(before);
    small.leave();
  });

  describe('a socket', () => {
    const open = (auth: object): Socket =>
      io(server.origin, {
        auth,
        transports: ['websocket'],
        reconnection: false,
        forceNew: true,
        ...('as' in auth &&
          auth.as === 'host' && { extraHeaders: { cookie: admin.cookie ?? '', origin: server.origin } }),
      });

    /** What became of a handshake: its refusal, or that it was let in. */
    function knock(auth: object): Promise<unknown> {
      const socket = open(auth);
      return new Promise<unknown>((resolve) => {
        socket.on('connect', () => resolve('connected'));
        socket.on('connect_error', (error: Error & { data?: unknown }) => resolve(error.data ?? error.message));
      }).finally(() => socket.disconnect());
    }

    it.each(['player', 'stage', 'host'])(
      'of a %s that says something wrong at the door is told so, and stays outside',
      async (as) => {
        const valid = hall.handshakes.find((each) => 'as' in each && each.as === as) ?? {};
        expect(await knock(valid)).toBe('connected');
        const drawn = fc.sample(mutationsOf(valid), { numRuns: PER_EXCHANGE * 3, seed: SEED });
        const wrong = drawn.filter(isAuth(valid)).slice(0, PER_EXCHANGE);
        expect(wrong).toHaveLength(PER_EXCHANGE);
        const before = await rowsOf(server);
        for (let start = 0; start < wrong.length; start += AT_ONCE) {
          const fates = await Promise.all(
            wrong.slice(start, start + AT_ONCE).map(async (auth) => ({ auth, fate: await knock(auth) })),
          );
          for (const { auth, fate } of fates) {
            const code = Refusal.safeParse(fate).data?.code;
            const isWellFormed = z.safeParse(Handshake, onTheWire(auth)).success;
            expect({ auth, code: isWellFormed ? code !== undefined && code !== 'internal' : code }).toEqual({
              auth,
              code: isWellFormed ? true : 'invalid_input',
            });
          }
        }
        expect(await rowsOf(server)).toBe(before);
      },
    );

    it('that sends nothing, too much at once, names of the house or bytes gets a refusal for each', async () => {
      const [phone] = exampleOf(playerExchanges.clock).sockets;
      const strange: [string, ...unknown[]][] = [
        ['answer.submit'],
        ['answer.submit', { questionNo: 1 }, { more: true }, 'and more'],
        ['answer.submit', new Uint8Array([1, 2, 3])],
        ['view.sync', [], []],
        ['constructor', {}],
        ['__proto__', {}],
        ['host.command', { version: 1, order: { command: 'abort' } }],
        ['x'.repeat(3_000), {}],
        ['', {}],
      ];
      for (const [name, ...parts] of strange) {
        const ack: unknown = await phone?.timeout(10_000).emitWithAck(name, ...parts);
        expect({ name, ack }).toMatchObject({ name, ack: { ok: false, code: 'invalid_input' } });
      }
    });

    it('that waits for no ack is heard too: what a hidden page leaves behind counts at the close', async () => {
      const small = await Hall.open(server.origin, admin, { secondsPerQuestion: null, pick: PICK_ONE });
      const [phone, host] = [await small.phone('张三'), await small.host()];
      await host.order({ command: 'open_next' });
      letPass(server, clock, LIMITS.leadMs);
      const answerId = 'ab'.repeat(16);
      phone.socket.emit('answer.draft', { questionNo: 1, answerId, choice: { kind: 'single', option: 'a' } });
      // Messages of one socket are handled in order: the draft is there when this one is answered.
      await phone.ask(playerExchanges.clock, {});
      await host.order({ command: 'close' });
      letPass(server, clock, LIMITS.graceMs + 1);
      const revealed = host.order({ command: 'reveal' });
      await until(() => rowsOf(server).then((rows) => rows.includes(answerId)));
      letPass(server, clock, LIMITS.drainQuietMs);
      expect(await revealed).toMatchObject({ ok: true });
      await until(() => phone.me?.standing?.verdict === 'right');
      small.leave();
    });

    it('that sends more than 16 kB is closed, and nobody else is', async () => {
      const [auth = {}] = hall.handshakes;
      const socket = open(auth);
      await until(() => socket.connected);
      socket.emit('seat.rename', { name: 'x'.repeat(40_000) });
      await until(() => !socket.connected);
      const [phone] = exampleOf(playerExchanges.clock).sockets;
      expect(await phone?.timeout(10_000).emitWithAck('clock.sync', {})).toMatchObject({ ok: true });
    });
  });
});

/** Every audience has it, each with a reply of its own. */
function isForAll(name: string): boolean {
  return NAMED_EXCHANGES.filter(([, exchange]) => exchange.name === name).length === AUDIENCES.length;
}

/** The single choice with the key a. */
const PICK_ONE: QuestionPick = { by: 'hand', questionIds: [questionId(1)] };

/** Requests that differ from every valid one, drawn the same way in every run. */
function wrongRequests(valid: readonly object[]): unknown[] {
  const wrong = fc.constantFrom(...valid).chain((request) => mutationsOf(request));
  const known = new Set(valid.map((request) => JSON.stringify(request)));
  return fc
    .sample(wrong, { numRuns: PER_EXCHANGE * 3, seed: SEED })
    .filter((request) => !known.has(JSON.stringify(request)) && (JSON.stringify(request) ?? '').length < MAX_CHARS)
    .slice(0, PER_EXCHANGE + ONE_BY_ONE);
}

const isAuth =
  (valid: object) =>
  (auth: unknown): auth is object =>
    typeof auth === 'object' &&
    auth !== null &&
    !Array.isArray(auth) &&
    JSON.stringify(auth) !== JSON.stringify(valid) &&
    JSON.stringify(auth).length < MAX_CHARS;

/** Nothing at all is sent as no argument. */
function argumentsOf(request: unknown): unknown[] {
  return request === undefined ? [] : [request];
}

/** As the server will see it: JSON has no undefined and no infinity. */
function onTheWire(request: unknown): unknown {
  return request === undefined ? undefined : JSON.parse(JSON.stringify(request));
}

function isTaken(exchange: Exchange, request: unknown): boolean {
  return z.core.safeParse(exchange.request, onTheWire(request)).success;
}
