import type { Role } from '@anquanli/contract/vocabulary.js';

/** Somebody signed in: with an account, or with a phone that was made the remote control of one round. */
export type Actor =
  | { readonly kind: 'account'; readonly accountId: string; readonly role: Role; readonly unitId: string | null }
  | {
      readonly kind: 'remote';
      readonly accountId: string;
      readonly role: Role;
      readonly unitId: string | null;
      readonly roundId: string;
    };
