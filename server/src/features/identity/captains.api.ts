import type { Account } from '@anquanli/contract/identity.js';
import type { EntityManager } from 'typeorm';
import type { Result } from '../../domain/shared/result.js';

export interface NewCaptain {
  readonly name: string;
  readonly password: string;
  readonly unitId: string;
}

export interface CaptainChange {
  readonly isDisabled?: boolean | undefined;
  readonly password?: string | undefined;
}

/** Accounts that are bound to a unit, for the feature that knows units. */
export abstract class CaptainsApi {
  /** Captains of these units, the oldest first. */
  abstract of(unitIds: readonly string[]): Promise<Account[]>;

  /** `more` runs in the same transaction. Refused: `account_name_taken`. */
  abstract create(captain: NewCaptain, more: (tx: EntityManager) => Promise<void>): Promise<Result<Account>>;

  /** Disables, enables, or sets a password; the sessions end. `not_found` for whoever is no captain of these units. */
  abstract change(accountId: string, unitIds: readonly string[], change: CaptainChange): Promise<Result<Account>>;

  /** In the caller's transaction: captains of one unit become captains of another. */
  abstract move(tx: EntityManager, from: string, to: string): Promise<void>;
}
