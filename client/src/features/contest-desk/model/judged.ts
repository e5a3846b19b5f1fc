import type { DeskAttempt } from '@anquanli/contract/contest-desk';

/** The papers with what a judgement has made of one of them. Why it is looked at stays: the answer to an order does not say. */
export function withJudged(attempts: readonly DeskAttempt[], judged: DeskAttempt): DeskAttempt[] {
  return attempts.map((each) => (each.attemptId === judged.attemptId ? { ...judged, reasons: each.reasons } : each));
}
