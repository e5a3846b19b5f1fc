import * as z from 'zod/mini';
import { route } from './exchange.js';
import { Id } from './identity.js';
import { Choice, QuestionView, Revelation } from './question.js';
import { PHASES, VERDICTS } from './vocabulary.js';

/** A person's secret: 128 random bits as 32 hex digits, made by the server, kept by the phone, stored hashed. */
export const PersonToken = z.string().check(z.regex(/^[0-9a-f]{32}$/));
/** The part of `/j/…`: unguessable, so that a code scanned in the hall needs no PIN. */
export const JoinToken = z.string().check(z.regex(/^[0-9a-z]{16}$/));
export const Pin = z.string().check(z.regex(/^\d{6}$/));
/** As typed. The server cleans it and answers `name_invalid` when nothing or too much is left. */
export const TypedName = z.string().check(z.maxLength(200));

/** The way in: the PIN on the stage or the token in the QR code. */
export const Door = z.union([z.strictObject({ pin: Pin }), z.strictObject({ joinToken: JoinToken })]);
export type Door = z.infer<typeof Door>;

const Seated = z.object({ roundId: Id, seatNo: z.number(), name: z.string(), personToken: z.string() });

/** A request of another phone for its old seat; `code` is shown here and matched by the host. */
const SeatClaim = z.object({ claimId: Id, claimSecret: z.string(), code: z.string(), expiresAt: z.number() });

/** Routes of participants. Where a person is known, the token travels as `Authorization: Bearer <personToken>`. */
export const joinRoutes = {
  /** What is behind this door? Only wrong PINs count against an address. */
  findRound: route(
    'POST',
    '/api/play/find',
    { who: 'anyone' },
    {
      body: z.strictObject({ door: Door, personToken: z.optional(PersonToken) }),
      reply: z.object({
        roundId: Id,
        joinToken: z.string(),
        title: z.string(),
        phase: z.enum(PHASES),
        isLocked: z.boolean(),
        /** The person of the token already has a seat here. */
        seat: z.nullable(z.object({ seatNo: z.number(), name: z.string() })),
        /** The token is a registered person's: they sit down under this name, without typing. */
        known: z.nullable(z.object({ name: z.string(), unitName: z.string() })),
      }),
    },
  ),
  /**
   * Takes a seat, or returns to it: a token that has a seat gets that seat, whatever name was typed; a registered person sits
   * under the own name and for the own unit when nothing was typed, and as a guest under a typed one. A phone that is nobody
   * yet makes its token itself and sends the same one again when a reply was lost; without one the server makes it.
   */
  join: route(
    'POST',
    '/api/play/join',
    { who: 'anyone' },
    {
      body: z.strictObject({ door: Door, name: TypedName, personToken: z.optional(PersonToken) }),
      reply: Seated,
    },
  ),
  /** Asks for an old seat from a new phone: shows a code that the host must match. */
  claimSeat: route(
    'POST',
    '/api/play/seat-claims',
    { who: 'anyone', limit: { per: 'address', count: 60, windowMs: 600_000 } },
    {
      body: z.strictObject({ door: Door, name: TypedName }),
      reply: SeatClaim,
    },
  ),
  /** Has the host said yes? Then the new token is here, once; the old phone is signed out. */
  claimState: route(
    'POST',
    '/api/play/seat-claims/:claimId',
    { who: 'anyone' },
    {
      params: z.strictObject({ claimId: Id }),
      body: z.strictObject({ claimSecret: z.string().check(z.maxLength(64)) }),
      reply: z.object({ state: z.enum(['waiting', 'granted', 'refused', 'expired']), seated: z.nullable(Seated) }),
    },
  ),
  /** Every revealed question with the own answer; what the final page shows. */
  review: route(
    'GET',
    '/api/play/rounds/:roundId/review',
    { who: 'player' },
    {
      params: z.strictObject({ roundId: Id }),
      reply: z.object({
        questions: z.array(
          z.object({
            question: QuestionView,
            revelation: Revelation,
            choice: z.nullable(Choice),
            verdict: z.enum(VERDICTS),
            points: z.number(),
            elapsedMs: z.nullable(z.number()),
          }),
        ),
      }),
    },
  ),
} as const;
