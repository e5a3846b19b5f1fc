import * as z from 'zod/mini';
import { AnswerId } from '@anquanli/contract/live';
import { slot } from '../../lib/storage';
import { OutboxEntry, withEntry, withFate, withoutEntry, type Fate } from './model/outbox';

/** Answers on their way and settled ones, shared by all tabs of this device. */
export const outboxSlot = slot('answers', z.array(OutboxEntry));

/** What is selected but not sent (multiple choice), so that a reload keeps it; its id becomes the answer's. */
const Selection = z.object({
  roundId: z.string(),
  seatNo: z.number(),
  questionNo: z.number(),
  answerId: AnswerId,
  options: z.array(z.string()),
});
export type Selection = z.infer<typeof Selection>;
export const selectionSlot = slot('selection', Selection);

const NONE: readonly OutboxEntry[] = [];

/** All stored answers; the same array until something changes. */
export function storedAnswers(): readonly OutboxEntry[] {
  return outboxSlot.read() ?? NONE;
}

export function storeAnswer(entry: OutboxEntry): void {
  outboxSlot.write([...withEntry(storedAnswers(), entry)]);
}

export function storeFate(answerId: string, fate: Fate): void {
  outboxSlot.write([...withFate(storedAnswers(), answerId, fate)]);
}

export function dropAnswer(answerId: string): void {
  outboxSlot.write([...withoutEntry(storedAnswers(), answerId)]);
}
