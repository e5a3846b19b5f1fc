import type { ContestSettings } from '@anquanli/contract/contest-settings.js';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ContestEntity } from './entities/contest.entity.js';

/** Contests as rows. */
@Injectable()
export class ContestsRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  find(id: string): Promise<ContestEntity | null> {
    return this.unitOfWork.read((manager) => manager.findOneBy(ContestEntity, { id }));
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
}

/** Questions of a paper. */
export function paperLength({ blueprint }: Pick<ContestSettings, 'blueprint'>): number {
  return blueprint.reduce((sum, { count }) => sum + count, 0);
}
