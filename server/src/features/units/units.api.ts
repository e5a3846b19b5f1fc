import type { ParticipantStatus } from '@anquanli/contract/vocabulary.js';
import type { EntityManager } from 'typeorm';
import type { UnitTree } from '../../domain/units/unit-tree.js';

/** What other features may ask about units. */
export abstract class UnitsApi {
  /** The tree as committed; kept in memory and read anew when `unit_tree` has moved. */
  abstract tree(): Promise<UnitTree>;
}

/** A registered person. `name` is empty once erased. */
export interface KnownParticipant {
  readonly personId: string;
  readonly unitId: string;
  readonly name: string;
  readonly employeeNo: string | null;
  readonly status: ParticipantStatus;
}

/** What other features may ask about registered people. */
export abstract class ParticipantsApi {
  /** Whose token is it? null for a guest's, a revoked or an unknown one. One query. */
  abstract ofToken(personToken: string): Promise<KnownParticipant | null>;

  /** Unknown ids are left out. Any number of ids: asked in slices. */
  abstract find(personIds: readonly string[]): Promise<Map<string, KnownParticipant>>;

  /** Registered and not erased, by unit; units without any are left out. */
  abstract countByUnit(unitIds: readonly string[]): Promise<Map<string, number>>;

  /** Empties names and revokes tokens, in the caller's transaction. Tell others with {@link announceErased} after the commit. */
  abstract eraseIn(tx: EntityManager, personIds: readonly string[]): Promise<void>;

  abstract announceErased(personIds: readonly string[]): void;

  /**
   * `participant.erased`: calls the listener in the erasing transaction, so that what else holds a name of theirs is emptied with it.
   */
  abstract onErasing(listener: (tx: EntityManager, personIds: readonly string[]) => Promise<void>): void;

  /** After the commit: connections are to be ended, views told. */
  abstract onErased(listener: (personIds: readonly string[]) => void): void;

  /** After the commit: all phones of a person were signed out, but for the one whose token has this hash. Their connections are to be ended. */
  abstract onSignedOut(listener: (personId: string, keptTokenHash: string | null) => void): void;

  /** What a feature keeps about a person, for the file that the person may ask for. `section` is its name there. */
  abstract exportedWith(section: string, source: (personId: string) => Promise<unknown>): void;
}
