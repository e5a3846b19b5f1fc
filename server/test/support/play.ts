import type { AckOf, Exchange, RequestOf } from '@anquanli/contract/exchange';
import type { Refusal } from '@anquanli/contract/error';
import type { HostCommand, HostCounters, PersonRow, SharedHostView } from '@anquanli/contract/live-host';
import { hostExchanges } from '@anquanli/contract/live-host';
import type { Me, PlayerScreen, SharedPlayerView } from '@anquanli/contract/live';
import { playerExchanges } from '@anquanli/contract/live';
import type { SharedStageView, StageCounters } from '@anquanli/contract/live-stage';
import type { Choice } from '@anquanli/contract/question';
import type { RoundDetail, RoundSettings } from '@anquanli/contract/rounds';
import type { Phase } from '@anquanli/contract/vocabulary';
import { CONTRACT_VERSION } from '@anquanli/contract/version';
import { randomBytes } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import type { Answer, Browser } from './browser.js';
import { until } from './until.js';

type Ack<E extends Exchange> = ({ ok: true } & AckOf<E>) | Refusal;

/** A socket that remembers what it was sent. */
class Peer {
  readonly socket: Socket;
  error: Refusal | null = null;
  bye: string | null = null;

  constructor(origin: string, auth: object, cookie?: string | null) {
    this.socket = io(origin, {
      auth: { contractVersion: CONTRACT_VERSION, ...auth },
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
      ...(cookie && { extraHeaders: { cookie, origin } }),
    });
    this.socket.on('connect_error', (error: Error & { data?: Refusal }) => (this.error = error.data ?? null));
    this.socket.on('bye', ({ reason }: { reason: string }) => (this.bye = reason));
  }

  async ask<E extends Exchange>(exchange: E, request: RequestOf<E>): Promise<Ack<E>> {
    return (await this.socket.timeout(10_000).emitWithAck(exchange.name, request)) as Ack<E>;
  }

  /** Waits for the first view; a refused handshake says its code. */
  async arrival(isThere: () => boolean): Promise<void> {
    await until(() => isThere() || this.error !== null);
    if (this.error)
      throw new Error(`handshake refused: ${this.error.code} ${JSON.stringify(this.error.details ?? {})}`);
  }

  close(): void {
    this.socket.disconnect();
  }
}

/** A phone in the hall. */
export class Phone extends Peer {
  view: SharedPlayerView | null = null;
  me: Me | null = null;

  constructor(
    origin: string,
    readonly seat: { roundId: string; seatNo: number; personToken: string; name: string },
  ) {
    super(origin, { as: 'player', roundId: seat.roundId, personToken: seat.personToken });
    this.socket.on('view', (view: SharedPlayerView) => (this.view = newest(this.view, view)));
    this.socket.on('me', (me: Me) => (this.me = me));
    this.socket.on('screen', ({ shared, me }: PlayerScreen) => {
      this.view = newest(this.view, shared);
      this.me = me;
    });
  }

  answer(questionNo: number, choice: Choice, answerId = newAnswerId()) {
    return this.ask(playerExchanges.submitAnswer, { questionNo, answerId, choice, rttMs: 5 });
  }

  /** What a page leaves behind when it is hidden; null takes it back. */
  draft(questionNo: number, choice: Choice | null, answerId = newAnswerId()) {
    return this.ask(playerExchanges.draftAnswer, { questionNo, answerId, choice });
  }

  rename(name: string) {
    return this.ask(playerExchanges.rename, { name });
  }

  async reaches(phase: Phase): Promise<void> {
    await until(() => this.view?.view.phase === phase);
  }
}

/** The stage of the venue. */
export class Stage extends Peer {
  view: SharedStageView | null = null;
  counters: StageCounters | null = null;

  constructor(origin: string, stageCode: string) {
    super(origin, { as: 'stage', stageCode });
    this.socket.on('view', (view: SharedStageView) => (this.view = newest(this.view, view)));
    this.socket.on('counters', (counters: StageCounters) => (this.counters = counters));
  }

  async reaches(phase: Phase): Promise<void> {
    await until(() => this.view?.view.phase === phase);
  }
}

/** A host with one console open. */
export class Host extends Peer {
  view: SharedHostView | null = null;
  counters: HostCounters | null = null;

  constructor(origin: string, roundId: string, cookie: string | null) {
    super(origin, { as: 'host', roundId }, cookie);
    // As a console does: whoever is let go without a word shows the cookie again.
    this.socket.on('disconnect', (reason) => {
      if (reason === 'io server disconnect' && this.bye === null) this.socket.connect();
    });
    this.socket.on('view', (view: SharedHostView) => (this.view = newest(this.view, view)));
    this.socket.on('counters', (counters: HostCounters) => (this.counters = counters));
  }

  /** Gives an order on sight of the newest view, and waits until the view has moved. */
  async order(order: HostCommand) {
    const version = this.view?.version ?? 0;
    const ack = await this.ask(hostExchanges.command, { version, order });
    if (ack.ok) await until(() => (this.view?.version ?? 0) >= ack.version);
    return ack;
  }

  /** The order for one person. */
  seat(seatNo: number, order: RequestOf<typeof hostExchanges.seat>['order']) {
    return this.ask(hostExchanges.seat, { seatNo, order });
  }

  async people(query: Partial<RequestOf<typeof hostExchanges.listPeople>> = {}): Promise<PersonRow[]> {
    const ack = await this.ask(hostExchanges.listPeople, { filter: 'all', search: '', offset: 0, ...query });
    if (!ack.ok) throw new Error(`listing people: ${ack.code}`);
    return ack.rows;
  }

  async reaches(phase: Phase): Promise<void> {
    await until(() => this.view?.view.phase === phase);
  }
}

/** An id as a phone makes it, once per answer. */
export function newAnswerId(): string {
  return randomBytes(16).toString('hex');
}

function newest<V extends { version: number }>(before: V | null, now: V): V {
  return before === null || now.version >= before.version ? now : before;
}

/** Settings with every default; a whole round of the test set's live questions, in order. */
export function someSettings(changes: Partial<RoundSettings> = {}): RoundSettings {
  return {
    title: '安全月现场答题',
    setId: 'test-set',
    setVersion: '1.0.0',
    pick: { by: 'rule', count: 3, categories: [], difficulties: [] },
    questionOrder: 'fixed',
    optionOrder: 'fixed',
    secondsPerQuestion: 20,
    scoring: 'accuracy',
    multipleScoring: 'exact',
    isLateJoinAllowed: true,
    seatLimit: null,
    namesOnStage: 'masked',
    phoneShows: 'full',
    autopilot: { isOn: false, closedSeconds: 2, revealSeconds: 2, leaderboardSeconds: 2 },
    retentionDays: 90,
    ...changes,
  };
}

/** Opens the hall of a new round: who sits down, who hosts, what is on stage. Everything is closed by `leave`. */
export class Hall {
  private readonly peers: Peer[] = [];

  private constructor(
    private readonly origin: string,
    private readonly desk: Browser,
    readonly round: RoundDetail,
  ) {}

  static async open(origin: string, desk: Browser, changes: Partial<RoundSettings> = {}): Promise<Hall> {
    const { status, body } = await desk.post('/api/rounds', someSettings(changes));
    if (status !== 200) throw new Error(`creating a round: ${status} ${JSON.stringify(body)}`);
    return new Hall(origin, desk, body as RoundDetail);
  }

  /** The hall of a round that is there already. */
  static of(origin: string, desk: Browser, round: RoundDetail): Hall {
    return new Hall(origin, desk, round);
  }

  async host(desk = this.desk): Promise<Host> {
    const host = this.keep(new Host(this.origin, this.round.id, desk.cookie));
    await host.arrival(() => host.view !== null);
    return host;
  }

  async stage(): Promise<Stage> {
    const stage = this.keep(new Stage(this.origin, this.round.stageCode));
    await stage.arrival(() => stage.view !== null);
    return stage;
  }

  /** Takes a seat over HTTP; with a token it is the way back. */
  async seat(name: string, personToken?: string): Promise<Phone['seat']> {
    const { status, body } = await this.knock(name, personToken);
    if (status !== 200) throw new Error(`joining: ${status} ${JSON.stringify(body)}`);
    return body as Phone['seat'];
  }

  /** Asks for a seat, whatever the answer. */
  knock(name: string, personToken?: string): Promise<Answer> {
    const door = { pin: this.round.pin };
    return this.desk.post('/api/play/join', { door, name, ...(personToken && { personToken }) });
  }

  /** Many people at once. */
  phones(names: readonly string[]): Promise<Phone[]> {
    return Promise.all(names.map((name) => this.phone(name)));
  }

  async phone(name: string): Promise<Phone> {
    return this.connect(await this.seat(name));
  }

  /** Opens a socket for a seat, also a second one; a refused handshake is in `error`. */
  async connect(seat: Phone['seat']): Promise<Phone> {
    const phone = this.keep(new Phone(this.origin, seat));
    await until(() => (phone.view !== null && phone.me !== null) || phone.error !== null);
    return phone;
  }

  leave(): void {
    this.peers.forEach((peer) => peer.close());
  }

  private keep<P extends Peer>(peer: P): P {
    this.peers.push(peer);
    return peer;
  }
}
