import * as z from 'zod/mini';
import { AnswerId } from '@anquanli/contract/live';
import { slot } from '../../lib/storage';
import { Selection } from '../../ui/question/selection';
import { OutboxEntry, withEntry, withFate, withoutEntry, type Fate } from './model/outbox';

/** Answers on their way and settled ones, shared by all tabs of this device. */
export const outboxSlot = slot('answers', z.array(OutboxEntry));

/**
 * What is selected but not sent, so that a reload keeps it; its id becomes the answer's. A page of before all kinds could
 * be played has left the bare ids of options.
 */
const Draft = z.object({
  roundId: z.string(),
  seatNo: z.number(),
  questionNo: z.number(),
  answerId: AnswerId,
  selection: z.optional(Selection),
  options: z.optional(z.array(z.string())),
});
export type Draft = z.infer<typeof Draft>;
export const draftSlot = slot('selection', Draft);

/** The selection of a draft; the same object for the same draft. */
export function selectionIn(draft: Draft): Selection | null {
  if (draft.selection === undefined && draft.options !== undefined) {
    draft.selection = { by: 'options', options: draft.options };
  }
  return draft.selection ?? null;
}

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
