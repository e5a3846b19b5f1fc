import { LIMITS } from '@anquanli/contract/vocabulary';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { RoundDetail } from '@anquanli/contract/rounds';
import { startServer } from '../../src/server.js';
import { createLog } from '../../src/platform/logging/log.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import type { Browser } from '../support/browser.js';
import { JumpingClock } from '../support/jumping-clock.js';
import { leap } from '../support/leap.js';
import { Hall, type Phone } from '../support/play.js';
import { startTestServer, type TestServer } from '../support/start-server.js';
import { until } from '../support/until.js';
import { countOf, rowsOf } from './rows-of.js';

const A = { kind: 'single', option: 'a' } as const;
const B = { kind: 'single', option: 'b' } as const;
const DAY_MS = 86_400_000;

describe('after a round', () => {
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

  const unitOfWork = () => server.app.get(UnitOfWork);

  /** One question played by two, then the podium. */
  async function played(retentionDays = 90): Promise<Phone[]> {
    hall = await Hall.open(server.origin, desk, { retentionDays });
    const host = await hall.host();
    const phones = await hall.phones(['张三', '李四']);
    await host.order({ command: 'open_next' });
    leap(server, clock, 3_000);
    await phones[0]?.answer(1, A);
    await phones[1]?.answer(1, B);
    await host.reaches('question_closed');
    await host.order({ command: 'reveal' });
    await host.order({ command: 'finish' });
    await until(() => phones.every((phone) => phone.view?.view.phase === 'finished' && phone.me?.standing));
    return phones;
  }

  it('the organiser has the board with full names, and how each question went', async () => {
    await played();
    const { body } = await desk.get(`/api/rounds/${hall.round.id}/results`);
    expect(body).toMatchObject({
      round: { phase: 'finished', people: 2, pin: null },
      ranked: 2,
      board: [
        { rank: 1, name: '张三', rightCount: 1 },
        { rank: 2, name: '李四', rightCount: 0, points: 0 },
      ],
      questions: [
        {
          status: 'revealed',
          distribution: {
            seats: 2,
            answered: 2,
            right: 1,
            choices: expect.arrayContaining([
              { id: 'a', count: 1 },
              { id: 'b', count: 1 },
            ]),
          },
        },
        { status: 'waiting', distribution: { answered: 0 } },
        { status: 'waiting' },
      ],
      statistics: { people: 2, meanRight: 0.5, questionsPlayed: 1, hardest: { questionNo: 1, rightShare: 0.5 } },
    });
    expect((await desk.get(`/api/rounds/${hall.round.id}/results?offset=1`)).body).toMatchObject({
      board: [{ rank: 2 }],
    });
  });

  it('every phone reviews what was revealed with the own answer, and nothing that was not', async () => {
    const [phone] = await played();
    const { body } = await desk.get(`/api/play/rounds/${hall.round.id}/review`, {
      authorization: `Bearer ${phone?.seat.personToken}`,
    });
    const { questions } = body as { questions: { points: number }[] };
    expect(questions).toMatchObject([
      { question: { questionNo: 1 }, choice: A, verdict: 'right', revelation: { key: A, explanation: '因为如此。' } },
    ]);
    expect(questions[0]?.points).toBe(phone?.me?.standing?.total);
  });

  it('the same questions are run again with new people, in a round of its own', async () => {
    await played();
    const again = (await desk.post(`/api/rounds/${hall.round.id}/again`)).body as RoundDetail;
    expect(again).toMatchObject({ phase: 'lobby', people: 0, questionNo: 0, settings: hall.round.settings });
    expect(again.id).not.toBe(hall.round.id);
    expect(again.stageCode).not.toBe(hall.round.stageCode);
    expect((await desk.get(`/api/rounds/${hall.round.id}`)).body).toMatchObject({ phase: 'finished', people: 2 });
  });

  it('who deletes it deletes its seats, names, answers and results, and people who sat nowhere else', async () => {
    const [first] = await played();
    const elsewhere = await Hall.open(server.origin, desk);
    await elsewhere.seat('张三', first?.seat.personToken);
    const people = await countOf(unitOfWork(), 'person');
    await desk.post('/api/play/seat-claims', { door: { pin: elsewhere.round.pin }, name: '张三' });
    expect(await rowsOf(unitOfWork(), hall.round.id)).toMatchObject({ live_seat: 2, live_answer: 2, live_result: 2 });
    const stage = await hall.stage();

    expect((await desk.delete(`/api/rounds/${hall.round.id}`)).status).toBe(200);
    await until(() => first?.bye === 'round_deleted' && stage.bye === 'round_deleted');
    expect(await rowsOf(unitOfWork(), hall.round.id)).toEqual({});
    // One of the two sits in the other round too: that person and token stay.
    expect(await countOf(unitOfWork(), 'person')).toBe(people - 1);
    expect(
      await countOf(unitOfWork(), 'person_token t LEFT JOIN person p ON p.id = t.person_id WHERE p.id IS NULL'),
    ).toBe(0);
    expect((await elsewhere.seat('张三', first?.seat.personToken)).seatNo).toBe(1);
    expect((await desk.get(`/api/rounds/${hall.round.id}`)).status).toBe(404);

    await desk.delete(`/api/rounds/${elsewhere.round.id}`);
    expect(await rowsOf(unitOfWork(), elsewhere.round.id)).toEqual({});
  });
});

describe('what must go', () => {
  const clock = new JumpingClock();
  let server: TestServer;
  let desk: Browser;

  beforeEach(async () => {
    server = await startTestServer({ clock });
    desk = await server.setUpAdmin();
  });
  afterEach(() => server.remove());

  /** Stops the server, and looks at what the next start on the same folder does. */
  async function afterRestart(look: (unitOfWork: UnitOfWork) => Promise<void>): Promise<void> {
    await server.stop();
    const again = await startServer({ config: server.config, log: createLog('silent'), clock });
    try {
      await look(again.app.get(UnitOfWork));
    } finally {
      await again.stop();
    }
  }

  const isGone = async (unitOfWork: UnitOfWork, roundId: string) =>
    Object.keys(await rowsOf(unitOfWork, roundId)).length === 0;

  async function finished(retentionDays: number): Promise<string> {
    const hall = await Hall.open(server.origin, desk, { retentionDays });
    const host = await hall.host();
    await hall.seat('张三');
    await host.order({ command: 'open_next' });
    await host.order({ command: 'skip' });
    await host.order({ command: 'finish' });
    hall.leave();
    return hall.round.id;
  }

  it('a round and its people go when their days of retention are over, and not a day before', async () => {
    const short = await finished(1);
    const long = await finished(7);
    const { finishedAt, deletesAt } = (await desk.get(`/api/rounds/${long}`)).body as RoundDetail;
    expect((deletesAt ?? 0) - (finishedAt ?? 0)).toBe(7 * DAY_MS);
    leap(server, clock, 6 * DAY_MS);
    await afterRestart(async (unitOfWork) => {
      await until(() => isGone(unitOfWork, short));
      expect(await rowsOf(unitOfWork, long)).toMatchObject({ live_round: 1, live_seat: 1 });
      expect(await countOf(unitOfWork, 'person')).toBe(1);
    });
    clock.jump(DAY_MS);
    await afterRestart(async (unitOfWork) => {
      await until(() => isGone(unitOfWork, long));
      expect(await countOf(unitOfWork, 'person')).toBe(0);
    });
  });

  it('a deletion that a crash cut short is finished by the next start', async () => {
    const whole = await finished(90);
    const cut = await finished(90);
    // What is on disk when the process dies after the first step: the round is over, overdue and has no PIN.
    await server.app
      .get(UnitOfWork)
      .run((tx) => tx.query(`UPDATE live_round SET phase = 'aborted', pin = NULL, deletes_at = 1 WHERE id = ?`, [cut]));
    await afterRestart(async (unitOfWork) => {
      await until(() => isGone(unitOfWork, cut));
      expect(await rowsOf(unitOfWork, whole)).toMatchObject({ live_round: 1, live_seat: 1 });
    });
  });

  it('a rehearsal plays with twenty pretend players, is on no list, and leaves no row behind', async () => {
    const hall = await Hall.open(server.origin, desk);
    const { body } = await desk.post(`/api/rounds/${hall.round.id}/rehearsals`);
    const rehearsal = Hall.of(server.origin, desk, body as RoundDetail);
    const host = await rehearsal.host();
    expect(host.view?.view).toMatchObject({ isRehearsal: true, phase: 'lobby' });
    await until(() => host.counters?.people === LIMITS.rehearsalPlayers, 25_000);
    expect((await desk.get('/api/rounds')).body).toMatchObject({ rounds: [{ id: hall.round.id }] });

    await host.order({ command: 'open_next' });
    // They think for seconds of their own; nobody has to wait for the slowest.
    await until(() => (host.counters?.answered ?? 0) >= 5, 20_000);
    await host.order({ command: 'close' });
    await host.order({ command: 'reveal' });
    expect(host.view?.view.distribution?.seats).toBe(LIMITS.rehearsalPlayers);
    expect(host.view?.view.distribution?.answered).toBeGreaterThanOrEqual(5);
    expect(host.view?.view.board).toHaveLength(LIMITS.boardRows);
    await host.order({ command: 'finish' });
    rehearsal.leave();
    await afterRestart(async (unitOfWork) => {
      expect(await rowsOf(unitOfWork, rehearsal.round.id)).toEqual({});
      expect(await countOf(unitOfWork, 'person')).toBe(0);
      expect(await rowsOf(unitOfWork, hall.round.id)).toMatchObject({ live_round: 1 });
    });
  }, 60_000);
});
