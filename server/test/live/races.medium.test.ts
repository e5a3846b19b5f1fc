import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { hostExchanges } from '@anquanli/contract/live-host';
import { AnswerWriter } from '../../src/features/live/answers/answer-writer.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import type { Browser } from '../support/browser.js';
import { ENGINES, type Place } from '../support/engines.js';
import { JumpingClock } from '../support/jumping-clock.js';
import { leap } from '../support/leap.js';
import { Hall, newAnswerId, type Host, type Phone } from '../support/play.js';
import { startTestServer, type TestServer } from '../support/start-server.js';
import { until } from '../support/until.js';

const A = { kind: 'single', option: 'a' } as const;
const B = { kind: 'single', option: 'b' } as const;
const PEOPLE = 40;

describe.each(ENGINES)('at the same instant, on $engine,', ({ place }) => {
  const clock = new JumpingClock();
  let found: Place;
  let server: TestServer;
  let desk: Browser;
  let hall: Hall;

  beforeAll(async () => {
    found = await place();
    server = await startTestServer({ clock, config: found.database ? { database: found.database } : {} });
    desk = await server.setUpAdmin();
  }, 120_000);
  afterEach(() => hall.leave());
  afterAll(async () => {
    await server.remove();
    await found.remove();
  });

  async function opened(people: number): Promise<{ host: Host; phones: Phone[] }> {
    hall = await Hall.open(server.origin, desk);
    const host = await hall.host();
    const phones = await hall.phones(Array.from({ length: people }, (_, index) => `员工${index + 1}`));
    await host.order({ command: 'open_next' });
    leap(server, clock, 3_000);
    return { host, phones };
  }

  const rows = (seatNos: readonly number[]) => server.app.get(AnswerWriter).find(hall.round.id, 1, seatNos);

  const versionInRow = async (): Promise<number> => {
    const found: { version: number }[] = await server.app
      .get(UnitOfWork)
      .read((manager) => manager.query('SELECT version FROM live_round WHERE id = ?', [hall.round.id]));
    return found[0]?.version ?? 0;
  };

  it('two hosts close: one wins, the other is told and sees the same state, and the version moves once', async () => {
    const { host } = await opened(1);
    const other = await hall.host();
    const version = host.view?.version ?? 0;
    const close = { version, order: { command: 'close' } } as const;
    const acks = await Promise.all([host, other].map((each) => each.ask(hostExchanges.command, close)));
    expect(acks.filter((ack) => ack.ok)).toEqual([{ ok: true, version: version + 1 }]);
    expect(acks.filter((ack) => !ack.ok)).toMatchObject([{ code: 'stale_version' }]);
    await Promise.all([host, other].map((each) => each.reaches('question_closed')));
    expect([host.view?.version, other.view?.version, await versionInRow()]).toEqual(Array(3).fill(version + 1));
  });

  it('two hosts reveal: results are computed once', async () => {
    const { host, phones } = await opened(2);
    const other = await hall.host();
    await phones[0]?.answer(1, A);
    await host.order({ command: 'close' });
    await until(() => other.view?.version === host.view?.version);
    const reveal = { version: host.view?.version ?? 0, order: { command: 'reveal' } } as const;
    const acks = await Promise.all([host, other].map((each) => each.ask(hostExchanges.command, reveal)));
    expect(acks.map((ack) => (ack.ok ? 'won' : ack.code)).sort()).toEqual(['stale_version', 'won']);
    await Promise.all([host, other].map((each) => each.reaches('reveal')));
    expect(host.view?.view.distribution).toMatchObject({ seats: 2, answered: 1, right: 1 });
  });

  it('everybody answers and the host closes: whoever got an acknowledgement has a row, and is scored', async () => {
    const { host, phones } = await opened(PEOPLE);
    const answers = phones.map((phone) => phone.answer(1, A));
    await Promise.race(answers);
    const close = host.order({ command: 'close' });
    const acks = await Promise.all(answers);
    await close;
    await host.order({ command: 'reveal' });
    await expectScored(host, phones, acks);
    // The grace lets in all who were on their way.
    expect(acks.every((ack) => ack.ok)).toBe(true);
  });

  it('answers come in while the reveal is under way: whoever got an acknowledgement has a row, and is scored', async () => {
    const { host, phones } = await opened(PEOPLE);
    await phones[0]?.answer(1, A);
    await host.order({ command: 'close' });
    const reveal = host.order({ command: 'reveal' });
    // A steady stream from inside the grace until the reveal is through: some are in time, some are not.
    const acks = [{ ok: true } as { ok: boolean }];
    await Promise.all(
      phones.slice(1).map(async (phone, index) => {
        await until(() => host.view?.view.phase === 'reveal' || clock.now() - closedAt(host) > index * 30);
        acks[index + 1] = await phone.answer(1, A);
      }),
    );
    expect(await reveal).toMatchObject({ ok: true });
    await expectScored(host, phones, acks);
    expect(acks.some((ack) => !ack.ok)).toBe(true);
  });

  it('one answer comes from two sockets of one seat: one row, and both hear the same', async () => {
    const { phones } = await opened(2);
    const [phone] = phones;
    const tab = await hall.connect(seatOf(phone));
    const answerId = newAnswerId();
    const acks = await Promise.all([phone?.answer(1, A, answerId), tab.answer(1, A, answerId)]);
    expect(acks[0]).toMatchObject({ ok: true, answerId });
    expect(acks[1]).toEqual(acks[0]);
    expect(await rows([seatOf(phone).seatNo])).toHaveLength(1);
  });

  it('two sockets of one seat answer differently: the first counts, the other is refused', async () => {
    const { phones } = await opened(2);
    const [phone] = phones;
    const tab = await hall.connect(seatOf(phone));
    const acks = await Promise.all([phone?.answer(1, A), tab.answer(1, B)]);
    expect(acks.filter((ack) => ack?.ok)).toHaveLength(1);
    expect(acks.filter((ack) => !ack?.ok)).toMatchObject([{ code: 'already_answered' }]);
    const [row] = await rows([seatOf(phone).seatNo]);
    expect(acks.find((ack) => ack?.ok)).toMatchObject({ answerId: row?.answerId });
  });

  it('one answer comes ten times from three tabs: one row, and ten times the first reply', async () => {
    const { phones } = await opened(2);
    const [phone] = phones;
    const tabs = await Promise.all([1, 2, 3].map(() => hall.connect(seatOf(phone))));
    const answerId = newAnswerId();
    const ten = [...tabs, ...tabs, ...tabs, ...tabs].slice(0, 10);
    const acks = await Promise.all(ten.map((tab) => tab.answer(1, A, answerId)));
    expect(acks[0]).toMatchObject({ ok: true, answerId });
    expect(new Set(acks.map((ack) => JSON.stringify(ack))).size).toBe(1);
    expect(await rows([seatOf(phone).seatNo])).toHaveLength(1);
  });

  it('a whole hall sends everything twice within one batch: one row each, and nobody is lost with the repetitions', async () => {
    const { host, phones } = await opened(PEOPLE);
    const ids = phones.map(() => newAnswerId());
    const acks = await Promise.all([0, 1].flatMap(() => phones.map((phone, index) => phone.answer(1, A, ids[index]))));
    expect(acks.every((ack) => ack.ok)).toBe(true);
    acks.slice(PEOPLE).forEach((ack, index) => expect(ack).toEqual(acks[index]));
    expect(await rows(phones.map((phone) => phone.seat.seatNo))).toHaveLength(PEOPLE);
    await host.reaches('question_closed');
  });

  it('one person joins from many tabs at once with one token: one seat', async () => {
    hall = await Hall.open(server.origin, desk);
    const { personToken, seatNo } = await hall.seat('张三');
    const other = await Hall.open(server.origin, desk);
    const again = await Promise.all(Array.from({ length: 5 }, () => hall.seat('张三', personToken)));
    expect(again.map((seat) => seat.seatNo)).toEqual(Array(5).fill(seatNo));
    // The same person is new in another round: still one seat.
    const elsewhere = await Promise.all(Array.from({ length: 5 }, () => other.seat('张三', personToken)));
    expect(new Set(elsewhere.map((seat) => seat.seatNo)).size).toBe(1);
  });

  it('the last seats are given: no more than there are', async () => {
    hall = await Hall.open(server.origin, desk, { seatLimit: 5 });
    const replies = await Promise.all(Array.from({ length: 12 }, (_, index) => hall.knock(`员工${index}`)));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(5);
    expect(replies.filter(({ status }) => status !== 200).map(({ body }) => body)).toEqual(
      Array.from({ length: 7 }, () => expect.objectContaining({ code: 'round_full' })),
    );
  });

  it('people join while the round is deleted: nobody is left behind in the tables', async () => {
    hall = await Hall.open(server.origin, desk);
    await hall.phones(['张三', '李四']);
    const joins = Array.from({ length: 20 }, (_, index) => hall.knock(`员工${index}`));
    const removed = desk.delete(`/api/rounds/${hall.round.id}`);
    joins.push(...Array.from({ length: 20 }, (_, index) => hall.knock(`同事${index}`)));
    await Promise.all(joins);
    expect((await removed).status).toBe(200);
    const seats: unknown[] = await server.app
      .get(UnitOfWork)
      .read((manager) => manager.query('SELECT seat_no FROM live_seat WHERE round_id = ?', [hall.round.id]));
    expect(seats).toEqual([]);
  });

  async function expectScored(host: Host, phones: Phone[], acks: readonly { ok: boolean }[]): Promise<void> {
    await until(() => phones.every((phone) => phone.me?.standing?.questionNo === 1));
    const stored = new Set((await rows(phones.map((phone) => phone.seat.seatNo))).map((row) => row.seatNo));
    phones.forEach((phone, index) => {
      const isAcknowledged = acks[index]?.ok === true;
      expect({
        seat: phone.seat.seatNo,
        row: stored.has(phone.seat.seatNo),
        verdict: phone.me?.standing?.verdict,
      }).toEqual({
        seat: phone.seat.seatNo,
        row: isAcknowledged,
        verdict: isAcknowledged ? 'right' : 'none',
      });
    });
    expect(host.view?.view.distribution?.answered).toBe(stored.size);
  }
});

const closedAt = (host: Host): number => host.view?.view.question?.closesAt ?? Infinity;

function seatOf(phone: Phone | undefined): Phone['seat'] {
  if (!phone) throw new Error('nobody sits there');
  return phone.seat;
}
