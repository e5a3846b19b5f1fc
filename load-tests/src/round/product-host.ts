import { hostExchanges, type HostCommand, type HostHandshake, type SharedHostView } from '@anquanli/contract/live-host';
import type { QuestionView } from '@anquanli/contract/question';
import { CONTRACT_VERSION } from '@anquanli/contract/version';
import type { Phase } from '@anquanli/contract/vocabulary';
import { io, type Socket } from 'socket.io-client';
import { ServerClock } from '../bots/server-clock.js';
import { monotonicMs } from '../measure/monotonic.js';
import type { RoundDriver } from './round-driver.js';

const ACK_PATIENCE_MS = 20_000;
const VIEW_PATIENCE_MS = 20_000;
const MOST_TRIES = 5;
const RETURN_MS = 1_000;

type CommandAck = { ok: true; version: number } | { ok: false; code: string; details?: object };

/** The host of a round, through the same library as the console. */
export class ProductHost implements RoundDriver {
  private readonly socket: Socket;
  private readonly clock = new ServerClock();
  private isClosed = false;
  private latest: SharedHostView | null = null;
  private onView: () => void = () => undefined;

  /** @param patienceMs how long an open question may take to close, from its command on */
  constructor(
    host: { origin: string; cookie: string; roundId: string },
    private readonly patienceMs: number,
  ) {
    const auth: HostHandshake = { as: 'host', contractVersion: CONTRACT_VERSION, roundId: host.roundId };
    this.socket = io(host.origin, {
      transports: ['websocket'],
      forceNew: true,
      auth,
      extraHeaders: { cookie: host.cookie, origin: host.origin },
    });
    this.socket.on('view', (shared: SharedHostView) => this.take(shared));
    // As the console does (client/src/lib/live-socket.ts): the library does not come back by itself after the server hung up.
    this.socket.on('disconnect', (reason) => {
      if (reason === 'io server disconnect') setTimeout(() => this.isClosed || this.socket.connect(), RETURN_MS);
    });
    // And what was missed is fetched.
    this.socket.on('pulse', ({ version }: { version: number }) => {
      if (version <= (this.latest?.version ?? -1)) return;
      this.socket.emit(hostExchanges.sync.name, {}, (reply: { ok: boolean; shared: SharedHostView }) => {
        if (reply.ok) this.take(reply.shared);
      });
    });
  }

  /** The newest view; null before the first. */
  get view(): SharedHostView | null {
    return this.latest;
  }

  get isConnected(): boolean {
    return this.socket.connected;
  }

  /** The question on air. Throws where there is none. */
  question(): QuestionView {
    const question = this.latest?.view.question;
    if (!question) throw new Error(`The host sees ${this.seen()}`);
    return question;
  }

  /** Server time (epoch ms) at a monotonic time. */
  serverTime(at: number): number {
    return this.clock.serverTime(at);
  }

  /** Throws with the server's refusal. */
  async begin(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.socket.once('connect', resolve);
      this.socket.once('connect_error', reject);
    });
    await this.until(() => this.latest !== null, 'the first view', VIEW_PATIENCE_MS);
    const sentAt = monotonicMs();
    const reply: unknown = await this.socket.timeout(ACK_PATIENCE_MS).emitWithAck(hostExchanges.clock.name, {});
    this.clock.learn(sentAt, monotonicMs(), (reply as { serverNow: number }).serverNow);
  }

  open(questionNo: number): Promise<number> {
    return this.orderInto({ command: 'open_next' }, 'question_open', questionNo);
  }

  closed(questionNo: number): Promise<void> {
    return this.phase('question_closed', questionNo, this.patienceMs);
  }

  reveal(questionNo: number): Promise<number> {
    return this.orderInto({ command: 'reveal' }, 'reveal', questionNo);
  }

  leaderboard(questionNo: number): Promise<number> {
    return this.orderInto({ command: 'leaderboard' }, 'leaderboard', questionNo);
  }

  async finish(): Promise<void> {
    await this.orderInto({ command: 'finish' }, 'finished', this.latest?.view.questionNo ?? 0);
  }

  close(): void {
    this.isClosed = true;
    this.socket.close();
  }

  private take(shared: SharedHostView): void {
    if (this.latest !== null && shared.version < this.latest.version) return;
    this.latest = shared;
    this.onView();
  }

  private async orderInto(order: HostCommand, phase: Phase, questionNo: number): Promise<number> {
    const sentAt = await this.order(order);
    await this.phase(phase, questionNo, VIEW_PATIENCE_MS);
    return sentAt;
  }

  private async order(order: HostCommand): Promise<number> {
    for (let tries = 1; ; tries += 1) {
      const version = this.latest?.version ?? 0;
      const sentAt = monotonicMs();
      const ack = (await this.socket
        .timeout(ACK_PATIENCE_MS)
        .emitWithAck(hostExchanges.command.name, { version, order })) as CommandAck;
      if (ack.ok) return sentAt;
      if (ack.code !== 'stale_version' || tries === MOST_TRIES) {
        throw new Error(`${order.command} was refused: ${JSON.stringify(ack)}`);
      }
      await this.until(() => (this.latest?.version ?? 0) > version, 'a newer view', VIEW_PATIENCE_MS);
    }
  }

  private phase(phase: Phase, questionNo: number, patienceMs: number): Promise<void> {
    const isThere = () => this.latest?.view.phase === phase && this.latest.view.questionNo === questionNo;
    return this.until(isThere, `${phase} of question ${questionNo}`, patienceMs);
  }

  private until(isThere: () => boolean, what: string, patienceMs: number): Promise<void> {
    if (isThere()) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`The host waited ${patienceMs} ms in vain for ${what}; it sees ${this.seen()}`)),
        patienceMs,
      );
      this.onView = () => {
        if (!isThere()) return;
        clearTimeout(timer);
        this.onView = () => undefined;
        resolve();
      };
    });
  }

  private seen(): string {
    return this.latest === null ? 'nothing' : `${this.latest.view.phase} of question ${this.latest.view.questionNo}`;
  }
}
