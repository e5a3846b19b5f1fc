import type { QuestionSet } from '@anquanli/question-bank/schema.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { StartRefusal } from '../../platform/errors/start-refusal.js';
import { QuestionSetVersionEntity } from './entities/question-set-version.entity.js';
import { QuestionVersionEntity } from './entities/question-version.entity.js';
import { type ReadMedium, ReleasedMedia } from './media/released-media.service.js';
import { rowsOf } from './release-rows.js';
import type { StoredMedia } from './stored-question.js';

const ROWS_A_STATEMENT = 100;

/** Brings released sets into the database, each version once and for all. */
@Injectable()
export class ReleaseLoader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly media: ReleasedMedia,
    private readonly clock: Clock,
  ) {}

  /** Stores versions that are new, pictures first. Of known ones only the status may change; other content stops the start. */
  async load(sets: readonly QuestionSet[], readMedium: ReadMedium): Promise<void> {
    for (const set of sets) {
      const place = { setId: set.id, version: set.version };
      const isKnown = await this.unitOfWork.read((manager) => manager.existsBy(QuestionSetVersionEntity, place));
      const media = isKnown ? new Map<string, StoredMedia>() : await this.media.bring(set, readMedium);
      await this.unitOfWork.run((tx) => this.loadOne(tx, set, media));
    }
  }

  private async loadOne(tx: EntityManager, set: QuestionSet, media: ReadonlyMap<string, StoredMedia>): Promise<void> {
    const { contentHash, status } = releaseOf(set);
    const place = { setId: set.id, version: set.version };
    const known = await tx.findOneBy(QuestionSetVersionEntity, place);
    if (known === null) {
      await this.insert(tx, set, media);
    } else if (known.contentHash !== contentHash) {
      throw new StartRefusal(
        `题库 ${set.id} ${set.version} 的内容与数据库中已载入的不同。已发布的版本不可更改：请恢复原文件，或发布新版本。`,
        `Question set ${set.id} ${set.version} differs from what this database has loaded. A released version never changes: restore the file, or release a new version.`,
      );
    } else if (known.status !== status) {
      await tx.update(QuestionSetVersionEntity, place, { status });
    }
  }

  private async insert(tx: EntityManager, set: QuestionSet, media: ReadonlyMap<string, StoredMedia>): Promise<void> {
    const { contentHash, status } = releaseOf(set);
    await tx.insert(QuestionSetVersionEntity, {
      setId: set.id,
      version: set.version,
      status,
      title: set.title,
      description: set.description,
      contentHash,
      categories: set.categories,
      loadedAt: this.clock.now(),
    });
    const rows = rowsOf(set, media);
    for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) {
      await tx.insert(QuestionVersionEntity, rows.slice(from, from + ROWS_A_STATEMENT));
    }
  }
}

function releaseOf({ id, version, status, contentHash }: QuestionSet): {
  contentHash: string;
  status: 'released' | 'withdrawn';
} {
  if (status === 'draft' || contentHash === undefined) {
    throw new Error(`${id} ${version} is not a released set`);
  }
  return { contentHash, status };
}
