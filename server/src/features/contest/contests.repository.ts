import type { ContestSettings } from '@anquanli/contract/contest-settings.js';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { GroupCommit } from '../../platform/database/group-commit.js';
import { findRows, marks } from '../../platform/database/rows.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ContestEntity } from './entities/contest.entity.js';

/** So long what was read is taken for what is. */
const FRESH_MS = 1_000;
const TOGETHER = 100;

/** Contests as rows. */
@Injectable()
export class ContestsRepository {
  private readonly asking = new GroupCommit<string, ContestEntity | null>((ids) => this.findAll(ids), TOGETHER);
  private readonly known = new Map<string, { readonly at: number; readonly contest: ContestEntity }>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Those who ask at once are answered by one reading. */
  find(id: string): Promise<ContestEntity | null> {
    return this.asking.add(id);
  }

  /** As it was at most a second ago: for ways that everybody walks all the time and that no change is urgent to. */
  async recent(id: string): Promise<ContestEntity | null> {
    const now = this.clock.now();
    const known = this.known.get(id);
    if (known !== undefined && Math.abs(now - known.at) < FRESH_MS) return known.contest;
    const contest = await this.find(id);
    if (contest === null) this.known.delete(id);
    else this.known.set(id, { at: now, contest });
    return contest;
  }

  /** To be called by whoever has changed a contest. */
  changed(id: string): void {
    this.known.delete(id);
  }

  /** The newest first. */
  all(): Promise<ContestEntity[]> {
    return this.unitOfWork.read((manager) => manager.find(ContestEntity, { order: { startsAt: 'DESC', id: 'DESC' } }));
  }

  published(): Promise<ContestEntity[]> {
    return this.unitOfWork.read((manager) =>
      manager.find(ContestEntity, { where: { isPublished: true }, order: { startsAt: 'DESC', id: 'DESC' } }),
    );
  }

  private async findAll(ids: readonly string[]): Promise<(ContestEntity | null)[]> {
    const distinct = [...new Set(ids)];
    const where = `WHERE id IN (${marks(distinct)})`;
    const rows = await this.unitOfWork.read((manager) => findRows(manager, ContestEntity, where, distinct));
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => found.get(id) ?? null);
  }
}

/** Questions of a paper. */
export function paperLength({ blueprint }: Pick<ContestSettings, 'blueprint'>): number {
  return blueprint.reduce((sum, { count }) => sum + count, 0);
}
