import { playerExchanges } from '@anquanli/contract/live';
import { monotonicMs } from '../measure/monotonic.js';
import type { Milestones, QuestionDiary, Troubles } from './diary.js';
import type { Line } from './line.js';
import type { ServerClock } from './server-clock.js';
import type { Tabs } from './tabs.js';

interface Wiring {
  readonly line: Line;
  readonly clock: ServerClock;
  readonly milestones: Milestones;
  readonly troubles: Troubles;
  readonly seatNo: number;
  readonly random: () => number;
  /** As measured last; null before. */
  readonly rttMs: () => number | null;
}

// As in client/src/features/play/answer-sender.ts and model/outbox.ts.
const ACK_TIMEOUT_MS = 2_500;
const RETRY_MS = 1_000;
const PASSING: readonly string[] = ['too_many_requests', 'server_busy', 'server_stopping', 'internal', 'stale_version'];

type Ack =
  | { ok: true; receivedAt: number; elapsedMs: number }
  | { ok: false; code: string; details?: { opensAt?: number; retryAfterMs?: number } };

/** A phone's answer on its way: sent again with the same id until there is a verdict. What happens is written into its diary page. */
export class Outbox {
  /** Where the person has several, each answer goes out from all of them. */
  tabs: Tabs | null = null;
  /** The answer without a verdict, and whether it is on its way just now. */
  private waiting: { readonly questionNo: number; readonly page: QuestionDiary } | null = null;
  private isUnderWay = false;

  constructor(private readonly wiring: Wiring) {}

  /** Chosen, and sent as soon as there is a way. */
  put(questionNo: number, page: QuestionDiary): void {
    page.sentAt = monotonicMs();
    this.waiting = { questionNo, page };
    this.flush();
  }

  flush(): void {
    if (this.waiting === null || this.isUnderWay) return;
    const { questionNo, page } = this.waiting;
    this.isUnderWay = true;
    const request = { questionNo, answerId: page.answerId, choice: page.choice, rttMs: this.wiring.rttMs() };
    const sentAt = monotonicMs();
    const note = (reply: unknown) => page.replies.push(JSON.stringify(reply));
    this.tabs?.submit(request, note);
    const onReply = (reply: unknown, at: number) => {
      this.isUnderWay = false;
      if (this.tabs !== null) note(reply);
      if (reply === null) this.onSilence();
      else this.onVerdict(questionNo, page, { ack: reply as Ack, tookMs: at - sentAt, at });
    };
    this.wiring.line.ask(playerExchanges.submitAnswer.name, request, onReply, ACK_TIMEOUT_MS);
  }

  private onSilence(): void {
    if (this.wiring.line.isConnected) this.wiring.troubles.resent += 1;
    this.later(RETRY_MS * (1 + this.wiring.random()));
  }

  private later(waitMs: number): void {
    setTimeout(() => this.flush(), waitMs);
  }

  private onVerdict(
    questionNo: number,
    page: QuestionDiary,
    { ack, tookMs, at }: { ack: Ack; tookMs: number; at: number },
  ): void {
    if (!ack.ok && ack.code === 'not_open_yet') {
      this.waiting = null;
      this.wiring.troubles.early += 1;
      const waitMs = (ack.details?.opensAt ?? 0) - this.wiring.clock.serverTime(at);
      setTimeout(() => this.put(questionNo, page), Math.max(1, Math.ceil(waitMs) + 1));
      return;
    }
    if (!ack.ok && PASSING.includes(ack.code)) {
      page.deferrals.push({ code: ack.code, tookMs });
      this.later((ack.details?.retryAfterMs ?? RETRY_MS) + this.wiring.random() * 200);
      return;
    }
    this.waiting = null;
    if (ack.ok) {
      page.ackedAt = at;
      page.receivedAt = ack.receivedAt;
      page.elapsedMs = ack.elapsedMs;
    } else {
      page.refusal = ack.code;
      this.wiring.troubles.refusals[ack.code] = (this.wiring.troubles.refusals[ack.code] ?? 0) + 1;
    }
    this.wiring.milestones.mark('answered', questionNo, this.wiring.seatNo);
  }
}
