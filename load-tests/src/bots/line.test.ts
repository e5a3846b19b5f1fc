import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { Server, type Socket } from 'socket.io';
import { monotonicMs } from '../measure/monotonic.js';
import { FrameReader } from './frame-reader.js';
import { Line } from './line.js';

interface Hall {
  readonly io: Server;
  readonly origin: string;
  readonly sockets: Socket[];
  /** Does it answer at all? */
  isMute: boolean;
  refusal: string | null;
}

let halls: Hall[];
let line: Line;
let backs: number;
let ends: number;

/** A server that tells its time, and may fall silent or refuse. */
async function hall(): Promise<Hall> {
  const http = createServer();
  const io = new Server(http, { transports: ['websocket'] });
  const sockets: Socket[] = [];
  const made: Hall = { io, origin: '', sockets, isMute: false, refusal: null };
  io.use((_socket, next) => {
    next(made.refusal === null ? undefined : Object.assign(new Error('no'), { data: { code: made.refusal } }));
  });
  io.on('connection', (socket) => {
    sockets.push(socket);
    socket.on('clock.sync', (_request: object, ack: (reply: object) => void) => {
      if (!made.isMute) ack({ ok: true, serverNow: 1 });
    });
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  return Object.assign(made, { origin: `http://127.0.0.1:${(http.address() as AddressInfo).port}` });
}

function lineTo(...origins: string[]): Line {
  return new Line({
    ...{ origins, auth: {}, reader: new FrameReader(), random: () => 0, onEvent: () => undefined },
    onClock: () => undefined,
    onBack: () => (backs += 1),
    onEnd: () => (ends += 1),
  });
}

async function until(isThere: () => boolean): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (!isThere()) {
    if (performance.now() > deadline) throw new Error('It never came');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const at = (index: number): Hall => {
  const found = halls[index];
  if (found === undefined) throw new Error(`There is no hall ${index}`);
  return found;
};

beforeEach(async () => {
  halls = [await hall(), await hall()];
  [backs, ends] = [0, 0];
});
afterEach(async () => {
  line.close();
  await Promise.all(halls.map(({ io }) => io.close()));
});

it('turns to another server when its own is gone', async () => {
  line = lineTo(at(0).origin, at(1).origin);
  await line.connect();
  await at(0).io.close();
  await until(() => backs === 1);
  expect(at(1).sockets).toHaveLength(1);
  expect([ends, line.isConnected]).toEqual([1, true]);
});

it('tells whoever waits for a reply that none will come: when the time is up, and when the connection ends', async () => {
  line = lineTo(at(0).origin);
  await line.connect();
  const replies: unknown[] = [];
  line.ask('answer.submit', {}, (reply) => replies.push(reply), 2_500);
  line.tick(monotonicMs() + 2_499);
  expect(replies).toEqual([]);
  line.tick(monotonicMs() + 2_501);
  line.ask('answer.submit', {}, (reply) => replies.push(reply), 2_500);
  at(0).sockets[0]?.disconnect(true);
  await until(() => replies.length === 2);
  line.ask('answer.submit', {}, (reply) => replies.push(reply), 2_500);
  expect(replies).toEqual([null, null, null]);
});

it('replaces a connection over which nothing comes any more, though nobody closed it', async () => {
  line = lineTo(at(0).origin);
  await line.connect();
  at(0).isMute = true;
  const silentAt = monotonicMs() + 6_600;
  line.tick(silentAt);
  line.tick(silentAt + 1_600);
  await until(() => backs === 1);
  expect([ends, at(0).sockets.length]).toEqual([1, 2]);
});

it('keeps a connection that gives a sign of life when it is asked for one', async () => {
  line = lineTo(at(0).origin);
  await line.connect();
  line.tick(monotonicMs() + 6_600);
  await new Promise((resolve) => setTimeout(resolve, 100));
  line.tick(monotonicMs() + 1_600);
  expect([ends, line.isConnected]).toEqual([0, true]);
});

it('comes back after a refusal that passes, and not after one that is for good', async () => {
  line = lineTo(at(0).origin);
  await line.connect();
  at(0).refusal = 'server_busy';
  at(0).sockets[0]?.disconnect(true);
  await until(() => ends === 1);
  await new Promise((resolve) => setTimeout(resolve, 400));
  at(0).refusal = null;
  await until(() => backs === 1);
  at(0).refusal = 'seat_kicked';
  at(0).sockets[1]?.disconnect(true);
  await until(() => ends === 2);
  await new Promise((resolve) => setTimeout(resolve, 400));
  at(0).refusal = null;
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(backs).toBe(1);
});
