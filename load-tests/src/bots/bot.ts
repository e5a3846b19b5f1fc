import WebSocket from 'ws';
import { monotonicMs } from '../measure/monotonic.js';
import { connectFrame, DISCONNECT, eventFrame, PONG } from './frame.js';
import type { FrameReader } from './frame-reader.js';

export interface BotOptions {
  /** Origin of the server: `http://127.0.0.1:3000`. */
  readonly origin: string;
  /** The socket's handshake. */
  readonly auth: object;
  readonly reader: FrameReader;
  /** Anything came, also a ping. */
  readonly onFrame?: (at: number) => void;
  /** `at` is the monotonic time at which the frame came out of the socket. */
  readonly onEvent: (name: string, payload: unknown, at: number) => void;
  /** The connection ended, whoever ended it; not called for one that never stood. */
  readonly onEnd: () => void;
}

/** The server did not let the bot in; `reason` is the body of its refusal. */
export class ConnectRefused extends Error {
  override readonly name = 'ConnectRefused';
  constructor(readonly reason: unknown) {
    super(`The server refused the socket: ${JSON.stringify(reason)}`);
  }
}

type OnAck = (reply: unknown, at: number) => void;

/**
 * One phone's connection, as cheap as possible: a bare WebSocket that speaks socket.io's text frames.
 * It has no timers of its own: a server that stops sending is noticed by the socket's end, or by whoever watches `onFrame`.
 */
export class Bot {
  private socket: WebSocket | null = null;
  private readonly waiting = new Map<number, OnAck>();
  private nextId = 0;
  private isConnected = false;

  constructor(private readonly options: BotOptions) {}

  /** Resolves when the main namespace is open. Throws {@link ConnectRefused}, or an error when the socket ends before. */
  connect(origin = this.options.origin): Promise<void> {
    return new Promise((resolve, reject) => {
      const url = `${origin.replace(/^http/, 'ws')}/socket.io/?EIO=4&transport=websocket`;
      const socket = new WebSocket(url, { perMessageDeflate: false, skipUTF8Validation: true });
      this.socket = socket;
      socket.on('error', reject);
      socket.on('close', (code) => {
        reject(new Error(`The socket ended with ${code} before it stood`));
        if (socket === this.socket) this.ended();
      });
      socket.on('message', (data) => {
        // What a dead connection still had in its buffers is nobody's any more.
        if (socket !== this.socket) return;
        const at = monotonicMs();
        this.options.onFrame?.(at);
        if (Buffer.isBuffer(data)) this.receive(socket, data, at, { resolve, reject });
      });
    });
  }

  /** Sends an event; `onAck` receives the server's answer. Frames sent without a connection are lost, as on a phone. */
  emit(name: string, payload: unknown, onAck?: OnAck): void {
    if (!this.isConnected) return;
    if (onAck === undefined) {
      this.socket?.send(eventFrame(name, payload));
      return;
    }
    const id = this.nextId++;
    this.waiting.set(id, onAck);
    this.socket?.send(eventFrame(name, payload, id));
  }

  /** Leaves like a page that is closed. */
  close(): void {
    if (this.isConnected) this.socket?.send(DISCONNECT);
    this.socket?.close();
  }

  /** Is cut off, as by a network that is gone: no word is said. */
  drop(): void {
    this.socket?.terminate();
    this.ended();
  }

  private receive(
    socket: WebSocket,
    data: Buffer,
    at: number,
    opening: { resolve: () => void; reject: (error: Error) => void },
  ): void {
    const frame = this.options.reader.read(data);
    switch (frame.kind) {
      case 'event':
        this.options.onEvent(frame.name, frame.payload, at);
        return;
      case 'ack': {
        const onAck = this.waiting.get(frame.id);
        this.waiting.delete(frame.id);
        onAck?.(frame.reply, at);
        return;
      }
      case 'ping':
        socket.send(PONG);
        return;
      case 'open':
        socket.send(connectFrame(this.options.auth));
        return;
      case 'connected':
        this.isConnected = true;
        opening.resolve();
        return;
      case 'refused':
        opening.reject(new ConnectRefused(frame.reason));
        socket.close();
        return;
      case 'disconnected':
        socket.close();
        return;
      case 'unknown':
        return;
    }
  }

  private ended(): void {
    if (!this.isConnected) return;
    this.isConnected = false;
    this.waiting.clear();
    this.options.onEnd();
  }
}
