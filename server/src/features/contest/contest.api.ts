import type { Dashboard } from '@anquanli/contract/contest-desk.js';
import type { ContestSettings } from '@anquanli/contract/contest-settings.js';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../domain/identity/actor.js';
import type { Result } from '../../domain/shared/result.js';
import type { UnitTree } from '../../domain/units/unit-tree.js';
import type { ContestFigures } from './boards/contest-figures.service.js';
import type { QuestionFigures } from './desk/dashboard.service.js';

export type { ContestFigures, GroupRow } from './boards/contest-figures.service.js';
export type { QuestionFigures } from './desk/dashboard.service.js';

/** A contest as far as an account sees it. */
export interface ReportedContest {
  readonly id: string;
  readonly settings: ContestSettings;
  /** Epoch ms. */
  readonly startsAt: number;
  readonly endsAt: number;
  readonly tree: UnitTree;
  /** Units the account sees, and their top; null = all. */
  readonly unitIds: ReadonlySet<string> | null;
  readonly topId: string | null;
}

/** A person's line of a report. */
export interface PersonFigures {
  readonly personId: string;
  readonly unitId: string;
  readonly points: number;
  readonly timeMs: number;
  readonly attempts: number;
  readonly bestRight: number;
  readonly bestAsked: number;
}

/** What reports may ask about contests. */
export abstract class ContestsApi {
  /** Published contests: for bulletins. */
  abstract published(): Promise<ReportedContest[]>;

  /** Refusal: `not_found`. */
  abstract see(actor: Actor, contestId: string): Promise<Result<ReportedContest>>;

  /** As of now, not from what is kept. */
  abstract figures(contestId: string): Promise<ContestFigures>;

  /** By day, as far as the account sees it. */
  abstract days(contest: Pick<ReportedContest, 'unitIds'>, figures: ContestFigures): Dashboard['days'];

  abstract questions(contestId: string): Promise<QuestionFigures[]>;

  /** People on the boards by points and time, a slice at a time, the next one after `after`. */
  abstract people(contestId: string, unitIds: ReadonlySet<string> | null): AsyncIterable<readonly PersonFigures[]>;

  /** Contests the people have taken part in, in the caller's transaction. */
  abstract contestsOf(tx: EntityManager, personIds: readonly string[]): Promise<string[]>;

  /** Names of a contest are being emptied: what holds them elsewhere goes first. */
  abstract onErased(listener: (contestId: string) => Promise<void>): void;
}
