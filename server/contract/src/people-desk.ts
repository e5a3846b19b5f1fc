import * as z from 'zod/mini';
import { route } from './exchange.js';
import { Id } from './identity.js';
import { TypedName } from './join.js';
import { EmployeeNo } from './people.js';
import { Reason } from './units.js';
import { PARTICIPANT_STATUSES } from './vocabulary.js';

/* People as organisers and captains see them: a captain those of the own subtree, others are `not_found`. */

export const PersonLine = z.object({
  personId: Id,
  name: z.string(),
  employeeNo: z.nullable(z.string()),
  unitId: Id,
  unitName: z.string(),
  status: z.enum(PARTICIPANT_STATUSES),
  registeredAt: z.number(),
  devices: z.number(),
  /** Somebody else of the same unit has the same name. */
  isNameShared: z.boolean(),
});
export type PersonLine = z.infer<typeof PersonLine>;

export const PersonClaimLine = z.object({
  claimId: Id,
  name: z.string(),
  unitId: Id,
  unitName: z.string(),
  /** People of that exact name in the unit. */
  people: z.array(z.object({ personId: Id, employeeNo: z.nullable(z.string()), registeredAt: z.number() })),
  createdAt: z.number(),
  expiresAt: z.number(),
});
export type PersonClaimLine = z.infer<typeof PersonClaimLine>;

const byPerson = z.strictObject({ personId: Id });
const done = z.object({ ok: z.literal(true) });

export const peopleDeskRoutes = {
  /** 100 a page, by unit and name. `search` finds parts of names and whole employee numbers. */
  list: route(
    'GET',
    '/api/people',
    { who: 'signed_in' },
    {
      query: z.strictObject({
        unitId: z.optional(Id),
        status: z.optional(z.enum(PARTICIPANT_STATUSES)),
        search: z.optional(z.string().check(z.maxLength(60))),
        offset: z.optional(z.string().check(z.regex(/^\d{1,6}$/))),
      }),
      reply: z.object({ people: z.array(PersonLine), matching: z.number() }),
    },
  ),
  /** Lets in or refuses who waits; mends a name or employee number; moves to another unit (past attempts keep theirs). */
  change: route(
    'POST',
    '/api/people/:personId',
    { who: 'signed_in' },
    {
      params: byPerson,
      body: z.discriminatedUnion('action', [
        z.strictObject({ action: z.literal('approve') }),
        z.strictObject({ action: z.literal('refuse') }),
        z.strictObject({ action: z.literal('rename'), name: TypedName, employeeNo: z.nullable(EmployeeNo) }),
        z.strictObject({ action: z.literal('move'), unitId: Id }),
        z.strictObject({ action: z.literal('sign_out') }),
      ]),
      reply: PersonLine,
    },
  ),
  erase: route(
    'POST',
    '/api/people/:personId/erasure',
    { who: 'organiser' },
    { params: byPerson, body: z.strictObject({ reason: Reason }), reply: done },
  ),
  /** Everything kept about the person, as a JSON file. */
  export: route('GET', '/api/people/:personId/export', { who: 'organiser' }, { params: byPerson }),
  claims: route(
    'GET',
    '/api/person-claims',
    { who: 'signed_in' },
    { reply: z.object({ claims: z.array(PersonClaimLine) }) },
  ),
  /** Granting takes the four digits that the new phone shows. */
  decideClaim: route(
    'POST',
    '/api/person-claims/:claimId',
    { who: 'signed_in' },
    {
      params: z.strictObject({ claimId: Id }),
      body: z.discriminatedUnion('grant', [
        z.strictObject({
          grant: z.literal(true),
          personId: Id,
          matchCode: z.string().check(z.regex(/^\d{4}$/)),
        }),
        z.strictObject({ grant: z.literal(false) }),
      ]),
      reply: done,
    },
  ),
} as const;
