import * as z from 'zod/mini';
import { AnswerId } from '@anquanli/contract/live';
import { Choice } from '@anquanli/contract/question';
import { ERROR_CODES, type ErrorCode } from '@anquanli/contract/vocabulary';

/**
 * An answer on its way. It is stored before it is sent and sent again with the same id until the server has said
 * yes (`kept`) or a final no (`refused`).
 */
export const OutboxEntry = z.object({
  roundId: z.string(),
  seatNo: z.number(),
  questionNo: z.number(),
  answerId: AnswerId,
  choice: Choice,
  fate: z.discriminatedUnion('state', [
    z.object({ state: z.literal('waiting') }),
    z.object({ state: z.literal('kept'), elapsedMs: z.number() }),
    z.object({ state: z.literal('refused'), code: z.enum(ERROR_CODES), lateMs: z.nullable(z.number()) }),
  ]),
});
export type OutboxEntry = z.infer<typeof OutboxEntry>;
export type Fate = OutboxEntry['fate'];

/** Whose answers and to which question. */
export interface AnswerPlace {
  readonly roundId: string;
  readonly seatNo: number;
  readonly questionNo: number;
}

/** Rounds of an evening fit in; older ones fall out at the front. */
const KEPT_ENTRIES = 200;

/** Refusals after which the same answer may still be taken. All others are final. */
const PASSING = [
  'not_open_yet',
  'too_many_requests',
  'server_busy',
  'server_stopping',
  'internal',
  'client_outdated',
  'stale_version',
] as const satisfies readonly ErrorCode[];

export function isPassing(code: ErrorCode): boolean {
  return (PASSING as readonly ErrorCode[]).includes(code);
}

export function entryAt(entries: readonly OutboxEntry[], place: AnswerPlace): OutboxEntry | null {
  return entries.find((entry) => isAt(entry, place)) ?? null;
}

/** Adds an answer; one that is already there for the question stays, since the first one is final. */
export function withEntry(entries: readonly OutboxEntry[], entry: OutboxEntry): readonly OutboxEntry[] {
  return entryAt(entries, entry) === null ? [...entries, entry].slice(-KEPT_ENTRIES) : entries;
}

/** Writes down what became of an answer. What is kept stays kept, whatever a late reply says. */
export function withFate(entries: readonly OutboxEntry[], answerId: string, fate: Fate): readonly OutboxEntry[] {
  return entries.map((entry) =>
    entry.answerId === answerId && entry.fate.state !== 'kept' ? { ...entry, fate } : entry,
  );
}

/** Removes an answer that may be chosen anew (the options had changed). */
export function withoutEntry(entries: readonly OutboxEntry[], answerId: string): readonly OutboxEntry[] {
  return entries.filter((entry) => entry.answerId !== answerId);
}

/** What still has to be sent for a seat, oldest question first. */
export function waitingOf(entries: readonly OutboxEntry[], seat: { roundId: string; seatNo: number }): OutboxEntry[] {
  return entries.filter(
    ({ roundId, seatNo, fate }) => roundId === seat.roundId && seatNo === seat.seatNo && fate.state === 'waiting',
  );
}

function isAt(entry: OutboxEntry, place: AnswerPlace): boolean {
  return entry.roundId === place.roundId && entry.seatNo === place.seatNo && entry.questionNo === place.questionNo;
}
