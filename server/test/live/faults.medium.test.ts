import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { RoundSettings } from '@anquanli/contract/rounds';
import { Clock } from '../../src/platform/clock/clock.js';
import { Browser } from '../support/browser.js';
import { hasMariadb, type Mariadb, startMariadb } from '../support/mariadb.js';
import { Hall, newAnswerId, type Host, type Phone } from '../support/play.js';
import { aQuestionSet, writeReleases } from '../support/releases.js';
import { buildServer, type ServerProcess, startServerProcess } from '../support/server-process.js';
import { tempDir } from '../support/temp-dir.js';
import { until } from '../support/until.js';
import type { Query } from './board-from-rows.js';
import { expectBoardOfRows, onMariadb, onSqlite } from './stored-rows.js';

const A = { kind: 'single', option: 'a' } as const;
const B = { kind: 'single', option: 'b' } as const;
const NAMES = Array.from({ length: 12 }, (_, index) => `员工${index + 1}`);
/** Shorter gaps are no outage: the phones' patience covers them. */
const OUTAGE_MS = 3_000;
/** A heartbeat is written each second, and this machine may be busy. */
const SLACK_MS = 3_000;

const wall = new Clock();
let dir: string;
let remove: () => Promise<void>;
let env: Record<string, string>;
let server: ServerProcess;
let desk: Browser;
let hall: Hall;
let host: Host;
let phones: Phone[];

beforeAll(() => buildServer(), 300_000);

/** A real server in a folder of its own, with an admin; `more` is added to its environment. */
async function setUp(more: Record<string, string> = {}): Promise<void> {
  ({ dir, remove } = await tempDir());
  env = { DATA_DIR: path.join(dir, 'data'), ANQUANLI_RELEASES_DIR: path.join(dir, 'releases'), ...more };
  await writeReleases(path.join(dir, 'releases'), [aQuestionSet()]);
  server = await startServerProcess(env);
  desk = new Browser(server.origin);
  const setup = { token: server.setupToken(), name: '王安全', password: 'gas-test-before-entry' };
  expect((await desk.post('/api/setup', setup)).status).toBe(200);
}

async function tearDown(): Promise<void> {
  await server.end('SIGKILL');
  await remove();
}

afterEach(() => hall.leave());

/** A new round in its lobby, with a host and twelve phones. */
async function begin(changes: Partial<RoundSettings> = {}): Promise<void> {
  hall = await Hall.open(server.origin, desk, changes);
  host = await hall.host();
  phones = await hall.phones(NAMES);
}

/** A reveal as a host gets it through: whoever sees a newer state than expected presses again. */
async function reveal(): Promise<void> {
  await until(async () => (await host.order({ command: 'reveal' })).ok);
  await until(() => phones.every((each) => each.me?.standing));
}

async function open(): Promise<void> {
  await host.order({ command: 'open_next' });
  await until(() => wall.now() >= question().opensAt);
}

/** The same server after a while, on the same folder and port, and everybody back at it. */
async function again(killedAt: number): Promise<{ startedAt: number; readyAt: number }> {
  await until(() => wall.now() - killedAt >= OUTAGE_MS);
  const startedAt = wall.now();
  server = await startServerProcess({ ...env, PORT: String(server.port) });
  const readyAt = wall.now();
  host = await hall.host();
  phones = await Promise.all(phones.map((phone) => hall.connect(phone.seat)));
  return { startedAt, readyAt };
}

const question = () => host.view?.view.question ?? { opensAt: Infinity, closesAt: Infinity };
const phone = (index: number): Phone => {
  const found = phones[index];
  if (!found) throw new Error(`there is no phone ${index}`);
  return found;
};

/** Odd seats are right, even ones wrong: a board with something to get wrong. */
const choiceOf = (index: number) => (index % 2 === 0 ? A : B);

const COME_AGAIN = ['server_busy', 'not_open_yet'];

/** Hands in as a phone does: the same id again when the server says so, as long as it only asks to come later. Gives all replies. */
async function handIn(index: number, answerId: string): Promise<string[]> {
  const replies: string[] = [];
  for (;;) {
    const ack = await phone(index).answer(1, choiceOf(index), answerId);
    replies.push(ack.ok ? 'ok' : ack.code);
    if (ack.ok || !COME_AGAIN.includes(ack.code)) return replies;
    const at = ack.details?.opensAt ?? wall.now() + (ack.details?.retryAfterMs ?? 0);
    await until(() => wall.now() >= at);
  }
}

const sqlite = onSqlite(() => path.join(dir, 'data', 'anquanli.sqlite'));
const expectBoard = (query: Query) => expectBoardOfRows(query, { desk, roundId: hall.round.id, phones });

describe('the server, killed without warning', () => {
  beforeAll(() => setUp(), 60_000);
  afterAll(tearDown);

  it('while people answer, has every acknowledged answer after its restart, gives the time back, and the round goes on', async () => {
    await begin();
    await open();
    const before = question();
    const ids = phones.map(() => newAnswerId());
    const acknowledged = new Map<number, number>();
    phones.slice(0, 9).forEach((each, index) => {
      each.answer(1, choiceOf(index), ids[index]).then(
        (ack) => ack.ok && acknowledged.set(index, ack.receivedAt),
        () => undefined,
      );
    });
    await until(() => acknowledged.size >= 3);
    const killedAt = wall.now();
    await server.end('SIGKILL');
    const heard = new Map(acknowledged);
    const { startedAt, readyAt } = await again(killedAt);

    // Time: the question as a whole moved by what was lost, neither more nor less.
    await until(() => question().opensAt > before.opensAt);
    const moved = question().opensAt - before.opensAt;
    expect(moved).toBeGreaterThanOrEqual(startedAt - killedAt);
    expect(moved).toBeLessThanOrEqual(readyAt - killedAt + SLACK_MS);
    expect((question().closesAt ?? 0) - (before.closesAt ?? 0)).toBe(moved);
    await until(() => phones.every((each) => each.view?.version === host.view?.version));
    expect(phone(0).view?.view).toMatchObject({ phase: 'question_open', question: question() });

    // Answers: who was acknowledged is; whoever was not sends again and is, once.
    for (const [index, receivedAt] of heard) {
      expect(phone(index).me?.answer).toMatchObject({ answerId: ids[index], receivedAt });
      expect(await phone(index).answer(1, choiceOf(index), ids[index])).toMatchObject({ ok: true, receivedAt });
    }
    const replies = await Promise.all(phones.map((_, index) => handIn(index, ids[index] ?? '')));
    expect(replies.map((each) => each.pop())).toEqual(Array(12).fill('ok'));
    await host.reaches('question_closed');
    await reveal();
    const rows = await sqlite<{ answer_id: string }>('SELECT answer_id FROM live_answer WHERE round_id = ?', [
      hall.round.id,
    ]);
    expect(rows.map(({ answer_id }) => answer_id).sort()).toEqual([...ids].sort());
    await expectBoard(sqlite);

    await host.order({ command: 'leaderboard' });
    await open();
    await phone(1).answer(2, { kind: 'multiple', options: ['b', 'a'] });
    await host.order({ command: 'close' });
    await host.order({ command: 'reveal' });
    await host.order({ command: 'finish' });
    await until(() =>
      phones.every((each) => each.view?.view.phase === 'finished' && each.me?.standing?.questionNo === 2),
    );
    await expectBoard(sqlite);
  }, 60_000);

  it('while the reveal waits for the last answers, still stands at the closed question, and reveals rightly', async () => {
    await begin();
    await open();
    const ids = phones.map(() => newAnswerId());
    await Promise.all(phones.slice(0, 8).map((_, index) => handIn(index, ids[index] ?? '')));
    await host.order({ command: 'close' });
    const closedAt = question().closesAt ?? 0;
    // Its acknowledgement never comes.
    host.order({ command: 'reveal' }).catch(() => undefined);
    await until(() => wall.now() > closedAt + 300);
    const killedAt = wall.now();
    await server.end('SIGKILL');
    await again(killedAt);
    expect(host.view?.view.phase).toBe('question_closed');
    expect(await sqlite('SELECT seat_no FROM live_result WHERE round_id = ?', [hall.round.id])).toEqual([]);
    // They were on their way when the power went: phones get a moment to come back with what they hold.
    expect((await handIn(8, ids[8] ?? '')).pop()).toBe('ok');
    await reveal();
    expect(host.view?.view.distribution).toMatchObject({ seats: 12, answered: 9 });
    await expectBoard(sqlite);
  }, 60_000);

  it('between reveal and leaderboard, has the complete board', async () => {
    await begin();
    await open();
    await Promise.all(phones.slice(0, 10).map((_, index) => handIn(index, newAnswerId())));
    await host.order({ command: 'close' });
    await host.order({ command: 'reveal' });
    const killedAt = wall.now();
    await server.end('SIGKILL');
    await again(killedAt);
    expect(host.view?.view).toMatchObject({ phase: 'reveal', distribution: { seats: 12, answered: 10, right: 5 } });
    await until(() => phones.every((each) => each.me?.standing));
    await expectBoard(sqlite);
    await host.order({ command: 'leaderboard' });
    expect(host.view?.view.board).toHaveLength(10);
    await host.order({ command: 'open_next' });
    await phone(11).reaches('question_open');
  }, 60_000);
});

describe('the server, asked to stop', () => {
  beforeAll(() => setUp(), 60_000);
  afterAll(tearDown);

  it('says so to every phone, writes what it has taken, and ends with status 0', async () => {
    await begin();
    await open();
    const ids = phones.map(() => newAnswerId());
    const acknowledged: string[] = [];
    phones.forEach((each, index) => {
      each.answer(1, choiceOf(index), ids[index]).then(
        (ack) => ack.ok && acknowledged.push(ack.answerId),
        () => undefined,
      );
    });
    const stage = await hall.stage();
    expect(await server.end('SIGTERM')).toBe(0);
    expect([...phones, host, stage].map(({ bye }) => bye)).toEqual(Array(14).fill('server_stopping'));
    const rows = await sqlite<{ answer_id: string }>('SELECT answer_id FROM live_answer WHERE round_id = ?', [
      hall.round.id,
    ]);
    expect(rows.map(({ answer_id }) => answer_id)).toEqual(expect.arrayContaining(acknowledged));
    expect(acknowledged.length).toBeGreaterThan(0);
  }, 60_000);
});

(hasMariadb() ? describe : describe.skip)('a database that is killed', () => {
  let mariadb: Mariadb;
  let url: string;

  beforeAll(async () => {
    mariadb = await startMariadb();
    url = await mariadb.createDatabase();
    await setUp({ DATABASE_URL: url });
  }, 120_000);
  afterAll(async () => {
    await tearDown();
    await mariadb.remove();
  });

  const query = onMariadb(() => url);

  /** Kills it, and brings it back after three seconds. */
  async function outage(): Promise<void> {
    const killedAt = wall.now();
    await mariadb.kill();
    await until(() => wall.now() - killedAt >= OUTAGE_MS);
    await mariadb.start();
  }

  it('while people answer, loses no acknowledged answer, and the question gets its time back', async () => {
    await begin();
    await open();
    const before = question();
    const ids = phones.map(() => newAnswerId());
    await Promise.all([0, 1, 2, 3, 4].map((index) => handIn(index, ids[index] ?? '')));
    const back = outage();
    const replies = await Promise.all([5, 6, 7, 8, 9, 10].map((index) => handIn(index, ids[index] ?? '')));
    await back;
    expect(replies.map((each) => each[each.length - 1])).toEqual(Array(6).fill('ok'));
    await until(() => question().opensAt > before.opensAt);
    const moved = question().opensAt - before.opensAt;
    expect(moved).toBeGreaterThanOrEqual(OUTAGE_MS);
    expect((question().closesAt ?? 0) - (before.closesAt ?? 0)).toBe(moved);
    // Nobody had to connect again: only the database was away.
    expect(phones.every((each) => each.socket.connected)).toBe(true);
    expect((await handIn(11, ids[11] ?? '')).pop()).toBe('ok');
    await host.reaches('question_closed');
    await reveal();
    const rows = await query<{ answer_id: string }>('SELECT answer_id FROM live_answer WHERE round_id = ?', [
      hall.round.id,
    ]);
    expect(rows.map(({ answer_id }) => answer_id).sort()).toEqual([...ids].sort());
    await expectBoard(query);
  }, 60_000);

  it('when the time of a question is almost up, makes nobody late', async () => {
    await begin({ secondsPerQuestion: 5 });
    await open();
    const before = question();
    await until(() => wall.now() >= (before.closesAt ?? 0) - 1_000);
    const back = outage();
    await until(() => wall.now() >= (before.closesAt ?? 0) - 500);
    const replies = await Promise.all(phones.map((_, index) => handIn(index, newAnswerId())));
    await back;
    expect(replies.map((each) => each[each.length - 1])).toEqual(Array(12).fill('ok'));
    expect(new Set(replies.flat())).not.toContain('answer_late');
    await host.reaches('question_closed');
    await reveal();
    await expectBoard(query);
  }, 60_000);
});
