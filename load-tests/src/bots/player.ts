import { CONTRACT_VERSION } from '@anquanli/contract/version';
import {
  playerExchanges,
  type Me,
  type PlayerHandshake,
  type PlayerScreen,
  type SharedPlayerView,
} from '@anquanli/contract/live';
import type { QuestionView } from '@anquanli/contract/question';
import type { Phase } from '@anquanli/contract/vocabulary';
import { monotonicMs } from '../measure/monotonic.js';
import { choose, namedIn } from './choose.js';
import { emptyDiary, type Milestones, type PlayerDiary, type QuestionDiary, type Troubles } from './diary.js';
import type { FrameReader } from './frame-reader.js';
import { Healing } from './healing.js';
import { Line } from './line.js';
import { Outbox } from './outbox.js';
import { answerIdOf, seededRandom } from './seeded-random.js';
import type { ServerClock } from './server-clock.js';
import { Tabs } from './tabs.js';

/** What the players of one thread share. */
export interface PlayerContext {
  readonly origin: string;
  /** Other servers of the same system, to turn to when the own one is gone. */
  readonly otherOrigins: readonly string[];
  readonly roundId: string;
  readonly questions: number;
  /** Answers fall evenly into this time after the opening. */
  readonly answerWithinMs: number;
  readonly seed: number;
  readonly reader: FrameReader;
  readonly clock: ServerClock;
  readonly milestones: Milestones;
  readonly troubles: Troubles;
}

/** What a phone shows, as far as it can be right or wrong. */
export interface Screen {
  readonly seatNo: number;
  readonly isConnected: boolean;
  readonly version: number;
  readonly phase: Phase | null;
  readonly questionNo: number;
  /** Of the question on air, server time. */
  readonly opensAt: number | null;
  /** The question after which the own standing is that is shown. */
  readonly standingOf: number | null;
}

/** Somebody in the hall: answers every question once, at a random moment, and writes down what happened. */
export class Player {
  readonly diary: PlayerDiary;
  private readonly line: Line;
  private readonly outbox: Outbox;
  private readonly auth: PlayerHandshake;
  private readonly random: () => number;
  private readonly healing: Healing;
  private shared: SharedPlayerView | null = null;
  private me: Me | null = null;
  private rttMs: number | null = null;
  private onBack: ((at: number) => void) | null = null;
  constructor(
    private readonly context: PlayerContext,
    private readonly seat: { readonly seatNo: number; readonly personToken: string },
  ) {
    this.diary = emptyDiary(seat.seatNo, context.questions);
    this.random = seededRandom(context.seed * 100_003 + seat.seatNo);
    // Drawn apart: what happens to a connection must not change what is chosen.
    const habits = seededRandom(context.seed * 100_019 + seat.seatNo);
    this.healing = new Healing(habits);
    this.auth = {
      as: 'player',
      contractVersion: CONTRACT_VERSION,
      roundId: context.roundId,
      personToken: seat.personToken,
    };
    this.line = new Line({
      origins: [context.origin, ...context.otherOrigins],
      auth: this.auth,
      reader: context.reader,
      random: habits,
      onEvent: (name, payload, at) => this.onEvent(name, payload, at),
      onClock: (sentAt, at, serverNow) => {
        context.clock.learn(sentAt, at, serverNow);
        this.rttMs = Math.round(at - sentAt);
      },
      onBack: () => {
        context.troubles.reconnected += 1;
        this.outbox.flush();
      },
      onEnd: () => (context.troubles.dropped += 1),
    });
    const { clock, milestones, troubles } = context;
    this.outbox = new Outbox({
      ...{ line: this.line, clock, milestones, troubles, seatNo: seat.seatNo },
      random: habits,
      rttMs: () => this.rttMs,
    });
  }

  /** Connects and learns the server's time. */
  connect(): Promise<void> {
    return this.line.connect();
  }

  /** Is cut off, and comes back by itself. Resolves with how long it took until the own part was there again, ms. */
  cut(): Promise<number> {
    const cutAt = monotonicMs();
    return new Promise((resolve) => {
      this.onBack = (at) => resolve(at - cutAt);
      this.line.drop();
    });
  }

  /** From now on every answer is sent ten times at once, from three tabs. */
  async openTabs(): Promise<void> {
    const { origin, reader } = this.context;
    this.outbox.tabs = await Tabs.open({ origin, reader, auth: this.auth });
  }

  leave(): void {
    this.outbox.tabs?.close();
    this.line.close();
  }

  screen(): Screen {
    const { view } = this.shared ?? {};
    return {
      seatNo: this.seat.seatNo,
      isConnected: this.line.isConnected,
      version: this.shared?.version ?? -1,
      phase: view?.phase ?? null,
      questionNo: view?.questionNo ?? 0,
      opensAt: view !== undefined && 'question' in view ? view.question.opensAt : null,
      standingOf: this.me?.standing?.questionNo ?? null,
    };
  }

  /** To be called a few times a second: what is overdue is asked for again. */
  nudge(now: number): void {
    this.line.tick(now);
    if (this.shared === null || !this.healing.isDue(this.context.clock.serverTime(now))) return;
    if (this.shared.view.phase === 'reveal' && !this.lacksOwnResult()) return;
    this.sync();
  }

  private onEvent(name: string, payload: unknown, at: number): void {
    if (name === 'view') this.onView(payload as SharedPlayerView, at);
    else if (name === 'me') this.onMe(payload as Me, at);
    else if (name === 'screen') this.onScreen(payload as PlayerScreen, at);
    else if (name === 'pulse' && (payload as { version: number }).version > (this.shared?.version ?? -1)) this.sync();
  }

  private onScreen({ shared, me }: PlayerScreen, at: number): void {
    this.onMe(me, at);
    this.onView(shared, at);
  }

  private onView(shared: SharedPlayerView, at: number): void {
    if (shared.version <= (this.shared?.version ?? -1)) return;
    this.shared = shared;
    const { view } = shared;
    this.context.milestones.mark(view.phase, view.questionNo, this.seat.seatNo);
    if ('question' in view) this.noteOpening(view.question);
    if (view.phase === 'question_open') this.onQuestion(view.question, at);
    this.healing.expect(this.knownInstant(at));
  }

  /** After it there must be something newer than what is shown: the close of the open question, or the own result at once. */
  private knownInstant(at: number): number | null {
    const view = this.shared?.view;
    if (this.lacksOwnResult()) return this.context.clock.serverTime(at);
    return view?.phase === 'question_open' ? (view.question.closesAt ?? null) : null;
  }

  private lacksOwnResult(): boolean {
    const view = this.shared?.view;
    return view?.phase === 'reveal' && this.me?.standing?.questionNo !== view.questionNo;
  }

  private noteOpening({ questionNo, opensAt }: QuestionView): void {
    const openings = this.page(questionNo)?.openings;
    if (openings?.includes(opensAt) === false) openings.push(opensAt);
  }

  private onQuestion(question: QuestionView, at: number): void {
    const page = this.page(question.questionNo);
    if (page === undefined || page.seenAt !== null) return;
    page.seenAt = at;
    const serverNow = this.context.clock.serverTime(at);
    page.isSeenLate = serverNow > question.opensAt;
    page.answerId = answerIdOf(this.context.seed, this.seat.seatNo, question.questionNo);
    page.choice = choose(question, this.random);
    page.named = namedIn(question, page.choice);
    const answerAt = question.opensAt + this.random() * this.context.answerWithinMs;
    setTimeout(() => this.outbox.put(question.questionNo, page), Math.max(0, answerAt - serverNow));
  }

  private onMe(me: Me, at: number): void {
    this.onBack?.(at);
    this.onBack = null;
    const isOlder =
      this.me !== null &&
      (me.version < this.me.version || (me.version === this.me.version && me.seatVersion < this.me.seatVersion));
    if (isOlder) return;
    this.me = me;
    const { standing } = me;
    const page = standing === null ? undefined : this.page(standing.questionNo);
    if (page === undefined || standing === null) return;
    page.standing = standing;
    page.standingAt ??= at;
    this.context.milestones.mark('standing', standing.questionNo, this.seat.seatNo);
  }

  /** What was missed is fetched. */
  private sync(): void {
    this.context.troubles.resynced += 1;
    this.line.ask(playerExchanges.sync.name, {}, (reply, at) => {
      const synced = reply as ({ ok: boolean } & PlayerScreen) | null;
      if (synced?.ok === true) this.onScreen(synced, at);
    });
  }

  private page(questionNo: number): QuestionDiary | undefined {
    return this.diary.questions[questionNo - 1];
  }
}
