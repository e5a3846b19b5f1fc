import * as z from 'zod/mini';
import { route } from './exchange.js';
import { Account, AccountName, Id, Password } from './identity.js';
import { LIMITS, UNIT_KINDS, UNIT_STATUSES } from './vocabulary.js';

/*
 * The tree of units: region → enterprise → department → team. Organisers and admins see all of it; a captain sees and manages the
 * own unit and what is below: anything else is `not_found`. A person belongs to exactly one unit, of any kind.
 */

const whole = (min: number, max: number) => z.number().check(z.int(), z.minimum(min), z.maximum(max));

/** Shown everywhere as written here: trimmed, 1–60 characters, unlike the names and aliases of its sisters. */
export const UnitName = z.string().check(z.trim(), z.minLength(1), z.maxLength(LIMITS.unitNameChars));
/** The unit's own number, such as the unified social credit code: unique in the whole tree; letters, digits and dashes. */
export const UnitOwnCode = z.string().check(z.regex(/^[0-9A-Za-z-]{1,32}$/));
export const Sector = z.string().check(z.trim(), z.minLength(1), z.maxLength(LIMITS.sectorChars));
export const HeadCount = whole(LIMITS.headCount.min, LIMITS.headCount.max);
/** What people type or scan to register: letters and digits that cannot be mistaken for each other. */
export const RegistrationCode = z.string().check(z.regex(/^[A-HJKMNP-Z2-9]{8}$/));
/** Why something was done, for the record. */
export const Reason = z
  .string()
  .check(z.trim(), z.minLength(LIMITS.reasonChars.min), z.maxLength(LIMITS.reasonChars.max));

/** All that is written about a unit. `sector` null = as the unit above; `headCount` null = the sum of the units below, or unknown. */
export const UnitContent = z.strictObject({
  name: UnitName,
  kind: z.enum(UNIT_KINDS),
  sector: z.nullable(Sector),
  code: z.nullable(UnitOwnCode),
  headCount: z.nullable(HeadCount),
  /** Other names of it, such as those of units that were merged into it. */
  aliases: z.array(UnitName).check(z.maxLength(LIMITS.unitAliases)),
  /** People who register wait until somebody lets them in. */
  needsApproval: z.boolean(),
});
export type UnitContent = z.infer<typeof UnitContent>;

export const Unit = z.object({
  id: Id,
  parentId: z.nullable(Id),
  ...UnitContent.shape,
  /** Only people of its roster may register; see `rosters.ts`. */
  isRosterOnly: z.boolean(),
  status: z.enum(UNIT_STATUSES),
  /** Into which unit it was merged. */
  mergedInto: z.nullable(Id),
  version: z.number(),
  /** Registered in this very unit, not below it. */
  people: z.number(),
  /** Of them not yet let in. */
  waiting: z.number(),
  /** People of the unit and below are more than 1.2 × its head-count. */
  isOverfull: z.boolean(),
  hasCode: z.boolean(),
});
export type Unit = z.infer<typeof Unit>;

/** A registration code. At most one of a unit is new; rotated ones may live on until `expiresAt`. Times in epoch ms. */
export const UnitCode = z.object({
  code: z.string(),
  createdAt: z.number(),
  expiresAt: z.nullable(z.number()),
  revokedAt: z.nullable(z.number()),
  registrations: z.number(),
});
export type UnitCode = z.infer<typeof UnitCode>;

/** What a poster says. `path` = names from the top down to the unit itself. */
export const Poster = z.object({
  unitId: Id,
  path: z.array(z.string()),
  code: z.string(),
  url: z.string(),
  expiresAt: z.nullable(z.number()),
});
export type Poster = z.infer<typeof Poster>;

/** What was done to a unit. `detail` names fields, the other unit, or a code's last four characters. */
export const UnitChange = z.object({
  at: z.number(),
  byName: z.nullable(z.string()),
  action: z.enum([
    'created',
    'changed',
    'moved',
    'merged',
    'absorbed',
    'retired',
    'revived',
    'code_made',
    'code_revoked',
    'captain_made',
    'captain_changed',
    'person_erased',
    'roster_closed',
    'roster_opened',
    'roster_changed',
  ]),
  detail: z.string(),
});
export type UnitChange = z.infer<typeof UnitChange>;

const byUnit = z.strictObject({ unitId: Id });
const version = z.number().check(z.int(), z.minimum(1));
const done = z.object({ ok: z.literal(true) });

export const unitRoutes = {
  /** The tree as far as the account sees it, parents before children, sisters by name; merged and retired ones too. */
  list: route('GET', '/api/units', { who: 'signed_in' }, { reply: z.object({ units: z.array(Unit) }) }),
  create: route(
    'POST',
    '/api/units',
    { who: 'signed_in' },
    { body: z.strictObject({ parentId: z.nullable(Id), content: UnitContent }), reply: Unit },
  ),
  update: route(
    'PUT',
    '/api/units/:unitId',
    { who: 'signed_in' },
    { params: byUnit, body: z.strictObject({ version, content: UnitContent }), reply: Unit },
  ),
  move: route(
    'POST',
    '/api/units/:unitId/place',
    { who: 'signed_in' },
    { params: byUnit, body: z.strictObject({ version, parentId: z.nullable(Id) }), reply: Unit },
  ),
  /**
   * Makes the unit an alias of another: its people, captains, codes and the units below it go there, its name and aliases find that one.
   * What was earned for it stays on its record and is summed with the other's. Not undone.
   */
  merge: route(
    'POST',
    '/api/units/:unitId/merger',
    { who: 'signed_in' },
    { params: byUnit, body: z.strictObject({ version, into: Id }), reply: Unit },
  ),
  /** A retired unit takes no new people and is in no new contest; its record stays. */
  retire: route(
    'POST',
    '/api/units/:unitId/retirement',
    { who: 'signed_in' },
    { params: byUnit, body: z.strictObject({ version, isRetired: z.boolean() }), reply: Unit },
  ),
  history: route(
    'GET',
    '/api/units/:unitId/history',
    { who: 'signed_in' },
    { params: byUnit, reply: z.object({ changes: z.array(UnitChange) }) },
  ),

  codes: route(
    'GET',
    '/api/units/:unitId/codes',
    { who: 'signed_in' },
    { params: byUnit, reply: z.object({ codes: z.array(UnitCode) }) },
  ),
  /** A new code in place of the one before, which lives on until `oldUntil` (null = ends now). */
  rotateCode: route(
    'POST',
    '/api/units/:unitId/codes',
    { who: 'signed_in' },
    {
      params: byUnit,
      body: z.strictObject({ expiresAt: z.nullable(z.number()), oldUntil: z.nullable(z.number()) }),
      reply: UnitCode,
    },
  ),
  revokeCode: route(
    'DELETE',
    '/api/units/:unitId/codes/:code',
    { who: 'signed_in' },
    { params: z.strictObject({ unitId: Id, code: RegistrationCode }), reply: done },
  ),
  /** Codes for every active unit of a subtree that has none; how many were made. */
  makeCodes: route(
    'POST',
    '/api/units/:unitId/codes/missing',
    { who: 'signed_in' },
    { params: byUnit, reply: z.object({ made: z.number() }) },
  ),
  /** Posters of the unit and all below that have a living code. */
  posters: route(
    'GET',
    '/api/units/:unitId/posters',
    { who: 'signed_in' },
    { params: byUnit, reply: z.object({ posters: z.array(Poster) }) },
  ),

  captains: route(
    'GET',
    '/api/units/:unitId/captains',
    { who: 'organiser' },
    { params: byUnit, reply: z.object({ captains: z.array(Account) }) },
  ),
  createCaptain: route(
    'POST',
    '/api/units/:unitId/captains',
    { who: 'organiser' },
    { params: byUnit, body: z.strictObject({ name: AccountName, password: Password }), reply: Account },
  ),
  updateCaptain: route(
    'PATCH',
    '/api/units/:unitId/captains/:accountId',
    { who: 'organiser' },
    {
      params: z.strictObject({ unitId: Id, accountId: Id }),
      body: z.strictObject({ isDisabled: z.optional(z.boolean()), password: z.optional(Password) }),
      reply: Account,
    },
  ),
} as const;
