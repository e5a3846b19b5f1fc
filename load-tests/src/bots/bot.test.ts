import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Server, type Socket } from 'socket.io';
import { io } from 'socket.io-client';
import { Bot, ConnectRefused } from './bot.js';
import { FrameReader } from './frame-reader.js';

const AUTH = { as: 'player', contractVersion: 1, roundId: 'r', personToken: '0'.repeat(32) };
const VIEW = { version: 7, view: { phase: 'lobby', title: '消防安全 “知识”\n竞赛' } };

/** One phone as the tests drive it: the bot, or the library it stands for. */
interface Phone {
  readonly events: [string, unknown][];
  readonly ends: number;
  connect(): Promise<void>;
  request(name: string, payload: object): Promise<unknown>;
  close(): void;
}

function botPhone(origin: string, auth: object): Phone {
  const events: [string, unknown][] = [];
  const phone = { ends: 0 };
  const bot = new Bot({
    origin,
    auth,
    reader: new FrameReader(),
    onEvent: (name, payload) => events.push([name, payload]),
    onEnd: () => (phone.ends += 1),
  });
  return {
    events,
    get ends() {
      return phone.ends;
    },
    connect: () => bot.connect(),
    request: (name, payload) => new Promise((resolve) => bot.emit(name, payload, resolve)),
    close: () => bot.close(),
  };
}

function libraryPhone(origin: string, auth: object): Phone {
  const events: [string, unknown][] = [];
  const phone = { ends: 0 };
  const socket = io(origin, { transports: ['websocket'], auth, autoConnect: false, reconnection: false });
  socket.onAny((name: string, payload: unknown) => events.push([name, payload]));
  socket.on('disconnect', () => (phone.ends += 1));
  return {
    events,
    get ends() {
      return phone.ends;
    },
    connect: () =>
      new Promise((resolve, reject) => {
        socket.once('connect', resolve);
        socket.once('connect_error', (error: Error & { data?: unknown }) =>
          reject(new ConnectRefused({ message: error.message, data: error.data })),
        );
        socket.connect();
      }),
    request: (name, payload) => socket.emitWithAck(name, payload),
    close: () => socket.disconnect(),
  };
}

async function until(isThere: () => boolean): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (!isThere()) {
    if (performance.now() > deadline) throw new Error('It never came');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

describe.each([
  ['the bot', botPhone],
  ['the real socket.io client', libraryPhone],
])('%s', (_name, phoneAt) => {
  let server: Server;
  let origin: string;
  let sockets: Socket[];
  /** What the server saw, in order. */
  let seen: unknown[];

  beforeEach(async () => {
    const http = createServer();
    server = new Server(http, { transports: ['websocket'], pingInterval: 40, pingTimeout: 200 });
    sockets = [];
    seen = [];
    server.use((socket, next) => {
      const isWelcome = socket.handshake.auth['as'] === 'player';
      next(isWelcome ? undefined : Object.assign(new Error('refused'), { data: { code: 'client_outdated' } }));
    });
    server.on('connection', (socket) => {
      sockets.push(socket);
      seen.push(['auth', socket.handshake.auth, socket.conn.transport.name, socket.conn.protocol]);
      socket.on('answer.submit', (request: object, ack: (reply: object) => void) => {
        seen.push(['answer.submit', request]);
        ack({ ok: true, receivedAt: 1_790_000_000_000 });
      });
      socket.on('disconnect', (reason) => seen.push(['disconnect', reason]));
    });
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  });
  afterEach(() => server.close());

  it('hands over its handshake, is heard, and gets the acks to its own requests', async () => {
    const phone = phoneAt(origin, AUTH);
    await phone.connect();
    const replies = await Promise.all([
      phone.request('answer.submit', { questionNo: 1, choice: { kind: 'single', option: 'a' } }),
      phone.request('answer.submit', { questionNo: 2, choice: { kind: 'boolean', value: true } }),
    ]);
    phone.close();
    await until(() => seen.length === 4);
    expect(replies).toEqual(Array(2).fill({ ok: true, receivedAt: 1_790_000_000_000 }));
    expect(seen).toEqual([
      ['auth', AUTH, 'websocket', 4],
      ['answer.submit', { questionNo: 1, choice: { kind: 'single', option: 'a' } }],
      ['answer.submit', { questionNo: 2, choice: { kind: 'boolean', value: true } }],
      ['disconnect', 'client namespace disconnect'],
    ]);
  });

  it('hears what is said to all and to itself, unchanged and in order', async () => {
    const phone = phoneAt(origin, AUTH);
    await phone.connect();
    server.emit('view', VIEW);
    sockets[0]?.emit('me', { seatNo: 4 });
    server.emit('view', VIEW);
    await until(() => phone.events.length === 3);
    expect(phone.events).toEqual([
      ['view', VIEW],
      ['me', { seatNo: 4 }],
      ['view', VIEW],
    ]);
    phone.close();
  });

  it('answers pings, so that the server keeps it', async () => {
    const phone = phoneAt(origin, AUTH);
    await phone.connect();
    let pongs = 0;
    sockets[0]?.conn.on('packet', (packet: { type: string }) => (pongs += packet.type === 'pong' ? 1 : 0));
    // More than the 240 ms after which the server drops a client that stays silent.
    await until(() => pongs >= 8);
    expect(phone.ends).toBe(0);
    expect(seen).toHaveLength(1);
    phone.close();
  });

  it('learns why it was refused', async () => {
    const phone = phoneAt(origin, { as: 'nobody' });
    await expect(phone.connect()).rejects.toMatchObject({
      reason: { message: 'refused', data: { code: 'client_outdated' } },
    });
    expect(phone.ends).toBe(0);
  });

  it.each([true, false])('notices that the server sent it away (closing the connection as well: %s)', async (close) => {
    const phone = phoneAt(origin, AUTH);
    await phone.connect();
    sockets[0]?.disconnect(close);
    await until(() => phone.ends === 1);
    phone.close();
  });
});

it('reads a broadcast once for all bots and counts it for each', () => {
  const parsed: string[] = [];
  const reader = new FrameReader((frame) => parsed.push(frame.kind));
  const bytes = Buffer.from('42["view",{"version":1}]');
  const first = reader.read(bytes);
  const second = reader.read(Buffer.from(bytes));
  expect(second).toBe(first);
  expect(first).toEqual({ kind: 'event', name: 'view', payload: { version: 1 } });
  expect(parsed).toEqual(['event']);
  expect(reader.traffic).toEqual({ frames: 2, bytes: bytes.length * 2 });
});
