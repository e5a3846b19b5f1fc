import { playerExchanges } from '@anquanli/contract/live';
import { monotonicMs } from '../measure/monotonic.js';
import { Bot, ConnectRefused } from './bot.js';
import type { FrameReader } from './frame-reader.js';

export interface LineOptions {
  /** Where it may connect: the own server first, then those to turn to when it does not answer. */
  readonly origins: readonly string[];
  readonly auth: object;
  readonly reader: FrameReader;
  readonly random: () => number;
  readonly onEvent: (name: string, payload: unknown, at: number) => void;
  /** The server's time came with a reply. */
  readonly onClock: (sentAt: number, answeredAt: number, serverNow: number) => void;
  /** Stands again after it had ended. */
  readonly onBack: () => void;
  /** Ended without the phone's doing. */
  readonly onEnd: () => void;
}

/** `reply` is null where none came: the connection ended, or the time was up. */
type OnReply = (reply: unknown, at: number) => void;
interface Ask {
  readonly askedAt: number;
  readonly timeoutMs: number;
  readonly onReply: OnReply;
  isDoubted: boolean;
}

// As in client/src/lib/live-socket.ts and connection-watch.ts.
const FIRST_DELAY_MS = 400;
const MOST_DELAY_MS = 4_000;
const CONNECT_TIMEOUT_MS = 8_000;
const ASK_TIMEOUT_MS = 4_000;
const DOUBT_MS = 1_000;
const PROBE_MS = 1_500;
const SILENCE_MS = 6_500;
/** Refusals of a handshake after which another try may succeed by itself. */
const PASSING: readonly unknown[] = ['server_busy', 'server_stopping', 'too_many_requests', 'internal'];

/**
 * A phone's connection that keeps itself alive, by the phone's own rules: it comes back with growing, jittered delays, asks for a sign of
 * life after silence or an ack that stays away, and turns to another server where its own is gone. Its time runs by `tick`.
 */
export class Line {
  private readonly bot: Bot;
  private asks = new Set<Ask>();
  private isUp = false;
  private isClosed = false;
  private isProbing = false;
  private heardAt = 0;
  private originNo = 0;
  private failures = 0;

  constructor(private readonly options: LineOptions) {
    this.bot = new Bot({
      origin: options.origins[0] ?? '',
      auth: options.auth,
      reader: options.reader,
      onFrame: (at) => (this.heardAt = at),
      onEvent: options.onEvent,
      onEnd: () => this.ended(),
    });
  }

  get isConnected(): boolean {
    return this.isUp;
  }

  /** Connects for the first time and learns the server's time. Throws where it is not let in. */
  async connect(): Promise<void> {
    await this.open();
    if (!(await this.syncClock(ASK_TIMEOUT_MS))) throw new Error('The server did not tell its time');
  }

  /** Sends and waits for the reply. */
  ask(name: string, payload: unknown, onReply: OnReply, timeoutMs = ASK_TIMEOUT_MS): void {
    if (!this.isUp) {
      onReply(null, monotonicMs());
      return;
    }
    const isProbe = name === playerExchanges.clock.name;
    const ask: Ask = { askedAt: monotonicMs(), timeoutMs, onReply, isDoubted: isProbe };
    this.asks.add(ask);
    this.bot.emit(name, payload, (reply, at) => {
      if (this.asks.delete(ask)) onReply(reply, at);
    });
  }

  /** To be called a few times a second: replies that are overdue, and silence. */
  tick(now: number): void {
    for (const ask of this.asks) {
      if (now - ask.askedAt >= ask.timeoutMs) {
        this.asks.delete(ask);
        ask.onReply(null, now);
      } else if (!ask.isDoubted && now - ask.askedAt >= DOUBT_MS) {
        ask.isDoubted = true;
        void this.check();
      }
    }
    if (this.isUp && now - this.heardAt > SILENCE_MS) void this.check();
  }

  /** Is cut off, as by a network that is gone. */
  drop(): void {
    this.bot.drop();
  }

  close(): void {
    this.isClosed = true;
    this.bot.close();
  }

  private async open(): Promise<void> {
    await this.bot.connect(this.options.origins[this.originNo]);
    this.isUp = true;
    this.failures = 0;
    this.heardAt = monotonicMs();
  }

  private async openAgain(): Promise<void> {
    const startedAt = monotonicMs();
    // As the library has it: a server that has said something is waited for.
    const giveUp = setTimeout(() => this.heardAt < startedAt && this.bot.drop(), CONNECT_TIMEOUT_MS);
    try {
      await this.open();
    } finally {
      clearTimeout(giveUp);
    }
    this.options.onBack();
    void this.syncClock(ASK_TIMEOUT_MS);
  }

  /** Is the connection still there? One that does not know that it is dead is replaced at once. */
  private async check(): Promise<void> {
    if (this.isProbing || !this.isUp) return;
    this.isProbing = true;
    const isAlive = await this.syncClock(PROBE_MS);
    this.isProbing = false;
    if (!isAlive && this.isUp) this.bot.drop();
  }

  private syncClock(timeoutMs: number): Promise<boolean> {
    const sentAt = monotonicMs();
    return new Promise((resolve) => {
      const onReply: OnReply = (reply, at) => {
        if (reply !== null) this.options.onClock(sentAt, at, (reply as { serverNow: number }).serverNow);
        resolve(reply !== null);
      };
      this.ask(playerExchanges.clock.name, {}, onReply, timeoutMs);
    });
  }

  private ended(): void {
    if (!this.isUp) return;
    this.isUp = false;
    const lost = this.asks;
    this.asks = new Set();
    const now = monotonicMs();
    for (const { onReply } of lost) onReply(null, now);
    if (this.isClosed) return;
    this.options.onEnd();
    this.comeBack(this.nextDelayMs());
  }

  private comeBack(afterMs: number): void {
    setTimeout(() => {
      if (this.isClosed) return;
      this.openAgain().catch((error: unknown) => {
        if (this.isClosed) return;
        this.failures += 1;
        this.originNo = (this.originNo + 1) % this.options.origins.length;
        if (error instanceof ConnectRefused) this.refused(error);
        else this.comeBack(this.nextDelayMs());
      });
    }, afterMs);
  }

  private refused({ reason }: ConnectRefused): void {
    const code = (reason as { data?: { code?: unknown } } | null)?.data?.code;
    if (code === undefined || PASSING.includes(code)) this.comeBack(1_000 + this.options.random() * 3_000);
  }

  /** 400 ms at first, twice as long each time, 4 s at most; half as much more or less, so that a hall does not return in one instant. */
  private nextDelayMs(): number {
    const delayMs = Math.min(FIRST_DELAY_MS * 2 ** this.failures, MOST_DELAY_MS);
    return delayMs * (0.5 + this.options.random());
  }
}
