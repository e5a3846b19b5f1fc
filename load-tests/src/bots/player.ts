import { CONTRACT_VERSION } from '@anquanli/contract/version';
import { playerExchanges, type Me, type PlayerHandshake, type SharedPlayerView } from '@anquanli/contract/live';
import type { QuestionView } from '@anquanli/contract/question';
import { monotonicMs } from '../measure/monotonic.js';
import { Bot } from './bot.js';
import { choose, namedIn } from './choose.js';
import { emptyDiary, type Milestones, type PlayerDiary, type QuestionDiary, type Troubles } from './diary.js';
import type { FrameReader } from './frame-reader.js';
import { answerIdOf, seededRandom } from './seeded-random.js';
import type { ServerClock } from './server-clock.js';

/** What the players of one thread share. */
export interface PlayerContext {
  readonly origin: string;
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

/** An ack that stays away this long is asked for again with the same answerId. */
const ACK_PATIENCE_MS = 5_000;
/** A client that a pulse shows to be behind waits this long for the view before it asks. */
const SYNC_AFTER_MS = 1_500;
const MOST_RECONNECTS_IN_A_ROW = 20;

type Ack =
  { ok: true; receivedAt: number; elapsedMs: number } | { ok: false; code: string; details?: { opensAt?: number } };

/** Somebody in the hall: answers every question once, at a random moment, and writes down what happened. */
export class Player {
  readonly diary: PlayerDiary;
  private readonly bot: Bot;
  private readonly random: () => number;
  private version = -1;
  private rttMs: number | null = null;
  private isLeaving = false;
  private onBack: ((at: number) => void) | null = null;
  /** The answer that is out without a verdict. */
  private pending: { readonly questionNo: number; lastSentAt: number } | null = null;

  constructor(
    private readonly context: PlayerContext,
    private readonly seat: { readonly seatNo: number; readonly personToken: string },
  ) {
    this.diary = emptyDiary(seat.seatNo, context.questions);
    this.random = seededRandom(context.seed * 100_003 + seat.seatNo);
    const auth: PlayerHandshake = {
      as: 'player',
      contractVersion: CONTRACT_VERSION,
      roundId: context.roundId,
      personToken: seat.personToken,
    };
    this.bot = new Bot({
      origin: context.origin,
      auth,
      reader: context.reader,
      onEvent: (name, payload, at) => this.onEvent(name, payload, at),
      onEnd: () => this.onEnd(),
    });
  }

  /** Connects and learns the server's time. */
  async connect(): Promise<void> {
    await this.bot.connect();
    const sentAt = monotonicMs();
    await new Promise<void>((resolve) => {
      this.bot.emit(playerExchanges.clock.name, {}, (reply, at) => {
        const { serverNow } = reply as { serverNow: number };
        this.context.clock.learn(sentAt, at, serverNow);
        this.rttMs = Math.round(at - sentAt);
        resolve();
      });
    });
  }

  /** Is cut off, and comes back by itself. Resolves with how long it took until the own part was there again, ms. */
  cut(): Promise<number> {
    const cutAt = monotonicMs();
    return new Promise((resolve) => {
      this.onBack = (at) => resolve(at - cutAt);
      this.bot.drop();
    });
  }

  leave(): void {
    this.isLeaving = true;
    this.bot.close();
  }

  /** Sends an answer again whose ack is overdue; to be called about once a second. */
  nudge(now: number): void {
    if (this.pending === null || now - this.pending.lastSentAt < ACK_PATIENCE_MS) return;
    this.context.troubles.resent += 1;
    this.send(this.pending.questionNo);
  }

  private onEvent(name: string, payload: unknown, at: number): void {
    if (name === 'view') this.onView(payload as SharedPlayerView, at);
    else if (name === 'me') this.onMe(payload as Me, at);
    else if (name === 'pulse') this.onPulse(payload as { version: number });
  }

  private onView({ version, view }: SharedPlayerView, at: number): void {
    if (version <= this.version) return;
    this.version = version;
    this.context.milestones.mark(view.phase, view.questionNo, this.seat.seatNo);
    if ('question' in view) this.noteOpening(view.question);
    if (view.phase === 'question_open') this.onQuestion(view.question, at);
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
    setTimeout(() => this.answerFirst(question.questionNo, page), Math.max(0, answerAt - serverNow));
  }

  private answerFirst(questionNo: number, page: QuestionDiary): void {
    page.sentAt = monotonicMs();
    this.send(questionNo);
  }

  private send(questionNo: number): void {
    const page = this.page(questionNo);
    if (page === undefined) return;
    this.pending = { questionNo, lastSentAt: monotonicMs() };
    const request = { questionNo, answerId: page.answerId, choice: page.choice, rttMs: this.rttMs };
    this.bot.emit(playerExchanges.submitAnswer.name, request, (reply, at) =>
      this.onVerdict(questionNo, page, reply as Ack, at),
    );
  }

  private onVerdict(questionNo: number, page: QuestionDiary, ack: Ack, at: number): void {
    if (page.ackedAt !== null || page.refusal !== null) return;
    this.pending = null;
    if (ack.ok) {
      page.ackedAt = at;
      page.receivedAt = ack.receivedAt;
      page.elapsedMs = ack.elapsedMs;
    } else if (ack.code === 'not_open_yet') {
      this.context.troubles.early += 1;
      const waitMs = (ack.details?.opensAt ?? 0) - this.context.clock.serverTime(at);
      setTimeout(() => this.answerFirst(questionNo, page), Math.max(1, Math.ceil(waitMs) + 1));
      return;
    } else {
      page.refusal = ack.code;
      this.context.troubles.refusals[ack.code] = (this.context.troubles.refusals[ack.code] ?? 0) + 1;
    }
    this.context.milestones.mark('answered', questionNo, this.seat.seatNo);
  }

  private onMe({ standing }: Me, at: number): void {
    this.onBack?.(at);
    this.onBack = null;
    const page = standing === null ? undefined : this.page(standing.questionNo);
    if (page === undefined || standing === null) return;
    page.standing = standing;
    page.standingAt ??= at;
    this.context.milestones.mark('standing', standing.questionNo, this.seat.seatNo);
  }

  private onPulse({ version }: { version: number }): void {
    if (version <= this.version) return;
    setTimeout(() => {
      if (version <= this.version || this.isLeaving) return;
      this.context.troubles.resynced += 1;
      this.bot.emit(playerExchanges.sync.name, {}, (reply, at) => {
        const synced = reply as { ok: boolean; shared: SharedPlayerView; me: Me };
        if (!synced.ok) return;
        this.onView(synced.shared, at);
        this.onMe(synced.me, at);
      });
    }, SYNC_AFTER_MS);
  }

  private onEnd(): void {
    if (this.isLeaving) return;
    this.context.troubles.dropped += 1;
    this.reconnect(MOST_RECONNECTS_IN_A_ROW);
  }

  /** Comes back after a moment of its own, so that a hall that was cut off does not return in one instant. */
  private reconnect(triesLeft: number): void {
    if (triesLeft === 0 || this.isLeaving) return;
    setTimeout(
      () => {
        this.connect().then(
          () => {
            this.context.troubles.reconnected += 1;
            if (this.pending !== null) this.send(this.pending.questionNo);
          },
          () => this.reconnect(triesLeft - 1),
        );
      },
      300 + this.random() * 1_200,
    );
  }

  private page(questionNo: number): QuestionDiary | undefined {
    return this.diary.questions[questionNo - 1];
  }
}
