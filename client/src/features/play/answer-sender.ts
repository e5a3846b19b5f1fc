import type { Refusal } from '@anquanli/contract/error';
import { playerExchanges } from '@anquanli/contract/live';
import type { LiveSocket } from '../../lib/live-socket';
import { randomShare } from '../../lib/ids';
import { atServerTime, rttMs, serverNow } from '../../lib/server-clock';
import { draftSlot, dropAnswer, storedAnswers, storeFate } from './answer-store';
import { isPassing, waitingOf, type OutboxEntry } from './model/outbox';

export interface AnswerSender {
  /** Sends what waits. Call after storing an answer and whenever the connection is back. */
  flush(): void;
  stop(): void;
}

interface SenderOptions {
  readonly seat: { readonly roundId: string; readonly seatNo: number };
  readonly ask: LiveSocket['ask'];
  /** An answer was refused for good or the server knows another one: the own part is out of date. */
  onSurprise(): void;
}

const RETRY_MS = 1_000;
const ACK_TIMEOUT_MS = 2_500;

/**
 * Brings stored answers to the server: each is sent again, with the same id, until it is kept or finally refused.
 * Nothing is lost by a reload in between, since only what the server said ends the waiting.
 */
export function createAnswerSender({ seat, ask, onSurprise }: SenderOptions): AnswerSender {
  const underWay = new Set<string>();
  const timers = new Set<() => void>();
  let isStopped = false;

  function later(at: number): void {
    const cancel = atServerTime(at, () => {
      timers.delete(cancel);
      flush();
    });
    timers.add(cancel);
  }

  async function send(entry: OutboxEntry): Promise<void> {
    const { questionNo, answerId, choice } = entry;
    underWay.add(answerId);
    const request = { questionNo, answerId, choice, rttMs: rttMs() };
    const ack = await ask(playerExchanges.submitAnswer, request, { timeoutMs: ACK_TIMEOUT_MS });
    underWay.delete(answerId);
    if (isStopped) return;
    if (ack.ok) storeFate(answerId, { state: 'kept', elapsedMs: ack.value.elapsedMs });
    // Offline: the connection calls flush when it is back; the retry covers an ack lost on a living connection.
    else if (ack.code === 'offline') later(serverNow() + RETRY_MS * (1 + randomShare()));
    else if (isPassing(ack.code)) later(retryAt(ack));
    else refuse(answerId, ack);
  }

  function refuse(answerId: string, refusal: Refusal): void {
    if (refusal.code === 'choice_invalid') {
      // The options are not the ones on the server: after a fresh look the person may choose again.
      draftSlot.clear();
      dropAnswer(answerId);
    } else storeFate(answerId, { state: 'refused', code: refusal.code, lateMs: refusal.details?.lateMs ?? null });
    onSurprise();
  }

  function flush(): void {
    if (isStopped) return;
    for (const entry of waitingOf(storedAnswers(), seat)) if (!underWay.has(entry.answerId)) void send(entry);
  }

  return {
    flush,
    stop() {
      isStopped = true;
      timers.forEach((cancel) => cancel());
    },
  };
}

/** When to try again after a passing refusal: at the opening, after the told wait, or in a second. */
function retryAt({ code, details }: Refusal): number {
  const now = serverNow();
  if (code === 'not_open_yet' && details?.opensAt !== undefined) return Math.max(details.opensAt, now + 50);
  return now + (details?.retryAfterMs ?? RETRY_MS) + randomShare() * 200;
}
