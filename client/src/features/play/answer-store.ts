import * as z from 'zod/mini';
import { AnswerId } from '@anquanli/contract/live';
import { slot } from '../../lib/storage';
import { Selection } from '../../ui/question/selection';
import { OutboxEntry, withEntry, withFate, withoutEntry, type Fate } from './model/outbox';

/** Answers on their way and settled ones, shared by all tabs of this device. */
export const outboxSlot = slot('answers', z.array(OutboxEntry));

const place = { roundId: z.string(), seatNo: z.number(), questionNo: z.number(), answerId: AnswerId };

/**
 * What is selected but not sent, so that a reload keeps it; its id becomes the answer's. A page of before all kinds could
 * be played has left the bare ids of options.
 */
const Draft = z.union([
  z.object({ ...place, selection: Selection }),
  z.pipe(
    z.object({ ...place, options: z.array(z.string()) }),
    z.transform(({ options, ...same }) => ({ ...same, selection: { by: 'options' as const, options } })),
  ),
]);
export type Draft = z.infer<typeof Draft>;
export const draftSlot = slot('selection', Draft);

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
