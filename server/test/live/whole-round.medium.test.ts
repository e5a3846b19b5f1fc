import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from '../support/browser.js';
import { ENGINES, type Place } from '../support/engines.js';
import { JumpingClock } from '../support/jumping-clock.js';
import { leap } from '../support/leap.js';
import { Hall } from '../support/play.js';
import { startTestServer, type TestServer } from '../support/start-server.js';
import { until } from '../support/until.js';

describe.each(ENGINES)('a whole round on $engine', ({ place }) => {
  const clock = new JumpingClock();
  let found: Place;
  let server: TestServer;
  let desk: Browser;

  beforeAll(async () => {
    found = await place();
    server = await startTestServer({ clock, config: found.database ? { database: found.database } : {} });
    desk = await server.setUpAdmin();
  }, 120_000);
  afterAll(async () => {
    await server.remove();
    await found.remove();
  });

  it('goes from the lobby to the podium, and everybody has an own rank', async () => {
    const hall = await Hall.open(server.origin, desk);
    const host = await hall.host();
    const stage = await hall.stage();
    const [first, second, third] = await Promise.all([hall.phone('张三'), hall.phone('李小芳'), hall.phone('王五')]);
    expect(stage.view?.view).toMatchObject({ phase: 'lobby', pin: hall.round.pin });

    await host.order({ command: 'open_next' });
    await first.reaches('question_open');
    expect(JSON.stringify(first.view)).not.toContain('"key"');
    expect(await first.answer(1, { kind: 'single', option: 'a' })).toMatchObject({ ok: false, code: 'not_open_yet' });
    leap(server, clock, 3_000);
    expect(await first.answer(1, { kind: 'single', option: 'a' })).toMatchObject({ ok: true });
    expect(await second.answer(1, { kind: 'single', option: 'b' })).toMatchObject({ ok: true });
    expect(host.view?.view.phase).toBe('question_open');
    expect(await third.answer(1, { kind: 'single', option: 'a' })).toMatchObject({ ok: true });
    // Everybody has answered: no need to wait for the clock.
    await Promise.all([host, first].map((screen) => screen.reaches('question_closed')));

    const heard: string[] = [];
    first.socket.onAny((name: string) => name !== 'pulse' && heard.push(name));
    await host.order({ command: 'reveal' });
    await until(() => [first, second, third].every((phone) => phone.me?.standing?.questionNo === 1));
    expect(first.me?.standing).toMatchObject({ verdict: 'right', rank: 1, rightCount: 1, ranked: 3 });
    expect(second.me?.standing).toMatchObject({ verdict: 'wrong', points: 0, rank: 3 });
    // The right answer and the own result: one message.
    expect(heard).toEqual(['screen']);
    expect(first.view?.view.phase).toBe('reveal');
    await stage.reaches('reveal');
    expect(stage.view?.view).toMatchObject({
      phase: 'reveal',
      distribution: { seats: 3, answered: 3, right: 2 },
      revelation: { key: { kind: 'single', option: 'a' } },
    });

    await host.order({ command: 'leaderboard' });
    await stage.reaches('leaderboard');
    expect(stage.view?.view).toMatchObject({ phase: 'leaderboard', board: [{ name: '张*' }, { name: '王*' }, {}] });
    for (let questionNo = 2; questionNo <= 3; questionNo += 1) {
      await host.order({ command: 'open_next' });
      leap(server, clock, 3_000);
      await host.order({ command: 'close' });
      await host.order({ command: 'reveal' });
    }
    await host.order({ command: 'finish' });
    await first.reaches('finished');
    await stage.reaches('finished');
    expect(stage.view?.view).toMatchObject({ phase: 'finished', statistics: { people: 3, questionsPlayed: 3 } });
    expect((await desk.get(`/api/rounds/${hall.round.id}/results`)).body).toMatchObject({ ranked: 3 });
    hall.leave();
  });
});
