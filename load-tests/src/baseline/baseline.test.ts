import { afterEach, describe, expect, it } from '@jest/globals';
import type { PlayerView, SharedPlayerView } from '@anquanli/contract/live';
import { Crew, type ReceivedEvent } from '../bots/crew.js';
import { figuresOf } from '../measure/figures.js';
import { playRound } from '../round/play-round.js';
import { startBareNestGateway } from './bare-nest-gateway.js';
import { startBareSocketIo } from './bare-socket-io.js';
import { BaselineHost } from './baseline-host.js';
import { ordinaryScript, scriptOf } from './script.js';

const PLAN = { roundId: 'r', joinToken: null, first: 1, questions: 2, answerWithinMs: 200, seed: 3 };

describe.each([
  ['socket.io', startBareSocketIo],
  ['Nest', startBareNestGateway],
])('a crew with the bare %s server', (_name, start) => {
  const closing: (() => unknown)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });

  it('plays a scripted round: everybody sees, answers, is acknowledged and told a standing', async () => {
    const server = await start(0);
    closing.push(server.close);
    const origin = `http://127.0.0.1:${server.port}`;
    const crew = new Crew({ ...PLAN, origins: [origin], count: 20 });
    const host = new BaselineHost(origin, ordinaryScript(2), crew);
    closing.push(
      () => crew.leave(),
      () => host.close(),
    );
    await host.begin();
    await crew.join();
    await crew.connect();
    expect(await crew.reached('lobby', 0, 5_000)).toBe(20);
    // The round needs only what a crew can do as well.
    const swarm = { reached: crew.reached.bind(crew) };
    const course = await playRound(host, swarm, { questions: 2, pids: [process.pid] });
    const { diaries, troubles, traffic } = crew.report();
    expect(figuresOf(diaries, course)).toMatchObject({
      answersSent: 40,
      answersAcked: 40,
      questionsMissed: 0,
      questionsLate: 0,
      standingsMissed: 0,
    });
    expect(troubles).toEqual({
      dropped: 0,
      reconnected: 0,
      early: 0,
      resent: 0,
      resynced: 0,
      refusals: {},
      misfits: [],
    });
    // Who is cut off is told the own part again, as on the product.
    const cutAt = performance.now();
    expect(await crew.cut(8_000)).toHaveLength(20);
    expect(performance.now() - cutAt).toBeLessThan(8_000);
    // Head, namespace, lobby, clock, and per question four views and an ack; pulses come on top.
    expect(traffic.frames).toBeGreaterThanOrEqual(20 * (4 + 2 * 5));
  });
});

describe('a script', () => {
  const view = (phase: string, questionNo: number, version: number): ReceivedEvent => ({
    name: 'view',
    payload: {
      roundId: 'r',
      version,
      serverNow: 0,
      view: { phase, questionNo } as unknown as PlayerView,
    } satisfies SharedPlayerView,
  });
  const screen = (phase: string, questionNo: number, version: number): ReceivedEvent => ({
    name: 'screen',
    payload: { shared: view(phase, questionNo, version).payload, me: { version } },
  });

  it('repeats what a phone received, the view alone or with the own part', () => {
    const script = scriptOf([
      screen('lobby', 0, 1),
      view('question_open', 1, 2),
      { name: 'pulse', payload: {} },
      view('question_closed', 1, 3),
      screen('reveal', 1, 4),
      { name: 'me', payload: { version: 4 } },
      view('leaderboard', 1, 5),
      view('leaderboard', 1, 6),
      view('question_open', 2, 6),
    ]);
    expect(script).toHaveLength(1);
    expect(script[0]?.question_closed.me).toBeNull();
    expect(script[0]?.reveal).toMatchObject({ view: { version: 4 }, me: { version: 4 } });
    expect(script[0]?.leaderboard.view.version).toBe(5);
  });
});
