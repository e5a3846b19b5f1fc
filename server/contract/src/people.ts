import * as z from 'zod/mini';
import { route } from './exchange.js';
import { Id } from './identity.js';
import { PersonToken, TypedName } from './join.js';
import { RegistrationCode } from './units.js';
import { PARTICIPANT_STATUSES } from './vocabulary.js';

/*
 * How a person becomes known: by the registration code of a unit and the real name, once; from then on by the token. The same
 * token is good for contests and for live rounds.
 */

/** The privacy notice people agree to; a new wording is a new number. */
export const CONSENT_VERSION = 1;

export const EmployeeNo = z.string().check(z.trim(), z.regex(/^[0-9A-Za-z-]{1,32}$/));
/** Shown once when made; typed with or without spaces and dashes, in either case. */
const TypedRecoveryCode = z.string().check(z.minLength(1), z.maxLength(40));

/** Names from the top of the tree down to the unit. */
const UnitPlace = z.object({ unitId: Id, name: z.string(), path: z.array(z.string()) });

/** A person as the own phone sees them. */
export const Participant = z.object({
  personId: Id,
  name: z.string(),
  employeeNo: z.nullable(z.string()),
  unit: UnitPlace,
  status: z.enum(PARTICIPANT_STATUSES),
  hasRecoveryCode: z.boolean(),
  registeredAt: z.number(),
  /** Phones that hold a living token, the newest first. */
  devices: z.array(
    z.object({
      since: z.number(),
      how: z.enum(['registered', 'recovery_code', 'captain']),
      isThis: z.boolean(),
    }),
  ),
});
export type Participant = z.infer<typeof Participant>;

const Registered = z.object({
  personToken: z.string(),
  participant: Participant,
  /** For a second phone; null on repeating a registration whose reply was lost. */
  recoveryCode: z.nullable(z.string()),
});

/** A request of another phone to be this person; a captain compares `matchCode`. */
const PersonClaim = z.object({ claimId: Id, claimSecret: z.string(), matchCode: z.string(), expiresAt: z.number() });

/** A plant may come from one address within minutes: what is guessed is limited apart. */
const crowd = { per: 'address', count: 20_000, windowMs: 600_000 } as const;
const tries = { per: 'address', count: 600, windowMs: 600_000 } as const;
const done = z.object({ ok: z.literal(true) });

export const peopleRoutes = {
  /** Which unit is behind a code? Wrong codes count against the address. */
  findUnit: route(
    'POST',
    '/api/registration/find',
    { who: 'anyone', limit: crowd },
    {
      body: z.strictObject({ code: RegistrationCode }),
      reply: z.object({
        unit: UnitPlace,
        needsApproval: z.boolean(),
        /** Only who is on the roster may register. */
        isRosterOnly: z.boolean(),
        consentVersion: z.number(),
      }),
    },
  ),
  /**
   * Registers. The phone makes its token itself and sends the same again when a reply was lost: then it is the same person.
   * A token that is somebody already, of whatever unit, gets that person back; one that was signed out is `not_registered`.
   * With a unit of `isRosterOnly` the exact name takes a free place of the roster; two people of one name are told by the employee
   * number. `not_on_roster` whatever is wrong. Five tries an hour for a name of a unit.
   */
  register: route(
    'POST',
    '/api/registration',
    { who: 'anyone', limit: crowd },
    {
      body: z.strictObject({
        code: RegistrationCode,
        name: TypedName,
        employeeNo: z.nullable(EmployeeNo),
        consentVersion: z.number(),
        personToken: PersonToken,
      }),
      reply: Registered,
    },
  ),
  /** The same person on another phone: unit's code, exact name, recovery code. Five tries an hour for a name of a unit. */
  recover: route(
    'POST',
    '/api/registration/recovery',
    { who: 'anyone', limit: tries },
    {
      body: z.strictObject({
        code: RegistrationCode,
        name: TypedName,
        recoveryCode: TypedRecoveryCode,
        personToken: PersonToken,
      }),
      reply: Registered,
    },
  ),
  /** Asks a captain instead. */
  claim: route(
    'POST',
    '/api/registration/claims',
    { who: 'anyone', limit: { per: 'address', count: 60, windowMs: 600_000 } },
    {
      body: z.strictObject({ code: RegistrationCode, name: TypedName, personToken: PersonToken }),
      reply: PersonClaim,
    },
  ),
  claimState: route(
    'POST',
    '/api/registration/claims/:claimId',
    { who: 'anyone' },
    {
      params: z.strictObject({ claimId: Id }),
      body: z.strictObject({ claimSecret: z.string().check(z.maxLength(64)) }),
      reply: z.object({
        state: z.enum(['waiting', 'granted', 'refused', 'expired']),
        participant: z.nullable(Participant),
      }),
    },
  ),
  /** `not_registered` for a token that is no registered person's: a guest of a round, or nobody. */
  me: route('GET', '/api/me', { who: 'player' }, { reply: Participant }),
  setEmployeeNo: route(
    'PUT',
    '/api/me/employee-no',
    { who: 'player' },
    { body: z.strictObject({ employeeNo: EmployeeNo }), reply: Participant },
  ),
  /** A new recovery code in place of the old one, shown this once. */
  newRecoveryCode: route(
    'POST',
    '/api/me/recovery-code',
    { who: 'player' },
    { reply: z.object({ recoveryCode: z.string() }) },
  ),
  /** Signs all other phones out: “that was not me”. The recovery code is void too. */
  signOutOthers: route('DELETE', '/api/me/devices', { who: 'player' }, { reply: Participant }),
  /** Everything kept about the person, as a JSON file. */
  exportMe: route('GET', '/api/me/export', { who: 'player' }),
  /** Empties the own name for ever: typed once more to be sure. Sums stay. */
  eraseMe: route(
    'POST',
    '/api/me/erasure',
    { who: 'player' },
    { body: z.strictObject({ name: TypedName }), reply: done },
  ),
} as const;
