import type { QuestionSet } from '@anquanli/question-bank/schema.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { StartRefusal } from '../../platform/errors/start-refusal.js';
import { Log } from '../../platform/logging/log.js';
import { QuestionSetReleaseEntity } from './entities/question-set-release.entity.js';
import { QuestionSetVersionEntity } from './entities/question-set-version.entity.js';
import { type ReadMedium, ReleasedMedia } from './media/released-media.service.js';
import { releaseOf } from './release-rows.js';
import { ReleaseStore } from './release-store.service.js';
import type { StoredMedia } from './stored-question.js';

/** Brings released sets into the database, each version once and for all. */
@Injectable()
export class ReleaseLoader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly media: ReleasedMedia,
    private readonly store: ReleaseStore,
    private readonly log: Log,
  ) {}

  /** Stores versions that are new, pictures first. Of known ones only the status may change; other content stops the start. */
  async load(sets: readonly QuestionSet[], readMedium: ReadMedium): Promise<void> {
    for (const set of sets) {
      const place = { setId: set.id, version: set.version };
      const [isKnown, isKept] = await this.unitOfWork.read(async (manager) => [
        await manager.existsBy(QuestionSetVersionEntity, place),
        await manager.existsBy(QuestionSetReleaseEntity, place),
      ]);
      const isWhole = isKnown && isKept;
      const media = isWhole ? new Map<string, StoredMedia>() : await this.media.bring(set, readMedium);
      if (!isWhole) await this.store.putDocument(set);
      await this.unitOfWork.run((tx) => this.loadOne(tx, set, media));
    }
  }

  private async loadOne(tx: EntityManager, set: QuestionSet, media: ReadonlyMap<string, StoredMedia>): Promise<void> {
    const { contentHash, status } = releaseOf(set);
    const place = { setId: set.id, version: set.version };
    const known = await tx.findOneBy(QuestionSetVersionEntity, place);
    if (known === null) {
      await this.store.insert(tx, set, media);
      return;
    }
    const release = await tx.findOneBy(QuestionSetReleaseEntity, place);
    if (known.contentHash !== contentHash) {
      if (typeof release?.releasedBy !== 'string') throw alteredRelease(set);
      // Two origins gave the same number to different content: rounds play what was here first.
      this.log.warn(place, 'a version released on the desk hides the file of this number');
      return;
    }
    if (release === null) {
      // Loaded by a version of the program that kept neither documents nor pictures.
      await this.store.replaceQuestions(tx, set, media);
      await this.store.stampRelease(tx, set, null);
    }
    const isWithdrawnHere = typeof release?.withdrawnAt === 'number';
    if (known.status !== status && !isWithdrawnHere) {
      await tx.update(QuestionSetVersionEntity, place, { status });
    }
  }
}

function alteredRelease(set: QuestionSet): StartRefusal {
  return new StartRefusal(
    `题库 ${set.id} ${set.version} 的内容与数据库中已载入的不同。已发布的版本不可更改：请恢复原文件，或发布新版本。`,
    `Question set ${set.id} ${set.version} differs from what this database has loaded. A released version never changes: restore the file, or release a new version.`,
  );
}
