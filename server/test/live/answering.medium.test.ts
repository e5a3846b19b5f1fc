import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { playerExchanges } from '@anquanli/contract/live';
import type { RoundSettings } from '@anquanli/contract/rounds';
import type { Browser } from '../support/browser.js';
import { JumpingClock } from '../support/jumping-clock.js';
import { heartbeats, leap } from '../support/leap.js';
import { Hall, newAnswerId, type Host, type Phone } from '../support/play.js';
import { startTestServer, type TestServer } from '../support/start-server.js';
import { until } from '../support/until.js';

const A = { kind: 'single', option: 'a' } as const;
const B = { kind: 'single', option: 'b' } as const;

describe('answering', () => {
  const clock = new JumpingClock();
  let server: TestServer;
  let desk: Browser;
  let hall: Hall;

  beforeAll(async () => {
    server = await startTestServer({ clock });
    desk = await server.setUpAdmin();
  });
  afterEach(() => hall.leave());
  afterAll(() => server.remove());

  /** A hall whose first question has just opened; everybody was connected at that instant. */
  async function opened(
    names: readonly string[],
    changes: Partial<RoundSettings> = {},
  ): Promise<{ host: Host; phones: Phone[] }> {
    hall = await Hall.open(server.origin, desk, changes);
    const host = await hall.host();
    const phones = await hall.phones(names);
    await open(host);
    return { host, phones };
  }

  async function open(host: Host): Promise<void> {
    await host.order({ command: 'open_next' });
    leap(server, clock, 3_000);
    // The opening instant is seen by the next beat: from then on it is known who was there.
    await heartbeats(server, hall.round.id, 1);
  }

  const closesAt = (host: Host): number => host.view?.view.question?.closesAt ?? 0;

  it('before the opening instant is refused with the instant, so that the phone sends again', async () => {
    hall = await Hall.open(server.origin, desk);
    const host = await hall.host();
    const phone = await hall.phone('张三');
    await host.order({ command: 'open_next' });
    expect(await phone.answer(1, A)).toMatchObject({
      code: 'not_open_yet',
      details: { opensAt: host.view?.view.question?.opensAt },
    });
    expect(await phone.answer(2, A)).toMatchObject({ code: 'question_not_open' });
  });

  it('within 700 ms after the host has closed still counts, and its time ends at the close', async () => {
    const { host, phones } = await opened(['张三', '李四']);
    leap(server, clock, 4_000);
    await host.order({ command: 'close' });
    const opensAt = host.view?.view.question?.opensAt ?? 0;
    const ack = await phones[0]?.answer(1, A);
    expect(ack).toMatchObject({ ok: true, elapsedMs: closesAt(host) - opensAt });
    await host.order({ command: 'reveal' });
    await until(() => phones[0]?.me?.standing?.verdict === 'right');
  });

  it('within the grace counts although the host has pressed for the reveal at once: that one waits', async () => {
    const { host, phones } = await opened(['张三', '李四']);
    await host.order({ command: 'close' });
    const reveal = host.order({ command: 'reveal' });
    await until(() => clock.now() >= closesAt(host) + 500);
    expect(host.view?.view).toMatchObject({ phase: 'question_closed', isDraining: true });
    expect(await phones[0]?.answer(1, A)).toMatchObject({ ok: true });
    expect(await reveal).toMatchObject({ ok: true });
    await until(() => phones[0]?.me?.standing?.verdict === 'right');
    expect(host.view?.view).toMatchObject({ phase: 'reveal', isDraining: false, distribution: { answered: 1 } });
  });

  it('after the grace is refused, and the phone learns how late it was', async () => {
    const { host, phones } = await opened(['张三', '李四']);
    await host.order({ command: 'close' });
    leap(server, clock, 701);
    const ack = await phones[0]?.answer(1, A);
    expect(ack).toMatchObject({ ok: false, code: 'answer_late' });
    const lateMs = ack?.ok === false ? (ack.details?.lateMs ?? 0) : 0;
    expect(lateMs).toBeGreaterThan(700);
    expect(lateMs).toBeLessThan(10_000);
  });

  it('is closed by the clock at closesAt, and late from 700 ms after it, whether or not the clock has come round', async () => {
    const { host, phones } = await opened(['张三', '李四']);
    leap(server, clock, closesAt(host) + 701 - clock.now());
    expect(await phones[0]?.answer(1, A)).toMatchObject({ ok: false, code: 'answer_late' });
    await host.reaches('question_closed');
  });

  it('with the same id gets its first reply in any phase, also long after the end', async () => {
    const { host, phones } = await opened(['张三', '李四']);
    const [phone] = phones;
    const answerId = newAnswerId();
    const first = await phone?.answer(1, A, answerId);
    expect(first).toMatchObject({ ok: true, answerId });
    leap(server, clock, 2_000);
    expect(await phone?.answer(1, A, answerId)).toEqual(first);
    await host.order({ command: 'close' });
    expect(await phone?.answer(1, A, answerId)).toEqual(first);
    await host.order({ command: 'reveal' });
    expect(await phone?.answer(1, A, answerId)).toEqual(first);
    await host.order({ command: 'finish' });
    expect(await phone?.answer(1, A, answerId)).toEqual(first);
  });

  it('is final: a second, different answer is refused', async () => {
    const { host, phones } = await opened(['张三', '李四']);
    expect(await phones[0]?.answer(1, B)).toMatchObject({ ok: true });
    expect(await phones[0]?.answer(1, A)).toMatchObject({ ok: false, code: 'already_answered' });
    await host.order({ command: 'close' });
    await host.order({ command: 'reveal' });
    await until(() => phones[0]?.me?.standing?.verdict === 'wrong');
    expect(phones[0]?.me?.answer?.choice).toEqual(B);
  });

  it('with what the question does not offer is refused and leaves the seat free to answer', async () => {
    const { phones } = await opened(['张三', '李四']);
    for (const choice of [
      { kind: 'single', option: 'z' },
      { kind: 'boolean', value: true },
    ] as const) {
      expect(await phones[0]?.answer(1, choice)).toMatchObject({ ok: false, code: 'choice_invalid' });
    }
    expect(await phones[0]?.answer(1, A)).toMatchObject({ ok: true });
  });

  it('by a selection that a hidden page left behind counts at close, unless an answer came or it was taken back', async () => {
    const { host, phones } = await opened(['只选', '选后答', '收回', '没来']);
    const [selected, answered, withdrawn] = phones;
    const answerId = newAnswerId();
    leap(server, clock, 6_000);
    expect(await selected?.draft(1, A, answerId)).toMatchObject({ ok: true });
    expect(await answered?.draft(1, A)).toMatchObject({ ok: true });
    expect(await answered?.answer(1, B)).toMatchObject({ ok: true });
    expect(await withdrawn?.draft(1, A)).toMatchObject({ ok: true });
    expect(await withdrawn?.draft(1, null)).toMatchObject({ ok: true });
    selected?.close();
    await host.order({ command: 'close' });
    await host.order({ command: 'reveal' });
    await until(() => withdrawn?.me?.standing?.questionNo === 1);
    expect(answered?.me?.standing).toMatchObject({ verdict: 'wrong' });
    expect(withdrawn?.me?.standing).toMatchObject({ verdict: 'none' });
    const back = await hall.connect(seatOf(selected));
    expect(back.me?.answer).toMatchObject({ answerId, choice: A });
    expect(back.me?.standing).toMatchObject({ verdict: 'right' });
    // Its time is that of the close, some nine of twenty seconds: like everybody's who sends then.
    expect(back.me?.standing?.bonus).toBeGreaterThan(0);
    expect(host.view?.view.distribution).toMatchObject({ seats: 4, answered: 2, right: 1 });
  });

  it('by a selection comes too late when the question is over', async () => {
    const { host, phones } = await opened(['张三', '李四']);
    await host.order({ command: 'close' });
    leap(server, clock, 701);
    expect(await phones[0]?.draft(1, A)).toMatchObject({ ok: false, code: 'answer_late' });
  });

  it('by all who were there at the opening closes the question, without those who had left before', async () => {
    hall = await Hall.open(server.origin, desk);
    const host = await hall.host();
    const [first, second, gone] = await hall.phones(['张三', '李四', '早退']);
    gone?.close();
    await until(async () => (await host.people({ filter: 'away' })).length === 1);
    await open(host);
    await first?.answer(1, A);
    await heartbeats(server, hall.round.id);
    expect(host.view?.view.phase).toBe('question_open');
    await second?.answer(1, B);
    await host.reaches('question_closed');
    expect(closesAt(host)).toBeLessThanOrEqual(clock.now());
  });

  it('waits for a phone that went to sleep during the question, to its end', async () => {
    const { host, phones } = await opened(['张三', '李四', '睡着']);
    const end = closesAt(host);
    phones[2]?.close();
    await phones[0]?.answer(1, A);
    await phones[1]?.answer(1, A);
    await heartbeats(server, hall.round.id);
    expect(host.view?.view.phase).toBe('question_open');
    leap(server, clock, end - 500 - clock.now());
    const back = await hall.connect(seatOf(phones[2]));
    expect(back.view?.view.phase).toBe('question_open');
    expect(await back.answer(1, A)).toMatchObject({ ok: true });
    await host.reaches('question_closed');
  });

  it('waits for somebody who came during the question', async () => {
    const { host, phones } = await opened(['张三', '李四']);
    const late = await hall.phone('迟到');
    await phones[0]?.answer(1, A);
    await phones[1]?.answer(1, A);
    await heartbeats(server, hall.round.id);
    expect(host.view?.view.phase).toBe('question_open');
    await late.answer(1, A);
    await host.reaches('question_closed');
  });

  it('does not wait for somebody who was kicked', async () => {
    const { host, phones } = await opened(['张三', '李四', '捣乱']);
    await phones[0]?.answer(1, A);
    await phones[1]?.answer(1, A);
    expect(host.view?.view.phase).toBe('question_open');
    await host.seat(seatOf(phones[2]).seatNo, { action: 'kick' });
    await host.reaches('question_closed');
  });

  it('is never closed early where the host closes by hand', async () => {
    const { host, phones } = await opened(['张三'], { secondsPerQuestion: null });
    expect(host.view?.view.question).toMatchObject({ closesAt: null, limitMs: null });
    await phones[0]?.answer(1, A);
    leap(server, clock, 600_000);
    await heartbeats(server, hall.round.id);
    expect(host.view?.view.phase).toBe('question_open');
    await host.order({ command: 'close' });
    await host.order({ command: 'reveal' });
    await until(() => phones[0]?.me?.standing?.points === 1_000);
  });

  it('has ten seconds more when the host adds them, and they do not count for the score', async () => {
    const { host, phones } = await opened(['张三', '李四']);
    const before = closesAt(host);
    await host.order({ command: 'add_time' });
    expect(closesAt(host)).toBe(before + 10_000);
    expect(host.view?.view.question?.limitMs).toBe(20_000);
    await until(() => phones[0]?.view?.version === host.view?.version);
    expect(phones[0]?.view?.view).toMatchObject({ question: { closesAt: before + 10_000 } });
    leap(server, clock, before + 5_000 - clock.now());
    await heartbeats(server, hall.round.id, 1);
    expect(await phones[0]?.answer(1, A)).toMatchObject({ ok: true, elapsedMs: 20_000 });
    leap(server, clock, 5_000);
    await host.reaches('question_closed');
    await host.order({ command: 'reveal' });
    await until(() => phones[0]?.me?.standing?.questionNo === 1);
    expect(phones[0]?.me?.standing).toMatchObject({ verdict: 'right', points: 1_000, bonus: 0 });
  });

  it('by a phone that asks for the newest view is shown as stored, never with the key before the reveal', async () => {
    const { phones } = await opened(['张三', '李四']);
    await phones[0]?.answer(1, B);
    const ack = await phones[0]?.ask(playerExchanges.sync, {});
    expect(ack).toMatchObject({ ok: true, me: { answer: { questionNo: 1, choice: B } } });
    expect(JSON.stringify(ack)).not.toContain('"key"');
  });
});

function seatOf(phone: Phone | undefined): Phone['seat'] {
  if (!phone) throw new Error('nobody sits there');
  return phone.seat;
}
