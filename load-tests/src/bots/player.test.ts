import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { Server, type Socket } from 'socket.io';
import { monotonicMs } from '../measure/monotonic.js';
import { Milestones, noTroubles } from './diary.js';
import { FrameReader } from './frame-reader.js';
import { Player, type PlayerContext } from './player.js';
import { ServerClock } from './server-clock.js';

interface Request {
  readonly questionNo: number;
  readonly answerId: string;
  readonly choice: unknown;
}
type Ack = (reply: object) => void;

let server: Server;
let context: PlayerContext;
let player: Player;
/** What the server does with each answer, in turn. */
let onAnswers: ((request: Request, ack: Ack, socket: Socket) => void)[];
let answers: Request[];

beforeEach(async () => {
  const http = createServer();
  server = new Server(http, { transports: ['websocket'] });
  answers = [];
  server.on('connection', (socket) => {
    socket.on('clock.sync', (_request: object, ack: Ack) => ack({ ok: true, serverNow: serverNow() }));
    socket.on('view.sync', (_request: object, ack: Ack) =>
      ack({ ok: true, shared: question(2), me: { standing: null } }),
    );
    socket.on('answer.submit', (request: Request, ack: Ack) => {
      answers.push(request);
      onAnswers.shift()?.(request, ack, socket);
    });
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  context = {
    origin: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    otherOrigins: [],
    roundId: 'r',
    questions: 2,
    answerWithinMs: 0,
    seed: 1,
    reader: new FrameReader(),
    clock: new ServerClock(),
    milestones: new Milestones(),
    troubles: noTroubles(),
  };
  player = new Player(context, { seatNo: 1, personToken: '0'.repeat(32) });
  await player.connect();
});
afterEach(() => {
  player.leave();
  return server.close();
});

/** Server time of these tests: the machine's own, moved by an hour. */
function serverNow(): number {
  return monotonicMs() + 3_600_000;
}

function question(version: number) {
  const view = {
    phase: 'question_open',
    questionNo: 1,
    question: { questionNo: 1, kind: 'single', options: [{ id: 'a' }, { id: 'b' }], opensAt: serverNow() },
  };
  return { version, view };
}

const accept = (_request: Request, ack: Ack) => ack({ ok: true, receivedAt: 5, elapsedMs: 3 });

async function until(isThere: () => boolean): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (!isThere()) {
    if (performance.now() > deadline) throw new Error('It never came');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
const isAnswered = () => context.milestones.count('answered', 1) === 1;

it('answers once, however often the same question is shown, and writes down the ack', async () => {
  onAnswers = [accept];
  server.emit('view', question(1));
  server.emit('view', question(1));
  server.emit('view', question(2));
  await until(isAnswered);
  expect(answers).toHaveLength(1);
  expect(player.diary.questions[0]).toMatchObject({
    answerId: answers[0]?.answerId,
    choice: answers[0]?.choice,
    receivedAt: 5,
    elapsedMs: 3,
    refusal: null,
  });
});

it('sends the same answer again when it came before the opening', async () => {
  const refuse = (_request: Request, ack: Ack) =>
    ack({ ok: false, code: 'not_open_yet', details: { opensAt: serverNow() + 30 } });
  onAnswers = [refuse, accept];
  server.emit('view', question(1));
  await until(isAnswered);
  expect(answers).toHaveLength(2);
  expect(answers[1]).toEqual(answers[0]);
  expect(context.troubles.early).toBe(1);
});

it('sends the same answer again when no ack came, and takes the first verdict only', async () => {
  let first: Ack | null = null;
  onAnswers = [
    (_request, ack) => (first = ack),
    (_request, ack) => {
      ack({ ok: true, receivedAt: 5, elapsedMs: 3 });
      first?.({ ok: true, receivedAt: 6, elapsedMs: 4 });
    },
  ];
  server.emit('view', question(1));
  await until(() => answers.length === 1);
  player.nudge(monotonicMs());
  expect(answers).toHaveLength(1);
  player.nudge(monotonicMs() + 6_000);
  await until(isAnswered);
  expect(answers[1]).toEqual(answers[0]);
  expect(context.troubles.resent).toBe(1);
  expect(player.diary.questions[0]?.receivedAt).toBe(5);
});

it('comes back when it was cut off and sends the answer that was under way', async () => {
  onAnswers = [(_request, _ack, socket) => socket.disconnect(true), accept];
  server.emit('view', question(1));
  await until(isAnswered);
  // The same answer; the round trip is measured anew on the new connection.
  expect(answers[1]).toEqual({ ...(answers[0] as object), rttMs: expect.any(Number) });
  expect(context.troubles).toMatchObject({ dropped: 1, reconnected: 1 });
});

it('sends the same answer again when the server asks to come again, and notes the word', async () => {
  const busy = (_request: Request, ack: Ack) => ack({ ok: false, code: 'server_busy', details: { retryAfterMs: 10 } });
  onAnswers = [busy, accept];
  server.emit('view', question(1));
  await until(isAnswered);
  expect(answers[1]).toEqual(answers[0]);
  expect(player.diary.questions[0]).toMatchObject({
    receivedAt: 5,
    refusal: null,
    deferrals: [{ code: 'server_busy' }],
  });
});

it('sends the answer ten times at once from three tabs, and notes every reply', async () => {
  onAnswers = Array<typeof accept>(10).fill(accept);
  await player.openTabs();
  server.emit('view', question(1));
  await until(() => player.diary.questions[0]?.replies.length === 10);
  expect(answers).toEqual(Array(10).fill(answers[0]));
  expect(new Set(player.diary.questions[0]?.replies).size).toBe(1);
});

it('keeps a refusal as the verdict', async () => {
  onAnswers = [(_request, ack) => ack({ ok: false, code: 'answer_late' })];
  server.emit('view', question(1));
  await until(isAnswered);
  expect(player.diary.questions[0]).toMatchObject({ ackedAt: null, refusal: 'answer_late' });
  expect(context.troubles.refusals).toEqual({ answer_late: 1 });
});

it('asks for the view that a pulse shows it has missed', async () => {
  onAnswers = [accept];
  server.emit('pulse', { version: 2, people: 1 });
  await until(isAnswered);
  expect(context.troubles.resynced).toBe(1);
});

it('takes the own result that comes with the reveal', async () => {
  const shared = { version: 4, view: { phase: 'reveal', questionNo: 1, question: question(4).view.question } };
  const standing = { questionNo: 1, points: 900, rank: 1 };
  server.emit('screen', { shared, me: { version: 4, seatVersion: 1, standing } });
  await until(() => context.milestones.count('standing', 1) === 1);
  expect(player.screen()).toMatchObject({ version: 4, phase: 'reveal', standingOf: 1 });
  expect(player.diary.questions[0]?.standing).toEqual(standing);
  player.nudge(monotonicMs() + 10_000);
  expect(context.troubles.resynced).toBe(0);
});
