import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import BetterSqlite3 from 'better-sqlite3';
import mysql from 'mysql2/promise';
import type { RoundSettings } from '@anquanli/contract/rounds';
import { Clock } from '../../src/platform/clock/clock.js';
import { Browser } from '../support/browser.js';
import { layCable } from '../support/cable.js';
import { hasMariadb, type Mariadb, startMariadb } from '../support/mariadb.js';
import { Hall, newAnswerId, type Host, type Phone } from '../support/play.js';
import { aQuestionSet, writeReleases } from '../support/releases.js';
import { buildServer, type ServerProcess, startServerProcess } from '../support/server-process.js';
import { mountSmallDisk } from '../support/small-disk.js';
import { tempDir } from '../support/temp-dir.js';
import { until } from '../support/until.js';
import type { Query } from './board-from-rows.js';
import { expectBoardOfRows, onMariadb, onSqlite } from './stored-rows.js';

const A = { kind: 'single', option: 'a' } as const;
const B = { kind: 'single', option: 'b' } as const;
const NAMES = Array.from({ length: 12 }, (_, index) => `员工${index + 1}`);
const ADMIN = { name: '王安全', password: 'gas-test-before-entry' };
/** Shorter gaps are no outage: the phones' patience covers them. */
const FULL_MS = 5_000;
const FROZEN_MS = 5_000;
const AWAY_MS = 9_000;
/** A heartbeat is written each second, and this machine may be busy. */
const SLACK_MS = 3_000;
/** What people at a phone take for “at once”. */
const AT_ONCE_MS = 2_000;

const wall = new Clock();
const disk = await mountSmallDisk();
let dir: string;
let remove: () => Promise<void>;
let env: Record<string, string>;
let server: ServerProcess;
let desk: Browser;
let hall: Hall;
let host: Host;
let phones: Phone[];

beforeAll(() => buildServer(), 300_000);
afterAll(() => disk?.remove());

/** A real server with an admin, its data in a folder of its own unless `more` says another. */
async function setUp(more: Record<string, string> = {}): Promise<void> {
  ({ dir, remove } = await tempDir());
  env = { DATA_DIR: path.join(dir, 'data'), ANQUANLI_RELEASES_DIR: path.join(dir, 'releases'), ...more };
  await writeReleases(path.join(dir, 'releases'), [aQuestionSet()]);
  server = await startServerProcess(env);
  desk = new Browser(server.origin);
  expect((await desk.post('/api/setup', { token: server.setupToken(), ...ADMIN })).status).toBe(200);
}

async function tearDown(): Promise<void> {
  await server.end('SIGKILL');
  await remove();
}

afterEach(() => hall.leave());

/** A new round in its lobby, with a host and phones. */
async function begin(names = NAMES, changes: Partial<RoundSettings> = {}): Promise<void> {
  hall = await Hall.open(server.origin, desk, changes);
  host = await hall.host();
  phones = await hall.phones(names);
}

const question = () => host.view?.view.question ?? { opensAt: Infinity, closesAt: Infinity };
const phone = (index: number): Phone => {
  const found = phones[index];
  if (!found) throw new Error(`there is no phone ${index}`);
  return found;
};

async function open(): Promise<void> {
  await host.order({ command: 'open_next' });
  await until(() => wall.now() >= question().opensAt);
}

/** Once the question has closed, by the clock or because nobody is waited for any more. */
async function reveal(): Promise<void> {
  await host.reaches('question_closed');
  await until(async () => (await host.order({ command: 'reveal' })).ok);
  await until(() => phones.every((each) => each.me?.standing));
}

/** Odd seats are right, even ones wrong: a board with something to get wrong. */
const choiceOf = (index: number) => (index % 2 === 0 ? A : B);

/** An answer as a phone hands it in: its id is made once. */
interface Paper {
  readonly index: number;
  readonly id: string;
}
const papers = (...indices: number[]): Paper[] => indices.map((index) => ({ index, id: newAnswerId() }));
const idsOf = (...handedIn: readonly Paper[][]) => handedIn.flat().map(({ id }) => id);

/** Sends it once. */
async function send({ index, id }: Paper) {
  const sentAt = wall.now();
  const ack = await phone(index).answer(1, choiceOf(index), id);
  return { ack, reply: ack.ok ? ('ok' as const) : ack.code, tookMs: wall.now() - sentAt };
}

/** Sends it as long as the server asks to come later. */
async function handIn(paper: Paper) {
  for (;;) {
    const sent = await send(paper);
    if (sent.ack.ok || !['server_busy', 'not_open_yet'].includes(sent.ack.code)) return sent;
    const at = sent.ack.details?.opensAt ?? wall.now() + (sent.ack.details?.retryAfterMs ?? 0);
    await until(() => wall.now() >= at);
  }
}

const allOf = <R>(group: readonly Paper[], work: (paper: Paper) => Promise<R>) => Promise.all(group.map(work));
const replies = (sent: readonly { reply: string }[]) => [...new Set(sent.map(({ reply }) => reply))];
const longest = (sent: readonly { tookMs: number }[]) => Math.max(...sent.map(({ tookMs }) => tookMs));

interface AnswerRow {
  answer_id: string;
  question_no: number;
}

/** Everything handed in is in the rows, each once. */
async function expectRows(query: Query, ids: readonly string[]): Promise<void> {
  const rows = await query<AnswerRow>('SELECT answer_id, question_no FROM live_answer WHERE round_id = ?', [
    hall.round.id,
  ]);
  expect(rows.map(({ answer_id }) => answer_id).sort()).toEqual([...ids].sort());
}

const expectBoard = (query: Query) => expectBoardOfRows(query, { desk, roundId: hall.round.id, phones });

/** The question as a whole moved by what was lost, neither more nor less. */
function expectTimeGivenBack(before: ReturnType<typeof question>, lostMs: number): void {
  const moved = question().opensAt - before.opensAt;
  expect(moved).toBeGreaterThanOrEqual(lostMs);
  expect(moved).toBeLessThanOrEqual(lostMs + SLACK_MS);
  expect((question().closesAt ?? 0) - (before.closesAt ?? 0)).toBe(moved);
}

const fileOf = () => path.join(env['DATA_DIR'] ?? '', 'anquanli.sqlite');
const sqlite = onSqlite(fileOf);

/** Ten at the same moment, through three sockets of one person. */
async function sendTenTimes(query: Query): Promise<void> {
  await begin(NAMES.slice(0, 2));
  const { seat } = phone(0);
  const [one, two, three] = [phone(0), await hall.connect(seat), await hall.connect(seat)];
  await open();
  const id = newAnswerId();
  const acks = await Promise.all(
    [one, two, three, one, two, three, one, two, three, one].map((tab) => tab.answer(1, A, id)),
  );
  const [first] = acks;
  expect(first).toMatchObject({ ok: true, answerId: id });
  expect(acks).toEqual(Array(10).fill(first));
  await expectRows(query, [id]);
  await until(() => host.counters?.answered === 1);
  expect(host.counters?.choices[0]?.count).toBe(1);
  const later = await hall.connect(seat);
  expect(later.me?.answer).toMatchObject({ answerId: id });
  expect(await later.answer(1, A, id)).toEqual(first);
  await host.order({ command: 'close' });
  await reveal();
  expect(host.view?.view.distribution).toMatchObject({ seats: 2, answered: 1, right: 1 });
  await expectBoard(query);
}

(disk ? describe : describe.skip)('a disk that is full', () => {
  beforeAll(() => setUp({ DATA_DIR: path.join(disk?.dir ?? '', 'data') }), 60_000);
  afterEach(() => disk?.free());
  afterAll(tearDown);

  /** No byte is left, neither on the disk nor inside the files that the database has already. */
  function fill(): void {
    const db = new BetterSqlite3(fileOf());
    try {
      db.pragma('wal_checkpoint(TRUNCATE)');
      disk?.fill();
    } finally {
      db.close();
    }
  }

  it('while people answer, is told to the phones at once; afterwards the same answers are taken, in the time that was left', async () => {
    await begin();
    await open();
    const before = question();
    const [early, meanwhile, late] = [papers(0, 1, 2, 3), papers(4, 5, 6, 7, 8, 9), papers(10)];
    expect(replies(await allOf(early, send))).toEqual(['ok']);
    fill();
    const fullAt = wall.now();
    for (let times = 1; wall.now() - fullAt < FULL_MS; times += 1) {
      const sent = await allOf(meanwhile, send);
      expect(replies(sent)).toEqual(['server_busy']);
      expect(longest(sent)).toBeLessThan(AT_ONCE_MS);
      await until(() => wall.now() - fullAt >= times * 1_000);
    }
    // Who has been acknowledged is acknowledged again, and sees it; who comes now is asked to come again.
    expect(replies(await allOf(early, send))).toEqual(['ok']);
    expect((await hall.connect(phone(0).seat)).me?.answer?.answerId).toBe(early[0]?.id);
    expect((await hall.knock('迟到的人')).status).toBe(503);
    expect(await host.order({ command: 'close' })).toMatchObject({ ok: false, code: 'server_busy' });
    const lostMs = wall.now() - fullAt;
    disk?.free();
    const taken = await allOf(meanwhile, handIn);
    expect(replies(taken)).toEqual(['ok']);
    await until(() => question().opensAt > before.opensAt);
    expectTimeGivenBack(before, lostMs);
    // The outage is nobody's thinking time.
    for (const { ack } of taken)
      if (ack.ok) expect(ack.elapsedMs).toBe(Math.max(0, Math.round(ack.receivedAt - question().opensAt)));
    expect(phones.every((each) => each.socket.connected)).toBe(true);
    expect(replies(await allOf(late, handIn))).toEqual(['ok']);
    await host.order({ command: 'close' });
    await reveal();
    await expectRows(sqlite, idsOf(early, meanwhile, late));
    await expectBoard(sqlite);
  }, 60_000);

  it('leaves nothing behind: what is acknowledged after it is on the disk, also when something else was taken back before', async () => {
    await begin();
    fill();
    expect((await hall.knock('迟到的人')).status).toBe(503);
    expect((await hall.knock('迟到的人')).status).toBe(503);
    disk?.free();
    const account = { name: '李组织', password: ADMIN.password, role: 'organiser' };
    const statuses = [
      (await desk.post('/api/accounts', account)).status,
      (await desk.post('/api/accounts', account)).status,
    ];
    expect(statuses).toEqual([200, 409]);
    await open();
    const given = papers(0, 1, 2);
    expect(replies(await allOf(given, send))).toEqual(['ok']);
    await server.end('SIGKILL');
    await expectRows(sqlite, idsOf(given));
    server = await startServerProcess({ ...env, PORT: String(server.port) });
  }, 60_000);
});

describe('one person', () => {
  beforeAll(() => setUp(), 60_000);
  afterAll(tearDown);

  it(
    'whose three tabs send the same answer ten times at one moment has one, and is told the same ten times',
    () => sendTenTimes(sqlite),
    60_000,
  );

  it('who was cut off with an answer chosen sees the open question on return, and the answer is taken', async () => {
    await begin(NAMES.slice(0, 11));
    const cable = await layCable(server.port);
    try {
      const lift = Hall.of(cable.origin, desk, hall.round);
      const last = await lift.phone(NAMES[11] ?? '');
      await open();
      const before = question();
      cable.pull();
      const cutAt = wall.now();
      const others = papers(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
      expect(replies(await allOf(others, send))).toEqual(['ok']);
      await until(() => wall.now() - cutAt >= AWAY_MS, AWAY_MS + SLACK_MS);
      // It is waited for: it was there when the question opened.
      expect(host.view?.view.phase).toBe('question_open');
      cable.plugIn();
      const backAt = wall.now();
      const back = await lift.connect(last.seat);
      expect(wall.now() - backAt).toBeLessThan(AT_ONCE_MS);
      expect(back.view?.version).toBe(host.view?.version);
      expect(back.view?.view).toMatchObject({ phase: 'question_open', question: before });
      expect(back.me).toMatchObject({ seatNo: last.seat.seatNo, answer: null });
      phones.push(back);
      const chosen = papers(11);
      const [sent] = await allOf(chosen, send);
      expect(sent).toMatchObject({ reply: 'ok' });
      await back.reaches('question_closed');
      expect(wall.now()).toBeLessThan(before.closesAt ?? 0);
      await reveal();
      expect(back.me).toMatchObject({ answer: { answerId: chosen[0]?.id }, standing: { questionNo: 1 } });
      await expectRows(sqlite, idsOf(others, chosen));
      await expectBoard(sqlite);
      lift.leave();
    } finally {
      await cable.remove();
    }
  }, 60_000);
});

(hasMariadb() ? describe : describe.skip)('a database that stands still', () => {
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

  function signal(what: 'SIGSTOP' | 'SIGCONT'): void {
    const pid = mariadb.pid();
    if (pid === null) throw new Error('the database has ended');
    process.kill(pid, what);
  }

  /** Just after a heartbeat, so that none is on its way. */
  async function heartbeat(): Promise<void> {
    const aliveAt = async () =>
      (await query<{ alive_at: unknown }>('SELECT alive_at FROM live_round WHERE id = ?', [hall.round.id]))[0]
        ?.alive_at;
    const before = await aliveAt();
    await until(async () => (await aliveAt()) !== before);
  }

  it('for five seconds while people answer, loses no answer, and the question gets its time back', async () => {
    await begin();
    await open();
    const before = question();
    const [early, meanwhile, late] = [papers(0, 1, 2, 3), papers(4, 5, 6, 7, 8, 9), papers(10, 11)];
    expect(replies(await allOf(early, send))).toEqual(['ok']);
    await heartbeat();
    signal('SIGSTOP');
    const frozenAt = wall.now();
    const acknowledged = allOf(meanwhile, handIn);
    try {
      await until(() => wall.now() - frozenAt >= FROZEN_MS);
    } finally {
      signal('SIGCONT');
    }
    const sent = await acknowledged;
    expect(replies(sent)).toEqual(['ok']);
    await until(() => question().opensAt > before.opensAt);
    expectTimeGivenBack(before, FROZEN_MS);
    expect(phones.every((each) => each.socket.connected)).toBe(true);
    expect(replies(await allOf(late, handIn))).toEqual(['ok']);
    await reveal();
    await expectRows(query, idsOf(early, meanwhile, late));
    await expectBoard(query);
  }, 60_000);

  it('for writing alone, as on a disk that hangs, gives the question its time back too', async () => {
    await begin();
    await open();
    const before = question();
    const [early, meanwhile, late] = [papers(0, 1, 2, 3), papers(4, 5, 6, 7, 8, 9), papers(10, 11)];
    expect(replies(await allOf(early, send))).toEqual(['ok']);
    await heartbeat();
    const holder = await mysql.createConnection({ uri: url });
    await holder.beginTransaction();
    await holder.query('SELECT id FROM live_round WHERE id = ? FOR UPDATE', [hall.round.id]);
    const stalledAt = wall.now();
    const acknowledged = allOf(meanwhile, handIn);
    await until(() => wall.now() - stalledAt >= FROZEN_MS);
    // The heartbeat has been on its way for so long that nobody's answer is taken any more.
    expect(replies(await allOf(late, send))).toEqual(['server_busy']);
    await holder.rollback();
    await holder.end();
    const afterwards = await allOf(late, handIn);
    expect(replies([...(await acknowledged), ...afterwards])).toEqual(['ok']);
    expectTimeGivenBack(before, FROZEN_MS);
    for (const { ack } of afterwards)
      if (ack.ok) expect(ack.elapsedMs).toBe(Math.max(0, Math.round(ack.receivedAt - question().opensAt)));
    await reveal();
    await expectRows(query, idsOf(early, meanwhile, late));
    await expectBoard(query);
  }, 60_000);

  it(
    'never for the same answer sent ten times at one moment: one row, ten equal replies',
    () => sendTenTimes(query),
    60_000,
  );
});
