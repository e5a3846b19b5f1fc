import { ALL_EXCHANGES } from '@anquanli/contract/all-exchanges';
import { Refusal } from '@anquanli/contract/error';
import type { ErrorCode } from '@anquanli/contract/vocabulary';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { io, type Socket } from 'socket.io-client';
import { furnish, nameOf, type Furnished } from '../edges/hall-of-exchanges.js';
import { rowsOf } from '../edges/rows.js';
import { anOrganiser } from '../support/an-organiser.js';
import { aRemote } from '../support/a-remote.js';
import type { Browser } from '../support/browser.js';
import { FakeClock } from '../support/fake-clock.js';
import { Hall } from '../support/play.js';
import { startTestServer, type TestServer } from '../support/start-server.js';
import { aToken, UnitsDesk } from '../support/units.js';
import { SOCKETS, WHO_MAY_SAY, type SocketKind } from './who-may-say.js';

/** Whose session a handshake may come with. */
const BROWSERS = ['nobody', 'the organiser', 'another', 'a captain', 'an admin', 'the remote', 'a remote'] as const;
type WhoseBrowser = (typeof BROWSERS)[number];

/** What becomes of the one who asks for the console of the round. */
const CONSOLE: Readonly<Record<WhoseBrowser, ErrorCode | 'may'>> = {
  ...{ nobody: 'not_signed_in', 'the organiser': 'may', another: 'not_found', 'a captain': 'not_found' },
  ...{ 'an admin': 'may', 'the remote': 'may', 'a remote': 'not_found' },
};

const NAMED = ALL_EXCHANGES.map((exchange) => [nameOf(exchange), exchange] as const);

it('has a line for every exchange there is, and for no other', () => {
  expect(Object.keys(WHO_MAY_SAY).sort()).toEqual(NAMED.map(([name]) => name).sort());
});

describe('a socket', () => {
  // Time stands still, so that no clock changes a row.
  const clock = new FakeClock();
  let server: TestServer;
  let hall: Furnished;
  let elsewhere: Hall;
  let browsers: Readonly<Record<WhoseBrowser, Browser>>;
  let sockets: Readonly<Record<SocketKind, Socket>>;
  const opened: Socket[] = [];

  beforeAll(async () => {
    server = await startTestServer({ clock });
    const admin = await server.setUpAdmin();
    const organiser = await anOrganiser(server.origin, admin, '吴组织');
    const another = await anOrganiser(server.origin, admin, '周组织');
    hall = await furnish(server, admin, clock, organiser);
    elsewhere = await Hall.open(server.origin, another);
    const { personToken } = await elsewhere.seat('郑一');
    const units = new UnitsDesk(admin);
    const { id: unitId } = await units.add(null, { name: '吉林市', kind: 'region' });
    browsers = {
      ...{ nobody: server.browser(), 'the organiser': organiser, another, 'an admin': admin },
      'a captain': await units.captainOf(unitId, server.origin, '李班长'),
      'the remote': await aRemote(server, organiser, roundId()),
      'a remote': await aRemote(server, another, elsewhere.round.id),
    };
    const theirs = { as: 'host', contractVersion: contractVersion(), roundId: elsewhere.round.id };
    const { stageCode } = elsewhere.round;
    sockets = {
      'the phone here': await open(shown('player')),
      'a phone elsewhere': await open({ ...shown('player'), roundId: elsewhere.round.id, personToken }),
      'the stage here': await open(shown('stage')),
      'a stage elsewhere': await open({ ...shown('stage'), stageCode }),
      'the console of the organiser': await open(shown('host'), organiser),
      'the console of an admin': await open(shown('host'), admin),
      'the remote here': await open(shown('host'), browsers['the remote']),
      'a console elsewhere': await open(theirs, another),
      'a remote elsewhere': await open(theirs, browsers['a remote']),
    };
  }, 60_000);

  afterAll(async () => {
    opened.forEach((socket) => socket.disconnect());
    hall.leave();
    elsewhere.leave();
    await server.remove();
  });

  /** What opens a socket of that audience in the round here. */
  function shown(as: 'player' | 'stage' | 'host'): Record<string, unknown> {
    const handshake = hall.handshakes.find((each) => 'as' in each && each.as === as);
    if (handshake === undefined) throw new Error(`no handshake of a ${as}`);
    return { ...handshake };
  }
  const roundId = () => String(shown('host')['roundId']);
  const contractVersion = () => shown('host')['contractVersion'];

  function open(auth: object, { cookie }: Browser = server.browser()): Promise<Socket> {
    const socket = io(server.origin, {
      ...{ auth, transports: ['websocket'], reconnection: false, forceNew: true },
      ...(cookie !== null && { extraHeaders: { cookie, origin: server.origin } }),
    });
    opened.push(socket);
    return new Promise((resolve, reject) => {
      socket.on('connect', () => resolve(socket));
      socket.on('connect_error', reject);
    });
  }

  /** The code with which a handshake is refused, or that it may. */
  async function knock(auth: object, browser?: Browser): Promise<ErrorCode | 'may'> {
    try {
      (await open(auth, browser)).disconnect();
      return 'may';
    } catch (error) {
      return Refusal.parse((error as { data?: unknown }).data).code;
    }
  }

  const ask = (kind: SocketKind, name: string, request: object): Promise<unknown> =>
    sockets[kind].timeout(10_000).emitWithAck(name, request);

  const requestsOf = (name: string): readonly object[] =>
    hall.examples.find(({ exchange }) => nameOf(exchange) === name)?.requests ?? [];

  /** The rows that speak of the round here. */
  const rowsHere = async () => (await rowsOf(server)).split('\n').filter((line) => line.includes(roundId()));

  it.each(BROWSERS)('becomes a console of the round for %s just as it is theirs', async (who) => {
    const before = await rowsOf(server);
    expect(await knock(shown('host'), browsers[who])).toBe(CONSOLE[who]);
    expect(await rowsOf(server)).toBe(before);
  });

  it.each(BROWSERS)(
    'becomes a phone of the round by the token of a seat alone, whatever the session of %s',
    async (who) => {
      const before = await rowsOf(server);
      expect(await knock({ ...shown('player'), personToken: aToken() }, browsers[who])).toBe('not_seated');
      expect(await knock({ ...shown('player'), roundId: elsewhere.round.id }, browsers[who])).toBe('not_seated');
      expect(await rowsOf(server)).toBe(before);
    },
  );

  it.each(BROWSERS)('becomes the stage by its code alone, whatever the session of %s', async (who) => {
    expect(await knock({ ...shown('stage'), stageCode: 'NOTHING0' }, browsers[who])).toBe('stage_code_unknown');
    expect(await knock(shown('stage'), browsers[who])).toBe('may');
  });

  const pairs = SOCKETS.flatMap((kind) => NAMED.map(([name, exchange]) => [kind, name, exchange] as const));
  const mayNot = pairs.filter(([kind, name, exchange]) => {
    const sameName = NAMED.filter(([, each]) => each.name === exchange.name).map(([each]) => each);
    return ![name, ...sameName].some((each) => WHO_MAY_SAY[each]?.includes(kind));
  });

  it.each(mayNot)('of %s has no %s: invalid_input, and nothing is done', async (kind, name, { name: event }) => {
    const before = await rowsOf(server);
    for (const request of requestsOf(name))
      expect(await ask(kind, event, request)).toMatchObject({ ok: false, code: 'invalid_input' });
    expect(await rowsOf(server)).toBe(before);
  });

  const isAway = (kind: SocketKind) => kind.includes('elsewhere');
  const may = pairs.filter(([kind, name]) => WHO_MAY_SAY[name]?.includes(kind));

  it.each(may.filter(([kind]) => isAway(kind)))(
    'of %s that says %s hears and changes nothing of this round',
    async (kind, name, { name: event }) => {
      const before = await rowsHere();
      expect(before.length).toBeGreaterThan(3);
      const secrets = [roundId(), String(shown('stage')['stageCode']), '张三', '李四'];
      for (const request of requestsOf(name)) {
        const ack = JSON.stringify(await ask(kind, event, request));
        expect(secrets.filter((secret) => ack.includes(secret))).toEqual([]);
        if (event === 'claims.decide') expect(ack).toContain('"ok":false');
      }
      expect(await rowsHere()).toEqual(before);
    },
  );

  it.each(may.filter(([kind]) => !isAway(kind)))('of %s may say %s', async (kind, name, { name: event }) => {
    const [request = {}] = requestsOf(name);
    const ack = (await ask(kind, event, request)) as { ok: boolean; code?: ErrorCode };
    expect(['invalid_input', 'not_found', 'forbidden', 'not_signed_in', 'not_seated', 'internal']).not.toContain(
      ack.code,
    );
  });
});
