import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { hostExchanges, type SharedHostView } from '@anquanli/contract/live-host';
import type { Choice } from '@anquanli/contract/question';
import type { RoundSettings } from '@anquanli/contract/rounds';
import { startServer } from '../../src/server.js';
import { createLog } from '../../src/platform/logging/log.js';
import type { Browser } from '../support/browser.js';
import { JumpingClock } from '../support/jumping-clock.js';
import { heartbeats, leap } from '../support/leap.js';
import { Hall, someSettings, type Host, type Phone } from '../support/play.js';
import { questionId } from '../support/releases.js';
import { startTestServer, type TestServer } from '../support/start-server.js';
import { until } from '../support/until.js';

const A = { kind: 'single', option: 'a' } as const;
const B = { kind: 'single', option: 'b' } as const;
const BOTH: Choice = { kind: 'multiple', options: ['a', 'b'] };

describe('a host', () => {
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

  async function lobby(names: readonly string[], changes: Partial<RoundSettings> = {}): Promise<Phone[]> {
    hall = await Hall.open(server.origin, desk, changes);
    host = await hall.host();
    return hall.phones(names);
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

  it('cannot give an order that does not belong to the phase, and nothing changes', async () => {
    await lobby(['张三']);
    for (const command of ['close', 'add_time', 'skip', 'reveal', 'leaderboard', 'finish'] as const) {
      expect(await host.order({ command })).toMatchObject({
        ok: false,
        code: 'wrong_phase',
        details: { phase: 'lobby' },
      });
    }
    await host.order({ command: 'open_next' });
    const version = host.view?.version;
    // Before the opening instant nobody has had a chance yet.
    expect(await host.order({ command: 'close' })).toMatchObject({ code: 'wrong_phase' });
    expect(await host.order({ command: 'open_next' })).toMatchObject({ code: 'wrong_phase' });
    expect(host.view?.version).toBe(version);
  });

  it('who looks at an old state is told the newest version', async () => {
    await lobby(['张三']);
    const version = host.view?.version ?? 0;
    await host.order({ command: 'lock_lobby', isLocked: true });
    expect(await host.ask(hostExchanges.command, { version, order: { command: 'open_next' } })).toMatchObject({
      code: 'stale_version',
      details: { version: version + 1 },
    });
  });

  it('skips a question: nobody gets anything for it, streaks go on, and it is never revealed', async () => {
    const [phone] = await lobby(['张三', '李四']);
    await open();
    await hands(phone, 1, A);
    await closeAndReveal();
    await until(() => phone?.me?.standing?.streak === 1);
    const { total, rightTimeMs } = phone?.me?.standing ?? {};
    await open();
    await hands(phone, 2, { kind: 'multiple', options: ['c'] });
    await host.order({ command: 'skip' });
    await until(() => phone?.me?.standing?.questionNo === 2);
    expect(phone?.me?.standing).toMatchObject({
      verdict: 'skipped',
      points: 0,
      total,
      rightTimeMs,
      streak: 1,
      rank: 1,
    });
    await phone?.reaches('leaderboard');
    expect(phone?.view?.view).toMatchObject({ isSkipped: true });
    expect(JSON.stringify(phone?.view)).not.toContain('"key"');
    await open();
    expect(host.view?.view).toMatchObject({ phase: 'question_open', questionNo: 3 });
    await host.order({ command: 'skip' });
    expect(await host.order({ command: 'open_next' })).toMatchObject({ code: 'no_more_questions' });
    await host.order({ command: 'finish' });
    const stage = await hall.stage();
    expect(stage.view?.view).toMatchObject({ statistics: { people: 2, questionsPlayed: 1 } });
  });

  it('aborts: everybody sees it, and nobody comes in any more', async () => {
    const [phone] = await lobby(['张三']);
    const stage = await hall.stage();
    await open();
    await host.order({ command: 'abort' });
    await phone?.reaches('aborted');
    await stage.reaches('aborted');
    expect(await phone?.answer(1, A)).toMatchObject({ ok: false, code: 'answer_late' });
    expect(await hall.knock('李四')).toMatchObject({ body: { code: 'pin_unknown' } });
    for (const command of ['open_next', 'abort', 'finish'] as const) {
      expect(await host.order({ command })).toMatchObject({ code: 'wrong_phase' });
    }
  });

  it('voids a revealed question: totals and ranks are computed again, and every phone is told', async () => {
    const phones = await lobby(['张三', '李四', '王五']);
    await open();
    await hands(phones[0], 1, A);
    await hands(phones[1], 1, B);
    await hands(phones[2], 1, A);
    await closeAndReveal();
    await open();
    await hands(phones[1], 2, BOTH);
    await closeAndReveal();
    await until(() => phones.every((phone) => phone.me?.standing?.questionNo === 2));
    expect(phones.map((phone) => phone.me?.standing?.rightCount)).toEqual([1, 1, 1]);

    const before = phones.map((phone) => phone.me?.version ?? 0);
    await host.order({ command: 'void', questionNo: 1, reason: '选项有误' });
    await until(() => phones.every((phone, index) => (phone.me?.version ?? 0) > (before[index] ?? 0)));
    expect(phones.map((phone) => phone.me?.standing)).toMatchObject([
      { total: 0, rightCount: 0, rightTimeMs: 0, rank: 2 },
      { rightCount: 1, rank: 1, gapToNext: null },
      { total: 0, rightCount: 0, rank: 2 },
    ]);
    expect(phones[0]?.me?.standing?.gapToNext).toBe(phones[1]?.me?.standing?.total);
    expect(host.view?.view.questions[0]).toMatchObject({ status: 'void', revelation: { voidReason: '选项有误' } });
    expect(host.view?.view.board[0]).toMatchObject({ seatNo: 2, rank: 1 });

    expect(await host.order({ command: 'void', questionNo: 1, reason: '又一次' })).toMatchObject({
      code: 'question_not_revealed',
    });
    expect(await host.order({ command: 'void', questionNo: 3, reason: '还没有' })).toMatchObject({
      code: 'question_not_revealed',
    });
  });

  it('voids a question even after the end, and the review and the results say why', async () => {
    const phones = await lobby(['张三', '李四'], { pick: { by: 'hand', questionIds: [questionId(1)] } });
    await open();
    await hands(phones[0], 1, A);
    await closeAndReveal();
    await host.order({ command: 'finish' });
    await until(() => phones[0]?.me?.standing?.rank === 1);
    await host.order({ command: 'void', questionNo: 1, reason: '标准已更新' });
    await until(() => phones.every((phone) => phone.me?.standing?.total === 0));
    expect(phones.map((phone) => phone.me?.standing?.rank)).toEqual([1, 1]);
    const { body } = await desk.get(`/api/rounds/${hall.round.id}/results`);
    expect(body).toMatchObject({ questions: [{ status: 'void', revelation: { voidReason: '标准已更新' } }] });
    const review = await desk.get(`/api/play/rounds/${hall.round.id}/review`, {
      authorization: `Bearer ${phones[0]?.seat.personToken}`,
    });
    expect(review.body).toMatchObject({
      questions: [{ verdict: 'void', points: 0, choice: A, revelation: { voidReason: '标准已更新' } }],
    });
  });

  it('changes the settings of a round until it has begun', async () => {
    await lobby([]);
    const settings = someSettings({
      title: '新标题',
      pick: { by: 'rule', count: 2, categories: [], difficulties: [] },
    });
    expect((await desk.put(`/api/rounds/${hall.round.id}`, settings)).body).toMatchObject({ questionCount: 2 });
    await until(() => host.view?.view.title === '新标题');
    expect(host.view?.view.questions).toHaveLength(2);
    await host.order({ command: 'open_next' });
    expect((await desk.put(`/api/rounds/${hall.round.id}`, settings)).body).toMatchObject({
      code: 'round_already_started',
    });
  });

  it('who comes from another device finds the round as it is and drives on', async () => {
    await lobby(['张三']);
    await open();
    host.close();
    const phone = await hall.host();
    expect(phone.view?.view).toMatchObject({ phase: 'question_open', questionNo: 1 });
    expect(await phone.order({ command: 'close' })).toMatchObject({ ok: true });
  });
});

async function hands(phone: Phone | undefined, questionNo: number, choice: Choice): Promise<void> {
  expect(await phone?.answer(questionNo, choice)).toMatchObject({ ok: true });
}

describe('the autopilot', () => {
  const clock = new JumpingClock();
  const flying = { isOn: true, closedSeconds: 2, revealSeconds: 3, leaderboardSeconds: 4 };
  let server: TestServer;
  let desk: Browser;

  beforeAll(async () => {
    server = await startTestServer({ clock });
    desk = await server.setUpAdmin();
  });
  afterAll(() => server.remove());

  it('waits for the host in the lobby, then flies from the first question to the podium with the set pauses', async () => {
    const hall = await Hall.open(server.origin, desk, { autopilot: flying });
    const host = await hall.host();
    const phone = await hall.phone('张三');
    const phases = new Map<number, string>();
    host.socket.on('view', ({ version, view }: SharedHostView) => phases.set(version, view.phase));
    expect(host.view?.view).toMatchObject({ autopilot: 'running', autopilotMovesAt: null });
    await host.order({ command: 'open_next' });
    for (let questionNo = 1; questionNo <= 3; questionNo += 1) {
      await until(() => host.view?.view.phase === 'question_open' && host.view.view.questionNo === questionNo);
      leap(server, clock, 23_000);
      for (const [phase, pauseMs] of [
        ['question_closed', 2_000],
        ['reveal', 3_000],
        ['leaderboard', 4_000],
      ] as const) {
        await host.reaches(phase);
        const { phaseSince, autopilotMovesAt } = host.view?.view ?? {};
        expect(autopilotMovesAt).toBe((phaseSince ?? 0) + pauseMs);
        leap(server, clock, (autopilotMovesAt ?? 0) - clock.now());
      }
    }
    await host.reaches('finished');
    await phone.reaches('finished');
    const once = ['question_open', 'question_closed', 'reveal', 'leaderboard'];
    expect([...phases.values()]).toEqual([...once, ...once, ...once, 'finished']);
    hall.leave();
  });

  it('paused, lets an open question end in time, then waits; also after a restart, until it is switched on again', async () => {
    const hall = await Hall.open(server.origin, desk, { autopilot: flying });
    const host = await hall.host();
    await hall.phone('张三');
    await host.order({ command: 'open_next' });
    await host.order({ command: 'autopilot', isOn: false });
    expect(host.view?.view).toMatchObject({ autopilot: 'paused', autopilotMovesAt: null });
    leap(server, clock, 23_000);
    await host.reaches('question_closed');
    leap(server, clock, 60_000);
    await heartbeats(server, hall.round.id);
    expect(host.view?.view.phase).toBe('question_closed');

    hall.leave();
    await server.stop();
    const { config } = server;
    const again = await startServer({ config: { ...config, port: server.port }, log: createLog('silent'), clock });
    try {
      const back = Hall.of(server.origin, desk, hall.round);
      const taken = await back.host();
      await heartbeats(again, hall.round.id);
      expect(taken.view?.view).toMatchObject({ phase: 'question_closed', autopilot: 'paused' });
      const switchedAt = clock.now();
      await taken.order({ command: 'autopilot', isOn: true });
      expect(taken.view?.view.autopilotMovesAt).toBeGreaterThanOrEqual(switchedAt + 2_000);
      leap(again, clock, 2_000);
      await taken.reaches('reveal');
      back.leave();
    } finally {
      await again.stop();
    }
  });
});
