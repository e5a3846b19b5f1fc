import type { QuestionSet, Source } from '@anquanli/question-bank/schema.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { StartRefusal } from '../../platform/errors/start-refusal.js';
import { QuestionSetVersionEntity } from './entities/question-set-version.entity.js';
import { QuestionVersionEntity } from './entities/question-version.entity.js';
import type { StoredQuestion } from './stored-question.js';

const ROWS_A_STATEMENT = 100;

/** Brings released sets into the database, each version once and for all. */
@Injectable()
export class ReleaseLoader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Stores versions that are new. Of known ones only the status may change; other content stops the start. */
  async load(sets: readonly QuestionSet[]): Promise<void> {
    for (const set of sets) {
      await this.unitOfWork.run((tx) => this.loadOne(tx, set));
    }
  }

  private async loadOne(tx: EntityManager, set: QuestionSet): Promise<void> {
    const { contentHash, status } = releaseOf(set);
    const place = { setId: set.id, version: set.version };
    const known = await tx.findOneBy(QuestionSetVersionEntity, place);
    if (known === null) {
      await this.insert(tx, set);
    } else if (known.contentHash !== contentHash) {
      throw new StartRefusal(
        `题库 ${set.id} ${set.version} 的内容与数据库中已载入的不同。已发布的版本不可更改：请恢复原文件，或发布新版本。`,
        `Question set ${set.id} ${set.version} differs from what this database has loaded. A released version never changes: restore the file, or release a new version.`,
      );
    } else if (known.status !== status) {
      await tx.update(QuestionSetVersionEntity, place, { status });
    }
  }

  private async insert(tx: EntityManager, set: QuestionSet): Promise<void> {
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
    const rows = rowsOf(set);
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

function rowsOf(set: QuestionSet): QuestionVersionEntity[] {
  const sources = new Map(set.sources.map((source) => [source.id, source]));
  return set.questions.map((question) => {
    const { checks: _checks, provenance: _provenance, translations: _translations, ...kept } = question;
    const citations = question.citations.map(({ source, locator }) => ({
      title: titleOf(source, sources.get(source)),
      locator: locator ?? null,
    }));
    const content: StoredQuestion = { ...kept, citations };
    const { id: questionId, rev, type: kind, status, category, difficulty } = question;
    return { setId: set.id, setVersion: set.version, questionId, rev, kind, status, category, difficulty, content };
  });
}

/**
 * A source as people say it: 《安全生产法》, 《危险化学品企业特殊作业安全规范》GB 30871-2022. Laws are known by their short name,
 * standards by their number.
 */
function titleOf(id: string, source: Source | undefined): string {
  if (source === undefined) {
    throw new Error(`Source ${id} is cited but not in the set`);
  }
  const { title, number, kind } = source;
  const name = `《${title.replace(/^中华人民共和国/, '').replace(/[《》]/g, '')}》`;
  const isStandard = kind === 'standard-mandatory' || kind === 'standard-recommended';
  return isStandard && number !== undefined && !title.includes(number) ? `${name}${number}` : name;
}
