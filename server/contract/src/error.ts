import * as z from 'zod/mini';
import { ERROR_CODES } from './vocabulary.js';

/**
 * What every refusal looks like, as an HTTP body and as the ack of an exchange.
 * `path` names the field at fault, `retryAfterMs` says when to come again, `opensAt`/`closesAt` when it can be done, `lateMs` how late an answer was,
 * `minimum`/`maximum`/`available` the bound that was missed, `ref` finds the line in the server's log.
 */
export const Refusal = z.object({
  ok: z.literal(false),
  code: z.enum(ERROR_CODES),
  details: z.optional(
    z.object({
      path: z.optional(z.string()),
      retryAfterMs: z.optional(z.number()),
      lateMs: z.optional(z.number()),
      opensAt: z.optional(z.number()),
      minimum: z.optional(z.number()),
      maximum: z.optional(z.number()),
      available: z.optional(z.number()),
      phase: z.optional(z.string()),
      version: z.optional(z.number()),
      closesAt: z.optional(z.number()),
    }),
  ),
  ref: z.optional(z.string()),
});
export type Refusal = z.infer<typeof Refusal>;
export type RefusalDetails = NonNullable<Refusal['details']>;
