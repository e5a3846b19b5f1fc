import * as z from 'zod/mini';
import { route } from './exchange.js';
import { LIMITS, ROLES } from './vocabulary.js';

/** Account names are what people type to sign in: 2–40 characters, trimmed, compared without regard to case. */
export const AccountName = z.string().check(z.trim(), z.minLength(2), z.maxLength(40));
export const Password = z.string().check(z.minLength(LIMITS.passwordChars.min), z.maxLength(LIMITS.passwordChars.max));
const TypedPassword = z.string().check(z.minLength(1), z.maxLength(LIMITS.passwordChars.max));
export const Id = z.string().check(z.regex(/^[0-9a-f-]{36}$/));

export const Account = z.object({
  id: Id,
  name: z.string(),
  role: z.enum(ROLES),
  /** The unit a captain looks after; null for everybody else. */
  unitId: z.nullable(Id),
  isDisabled: z.boolean(),
  createdAt: z.number(),
  lastSignInAt: z.nullable(z.number()),
});
export type Account = z.infer<typeof Account>;

/** The signed-in identity. `remoteRoundId` is set when this browser is a remote control for one round only. */
export const Me = z.object({
  account: z.nullable(Account),
  remoteRoundId: z.nullable(Id),
});
export type Me = z.infer<typeof Me>;

const done = z.object({ ok: z.literal(true) });

const signInLimit = { per: 'address', count: 20, windowMs: 300_000 } as const;

export const identityRoutes = {
  /** Is the first admin still to be set up? */
  setupState: route('GET', '/api/setup', { who: 'anyone' }, { reply: z.object({ isNeeded: z.boolean() }) }),
  /** Creates the first admin with the one-time token printed at start, and signs in. */
  setup: route(
    'POST',
    '/api/setup',
    { who: 'anyone', limit: signInLimit },
    {
      body: z.strictObject({
        token: z.string().check(z.minLength(1), z.maxLength(100)),
        name: AccountName,
        password: Password,
      }),
      reply: Me,
    },
  ),
  me: route('GET', '/api/session', { who: 'anyone' }, { reply: Me }),
  signIn: route(
    'POST',
    '/api/session',
    { who: 'anyone', limit: signInLimit },
    {
      body: z.strictObject({ name: AccountName, password: TypedPassword }),
      reply: Me,
    },
  ),
  signOut: route('DELETE', '/api/session', { who: 'anyone' }, { reply: done }),
  /** Ends every session of the account, this one too. */
  signOutEverywhere: route('DELETE', '/api/sessions', { who: 'signed_in' }, { reply: done }),
  /** Changes the password; all other sessions of the account end. */
  changePassword: route(
    'POST',
    '/api/account/password',
    { who: 'signed_in', limit: signInLimit },
    {
      body: z.strictObject({ current: TypedPassword, next: Password }),
      reply: done,
    },
  ),
  listAccounts: route('GET', '/api/accounts', { who: 'admin' }, { reply: z.object({ accounts: z.array(Account) }) }),
  createAccount: route(
    'POST',
    '/api/accounts',
    { who: 'admin' },
    {
      // Captains are made where their unit is: `POST /api/units/:unitId/captains`.
      body: z.strictObject({ name: AccountName, password: Password, role: z.enum(['admin', 'organiser']) }),
      reply: Account,
    },
  ),
  /** Disables or enables an account or sets a new password; either way its sessions end. The last enabled admin stays. */
  updateAccount: route(
    'PATCH',
    '/api/accounts/:accountId',
    { who: 'admin' },
    {
      params: z.strictObject({ accountId: Id }),
      body: z.strictObject({ isDisabled: z.optional(z.boolean()), password: z.optional(Password) }),
      reply: Account,
    },
  ),
} as const;
