import { canonicalJson } from '@anquanli/question-bank/canonical.js';
import type { QuestionSet } from '@anquanli/question-bank/schema.js';
import { compareVersions } from '@anquanli/question-bank/version.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { isDuplicateKey } from '../../platform/database/database-errors.js';
import { packedText, StoredFiles, unpackedText } from '../../platform/database/stored-files.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { QuestionSetReleaseEntity } from './entities/question-set-release.entity.js';
import { QuestionSetVersionEntity } from './entities/question-set-version.entity.js';
import { QuestionVersionEntity } from './entities/question-version.entity.js';
import { ReleasedMedia } from './media/released-media.service.js';
import { rowsOf, versionRow } from './release-rows.js';
import { ReleasesApi, type ReleaseStamp } from './releases.api.js';
import type { StoredMedia } from './stored-question.js';

const ROWS_A_STATEMENT = 100;
/** Far longer than a release takes. */
const CLAIM_MS = 120_000;

/** Released versions: written once, read for ever. */
@Injectable()
export class ReleaseStore extends ReleasesApi {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly files: StoredFiles,
    private readonly media: ReleasedMedia,
    private readonly clock: Clock,
  ) {
    super();
  }

  async list(setId?: string): Promise<ReleaseStamp[]> {
    const where = setId === undefined ? {} : { setId };
    const [versions, releases, counts] = await this.unitOfWork.read(async (manager) => [
      await manager.findBy(QuestionSetVersionEntity, where),
      await manager.findBy(QuestionSetReleaseEntity, where),
      await manager.query<{ set_id: string; set_version: string; n: number | string }[]>(
        `SELECT set_id, set_version, COUNT(*) AS n FROM question_version
         ${setId === undefined ? '' : 'WHERE set_id = ?'} GROUP BY set_id, set_version`,
        setId === undefined ? [] : [setId],
      ),
    ]);
    const key = (set: string, version: string) => `${set} ${version}`;
    const released = new Map(releases.map((row) => [key(row.setId, row.version), row]));
    const counted = new Map(counts.map((row) => [key(row.set_id, row.set_version), Number(row.n)]));
    return versions.map((row) => {
      const at = key(row.setId, row.version);
      return stampOf(row, released.get(at), counted.get(at) ?? 0);
    });
  }

  async versions(setId: string): Promise<string[]> {
    const select = { version: true } as const;
    const rows = await this.unitOfWork.read((manager) =>
      manager.find(QuestionSetVersionEntity, { where: { setId }, select }),
    );
    return rows.map(({ version }) => version).sort(compareVersions);
  }

  async document(setId: string, version: string): Promise<QuestionSet | null> {
    const text = await this.file(setId, version);
    return text === null ? null : (JSON.parse(text) as QuestionSet);
  }

  async file(setId: string, version: string): Promise<string | null> {
    const bytes = await this.files.get(fileIdOf(setId, version));
    return bytes === null ? null : unpackedText(bytes);
  }

  /**
   * Whoever claims the number first writes: questions and document in short transactions that do not keep a running round
   * waiting, then the version that makes them visible.
   */
  async store(set: QuestionSet, releasedBy: string): Promise<boolean> {
    if (!(await this.claim(set, releasedBy))) return false;
    const place = { setId: set.id, setVersion: set.version };
    await this.unitOfWork.run((tx) => tx.delete(QuestionVersionEntity, place));
    // Whoever released it had its pictures here.
    const media = await this.media.bring(set, (_set, { path }) => Promise.reject(new Error(`${path} is not here`)));
    const rows = rowsOf(set, media);
    for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) {
      const some = rows.slice(from, from + ROWS_A_STATEMENT);
      await this.unitOfWork.run((tx) => tx.insert(QuestionVersionEntity, some));
    }
    await this.putDocument(set);
    await this.unitOfWork.run((tx) => tx.insert(QuestionSetVersionEntity, versionRow(set, this.clock.now())));
    return true;
  }

  /** Takes the number of a version; one that somebody took and left unfinished may be taken over after a while. */
  private async claim(set: QuestionSet, by: string): Promise<boolean> {
    const place = { setId: set.id, version: set.version };
    const now = this.clock.now();
    try {
      return await this.unitOfWork.run(async (tx) => {
        if (await tx.existsBy(QuestionSetVersionEntity, place)) return false;
        const before = await tx.findOneBy(QuestionSetReleaseEntity, place);
        if (before === null) {
          await this.stampRelease(tx, set, by);
          return true;
        }
        if (before.releasedAt > now - CLAIM_MS) return false;
        const { affected } = await tx.update(
          QuestionSetReleaseEntity,
          { ...place, releasedAt: before.releasedAt },
          { releasedAt: now, releasedBy: by },
        );
        return affected === 1;
      });
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  async withdraw(setId: string, version: string, by: string, reason: string): Promise<boolean> {
    const now = this.clock.now();
    return this.unitOfWork.run(async (tx) => {
      const place = { setId, version };
      const { affected } = await tx.update(
        QuestionSetVersionEntity,
        { ...place, status: 'released' },
        { status: 'withdrawn' },
      );
      if (affected !== 1) return false;
      await tx.update(QuestionSetReleaseEntity, place, {
        withdrawnAt: now,
        withdrawnBy: by,
        withdrawalReason: reason,
      });
      return true;
    });
  }

  /** Stores a set that came as a file, in the caller's transaction, in place of what an unfinished release left. */
  async insert(tx: EntityManager, set: QuestionSet, media: ReadonlyMap<string, StoredMedia>): Promise<void> {
    await tx.delete(QuestionSetReleaseEntity, { setId: set.id, version: set.version });
    await this.replaceQuestions(tx, set, media);
    await tx.insert(QuestionSetVersionEntity, versionRow(set, this.clock.now()));
    await this.stampRelease(tx, set, null);
  }

  /** The rows that rounds play, written anew from the set. */
  async replaceQuestions(tx: EntityManager, set: QuestionSet, media: ReadonlyMap<string, StoredMedia>): Promise<void> {
    await tx.delete(QuestionVersionEntity, { setId: set.id, setVersion: set.version });
    const rows = rowsOf(set, media);
    for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) {
      await tx.insert(QuestionVersionEntity, rows.slice(from, from + ROWS_A_STATEMENT));
    }
  }

  /** The released file of a set. Its status is `released` whatever became of it: the file never changes. */
  async putDocument(set: QuestionSet): Promise<void> {
    await this.files.put(
      fileIdOf(set.id, set.version),
      await packedText(canonicalJson({ ...set, status: 'released' })),
    );
  }

  async stampRelease(tx: EntityManager, set: QuestionSet, releasedBy: string | null): Promise<void> {
    await tx.insert(QuestionSetReleaseEntity, {
      setId: set.id,
      version: set.version,
      releasedAt: this.clock.now(),
      releasedBy,
      withdrawnAt: null,
      withdrawnBy: null,
      withdrawalReason: null,
    });
  }
}

function fileIdOf(setId: string, version: string): string {
  return `release:${setId}:${version}`;
}

function stampOf(
  version: QuestionSetVersionEntity,
  release: QuestionSetReleaseEntity | undefined,
  questionCount: number,
): ReleaseStamp {
  const { setId, version: name, status, contentHash, loadedAt } = version;
  const { withdrawnAt = null, withdrawnBy = null, withdrawalReason = null } = release ?? {};
  return {
    setId,
    version: name,
    status,
    contentHash,
    questionCount,
    releasedAt: release?.releasedAt ?? loadedAt,
    releasedBy: release?.releasedBy ?? null,
    withdrawal: withdrawnAt === null ? null : { at: withdrawnAt, by: withdrawnBy, reason: withdrawalReason ?? '' },
  };
}
