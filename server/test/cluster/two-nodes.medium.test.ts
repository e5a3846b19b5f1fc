import type { RoundSettings } from '@anquanli/contract/rounds';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { boardFromRows } from '../live/board-from-rows.js';
import { onMariadb } from '../live/stored-rows.js';
import { hasMariadb } from '../support/mariadb.js';
import { Hall, type Host, type Phone, type Stage } from '../support/play.js';
import { hasRedis } from '../support/redis.js';
import { buildServer, startServerProcess } from '../support/server-process.js';
import { startTwoNodes, type TwoNodes } from '../support/two-nodes.js';
import { until } from '../support/until.js';

const A = { kind: 'single', option: 'a' } as const;
const B = { kind: 'single', option: 'b' } as const;
const AT_A = ['员工1', '员工2', '员工3', '员工4'];
const AT_B = ['员工5', '员工6', '员工7', '员工8'];

(hasMariadb() && hasRedis() ? describe : describe.skip)('two nodes', () => {
  let nodes: TwoNodes;
  let hallA: Hall;
  let hallB: Hall;
  let host: Host;
  let stage: Stage;
  let atA: Phone[];
  let atB: Phone[];

  beforeAll(async () => {
    buildServer();
    nodes = await startTwoNodes();
  }, 300_000);
  afterEach(() => {
    hallA.leave();
    hallB.leave();
  });
  afterAll(() => nodes.remove());

  /** A round whose host is at the first node, its stage at the second, and its people at both. */
  async function begin(changes: Partial<RoundSettings> = {}): Promise<void> {
    hallA = await Hall.open(nodes.a.origin, nodes.deskA, changes);
    hallB = Hall.of(nodes.b.origin, nodes.deskB, hallA.round);
    [host, stage] = [await hallA.host(), await hallB.stage()];
    [atA, atB] = [await hallA.phones(AT_A), await hallB.phones(AT_B)];
  }

  const phones = () => [...atA, ...atB];
  const question = () => host.view?.view.question ?? { opensAt: Infinity, closesAt: Infinity };
  const serverTime = async () => {
    const ack = (await host.socket.emitWithAck('clock.sync', {})) as { serverNow: number };
    return ack.serverNow;
  };

  async function open(): Promise<void> {
    await host.order({ command: 'open_next' });
    await Promise.all(phones().map((each) => each.reaches('question_open')));
    await until(async () => (await serverTime()) >= question().opensAt);
  }

  const answers = (group: readonly Phone[], choice: typeof A | typeof B) =>
    Promise.all(group.map((each) => each.answer(1, choice)));

  const rows = onMariadb(() => nodes.databaseUrl);

  /** Everybody has been told the rank that the rows say, whatever node they are at. */
  async function expectBoardOfRows(present: readonly Phone[]): Promise<void> {
    const board = await boardFromRows(rows, hallA.round.id);
    for (const line of board) {
      const own = present.find(({ seat }) => seat.seatNo === line.seatNo);
      if (own) await until(() => own.me?.standing?.rank === line.rank && own.me.standing.total === line.points);
    }
  }

  it('play one round: everybody is counted, the question ends when all have answered, and each is told the own rank', async () => {
    await begin();
    await until(() => host.counters?.people === 8 && host.counters.online === 8);
    await until(() => stage.counters?.people === 8 && stage.counters.names.length === 8);
    await open();
    expect((await answers(atA, A)).every(({ ok }) => ok)).toBe(true);
    await until(() => stage.counters?.answered === 4);
    expect((await answers(atB.slice(0, 3), B)).every(({ ok }) => ok)).toBe(true);
    await until(() => host.counters?.choices.map(({ count }) => count).join() === '4,3,0');
    expect(host.view?.view.phase).toBe('question_open');
    expect((await host.people({ filter: 'unanswered' })).map(({ name }) => name)).toEqual(['员工8']);
    await answers(atB.slice(3), B);
    await host.reaches('question_closed');
    await host.order({ command: 'reveal' });
    await until(() => phones().every((each) => each.me?.standing));
    expect(host.view?.view.distribution).toMatchObject({ seats: 8, answered: 8, right: 4 });
    await expectBoardOfRows(phones());
    await host.order({ command: 'finish' });
    await Promise.all([...phones(), stage].map((each) => each.reaches('finished')));
  }, 60_000);

  it('do for people at one what a host at the other orders', async () => {
    await begin();
    const [first, second] = atB;
    if (!first || !second) throw new Error('nobody is there');
    await host.seat(first.seat.seatNo, { action: 'kick' });
    await until(() => first.bye === 'kicked');
    await host.seat(second.seat.seatNo, { action: 'rename', name: '新名字' });
    await until(() => second.me?.name.includes('新名字'));
    await until(() => stage.counters?.people === 7 && host.counters?.online === 7);
    expect((await host.people({ filter: 'online' })).length).toBe(7);
    // And back again: a host at the other node sees the same people.
    const hostB = await hallB.host();
    await until(() => hostB.counters?.people === 7 && hostB.counters.online === 7);
    await hostB.seat(first.seat.seatNo, { action: 'readmit' });
    await until(() => host.counters?.people === 8);
  }, 60_000);

  it('store at the reveal what hidden pages have left at the other', async () => {
    await begin();
    await open();
    const [hidden] = atB;
    if (!hidden) throw new Error('nobody is there');
    expect(await hidden.draft(1, A)).toMatchObject({ ok: true });
    await host.order({ command: 'close' });
    await host.order({ command: 'reveal' });
    await until(() => hidden.me?.standing);
    expect(hidden.me).toMatchObject({ answer: { choice: A }, standing: { rank: 1 } });
    expect(host.view?.view.distribution).toMatchObject({ answered: 1, right: 1 });
  }, 60_000);

  it('take an order that was given on sight of what the other has just done', async () => {
    await begin();
    const hostB = await hallB.host();
    await host.order({ command: 'lock_lobby', isLocked: true });
    await until(() => hostB.view?.version === host.view?.version);
    expect(await hostB.order({ command: 'open_next' })).toMatchObject({ ok: true });
    await until(() => hostB.view?.version === host.view?.version);
    expect(await host.order({ command: 'lock_lobby', isLocked: false })).toMatchObject({ ok: true });
  }, 60_000);

  it('tell everybody of a round that is deleted', async () => {
    await begin();
    expect((await nodes.deskA.delete(`/api/rounds/${hallA.round.id}`)).status).toBe(200);
    await until(() => [...phones(), stage].every(({ bye }) => bye === 'round_deleted'));
  }, 60_000);

  it('count wrong codes of one address together', async () => {
    await begin();
    const knock = (desk: typeof nodes.deskA) => desk.post('/api/play/find', { door: { pin: '000000' } });
    const codes = new Set<number>();
    for (let attempt = 0; attempt < 120 && !codes.has(429); attempt += 1)
      codes.add((await knock(attempt % 2 === 0 ? nodes.deskA : nodes.deskB)).status);
    expect(codes.has(429)).toBe(true);
    expect((await knock(nodes.deskA)).status).toBe(429);
    expect((await knock(nodes.deskB)).status).toBe(429);
  }, 60_000);

  it('lose no answer when one is killed: its people move over, get their time back, and the round goes on', async () => {
    await nodes.redis.flush();
    await begin();
    await open();
    const before = question();
    expect((await answers(atA.slice(0, 2), A)).every(({ ok }) => ok)).toBe(true);
    expect((await answers(atB.slice(0, 2), A)).every(({ ok }) => ok)).toBe(true);
    const killedAt = await serverTime();
    await nodes.b.end('SIGKILL');
    atB = await Promise.all(atB.map((phone) => hallA.connect(phone.seat)));
    await until(() => question().opensAt > before.opensAt);
    const moved = question().opensAt - before.opensAt;
    expect(moved).toBeGreaterThanOrEqual(2_500);
    expect(moved).toBeLessThanOrEqual((await serverTime()) - killedAt + 1_500);
    expect((question().closesAt ?? 0) - (before.closesAt ?? 0)).toBe(moved);
    // What was acknowledged is there, and is known as the own answer at the other node.
    expect(atB.slice(0, 2).every(({ me }) => me?.answer?.choice.kind === 'single')).toBe(true);
    await until(async () => (await serverTime()) >= question().opensAt);
    expect((await answers([...atA.slice(2), ...atB.slice(2)], B)).every(({ ok }) => ok)).toBe(true);
    await host.reaches('question_closed');
    await host.order({ command: 'reveal' });
    await until(() => phones().every((each) => each.me?.standing));
    expect(host.view?.view.distribution).toMatchObject({ seats: 8, answered: 8, right: 4 });
    await expectBoardOfRows(phones());
    await nodes.startB();
    hallB = Hall.of(nodes.b.origin, nodes.deskB, hallA.round);
    stage = await hallB.stage();
    expect(stage.view?.view.phase).toBe('reveal');
  }, 90_000);

  it('shift nobody’s time when one stops as it should: its people are told and move over', async () => {
    await begin();
    await open();
    const before = question();
    await nodes.b.end('SIGTERM');
    expect(atB.every(({ bye }) => bye === 'server_stopping')).toBe(true);
    atB = await Promise.all(atB.map((phone) => hallA.connect(phone.seat)));
    await until(() => host.counters?.online === 8);
    const until4 = (await serverTime()) + 4_000;
    await until(async () => (await serverTime()) > until4);
    expect(question()).toEqual(before);
    await nodes.startB();
  }, 90_000);

  it('go on without Redis, tell each other by the rows, and are whole again when it is back', async () => {
    await begin();
    await open();
    await nodes.redis.kill();
    expect((await answers([...atA.slice(0, 3), ...atB.slice(0, 3)], A)).every(({ ok }) => ok)).toBe(true);
    await host.order({ command: 'close' });
    await Promise.all(atB.map((each) => each.reaches('question_closed')));
    await host.order({ command: 'reveal' });
    await until(() => phones().every((each) => each.me?.standing));
    expect(host.view?.view.distribution).toMatchObject({ answered: 6, right: 6 });
    const [last] = atB.slice(-1);
    if (!last) throw new Error('nobody is there');
    await host.seat(last.seat.seatNo, { action: 'kick' });
    await nodes.redis.start();
    await until(() => stage.counters?.people === 7, 20_000);
    await until(() => last.bye === 'kicked', 20_000);
    await expectBoardOfRows(phones().filter((each) => each !== last));
  }, 90_000);

  it('give the periodic work to one of them, and to the other when that one is gone', async () => {
    await begin();
    const duty = async () => Number((await rows<{ n: unknown }>(ON_DUTY, [])).at(0)?.n ?? 0);
    expect(await duty()).toBe(1);
    await nodes.restartB('SIGKILL');
    await until(async () => (await duty()) === 1);
  }, 60_000);

  it('let no server begin beside them that knows nothing of them', async () => {
    await begin();
    const { REDIS_URL: _, ...alone } = nodes.env('c');
    await expect(startServerProcess(alone)).rejects.toThrow(/REDIS_URL/);
  }, 90_000);
});

/** Connections that hold the lock of the periodic work; its name ends so. */
const ON_DUTY = `SELECT CASE WHEN IS_USED_LOCK(CONCAT('anquanli/', LEFT(SHA2(CONCAT('/', DATABASE()), 256), 16), '/duty')) IS NULL THEN 0 ELSE 1 END AS n`;
