import { Injectable } from '@nestjs/common';
import { audienceOf } from '../../../domain/contest/audience.js';
import type { Actor } from '../../../domain/identity/actor.js';
import { can } from '../../../domain/identity/can.js';
import { accept, refuse, type Result } from '../../../domain/shared/result.js';
import type { UnitTree } from '../../../domain/units/unit-tree.js';
import { UnitsApi } from '../../units/units.api.js';
import { ContestsRepository } from '../contests.repository.js';
import type { ContestEntity } from '../entities/contest.entity.js';

/** A contest as far as an account sees it. */
export interface DeskView {
  readonly contest: ContestEntity;
  readonly tree: UnitTree;
  /** Units the account sees; null = all. */
  readonly unitIds: ReadonlySet<string> | null;
  /** The top of them. */
  readonly topId: string | null;
}

/** Who sees how much of a contest at the desk. */
@Injectable()
export class DeskScope {
  constructor(
    private readonly contests: ContestsRepository,
    private readonly units: UnitsApi,
  ) {}

  /** `not_found` also for a captain none of whose units it is for, and for drafts. */
  async view(actor: Actor, contestId: string): Promise<Result<DeskView>> {
    const contest = await this.contests.find(contestId);
    if (contest === null) return refuse('not_found');
    const tree = await this.units.tree();
    const view = viewOf(actor, contest, tree);
    return view === null ? refuse('not_found') : accept(view);
  }

  /** Every contest the account sees, the newest first. */
  async all(actor: Actor): Promise<DeskView[]> {
    const tree = await this.units.tree();
    const contests = await this.contests.all();
    return contests.flatMap((contest) => viewOf(actor, contest, tree) ?? []);
  }
}

function viewOf(actor: Actor, contest: ContestEntity, tree: UnitTree): DeskView | null {
  if (can(actor, 'contests.manage')) return { contest, tree, unitIds: null, topId: null };
  const topId = actor.unitId ?? '';
  if (!can(actor, 'contests.read', { unitPath: tree.pathOf(topId) }) || !contest.isPublished) return null;
  const unitIds = new Set(tree.subtree(topId));
  const isTheirs = audienceOf(tree, contest.settings.audience).some((id) => unitIds.has(id));
  return isTheirs ? { contest, tree, unitIds, topId } : null;
}
