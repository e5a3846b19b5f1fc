import { afterEach, describe, expect, it } from '@jest/globals';
import { JumpingClock } from '../support/jumping-clock.js';
import { heartbeats, leap } from '../support/leap.js';
import { Hall } from '../support/play.js';
import { startTestServer, type TestServer } from '../support/start-server.js';

const TOKEN = 'what-prometheus-shows';
const A = { kind: 'single', option: 'a' } as const;

describe('the figures for Prometheus', () => {
  let server: TestServer;
  afterEach(() => server.remove());

  it('are not there where no token is set', async () => {
    server = await startTestServer();
    const { status, body } = await server.browser().get('/metrics', { authorization: `Bearer ${TOKEN}` });
    expect([status, body]).toEqual([404, { ok: false, code: 'not_found' }]);
  });

  it('are shown to nobody without the token, an admin neither', async () => {
    server = await startTestServer({ config: { metricsToken: TOKEN } });
    const admin = await server.setUpAdmin();
    for (const authorization of ['', 'Bearer', `Bearer ${TOKEN}x`, `Basic ${TOKEN}`]) {
      expect((await admin.get('/metrics', { authorization })).body).toEqual({ ok: false, code: 'not_signed_in' });
    }
  });

  it('tell of a round that is played: connections, phases, answers with what they were told, commits, requests', async () => {
    const clock = new JumpingClock();
    server = await startTestServer({ clock, config: { metricsToken: TOKEN } });
    const hall = await Hall.open(server.origin, await server.setUpAdmin());
    const host = await hall.host();
    const phones = await hall.phones(['张三', '李四', '王五']);
    await host.order({ command: 'open_next' });
    await phones[0]?.answer(1, A);
    leap(server, clock, 3_000);
    await heartbeats(server, hall.round.id, 1);
    await Promise.all(phones.slice(1).map((phone) => phone.answer(1, A)));

    const figures = await figuresOf(server);
    expect(figures.get('anquanli_sockets')).toBe(4);
    expect(figures.get('anquanli_seats_online')).toBe(3);
    expect(figures.get('anquanli_rounds{phase="question_open"}')).toBe(1);
    expect(figures.get('anquanli_answers_total{reply="ok"}')).toBe(2);
    expect(figures.get('anquanli_answers_total{reply="not_open_yet"}')).toBe(1);
    expect(figures.get('anquanli_answer_ack_seconds_count')).toBe(3);
    expect(figures.get('anquanli_answer_commit_answers_sum')).toBe(2);
    expect(figures.get('anquanli_answers_waiting')).toBe(0);
    expect(figures.has('nodejs_eventloop_lag_p99_seconds')).toBe(true);
    hall.leave();
  });

  it('name routes as they are declared: no code and no token of an address is kept', async () => {
    server = await startTestServer({ config: { metricsToken: TOKEN } });
    await server.browser().get('/api/certificates/k3v9d2m4q8x1z7w5');
    await server.browser().get('/j/k3v9d2m4q8x1z7w5');
    const text = [...(await figuresOf(server)).keys()].join('\n');
    expect(text).toContain('route="/api/certificates/:number"');
    expect(text).not.toContain('k3v9d2m4q8x1z7w5');
  });
});

/** Figures by name and labels. */
async function figuresOf(server: TestServer): Promise<Map<string, number>> {
  const response = await fetch(`${server.origin}/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } });
  expect(response.headers.get('content-type')).toContain('text/plain');
  const lines = (await response.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]),
  );
}
