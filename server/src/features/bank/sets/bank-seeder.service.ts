import { canonicalJson } from '@anquanli/question-bank/canonical.js';
import type { Registry } from '@anquanli/question-bank/registry.js';
import type { QuestionSet } from '@anquanli/question-bank/schema.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../platform/clock/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Random } from '../../../platform/random/random.js';
import { ReleasesApi } from '../../questions/releases.api.js';
import { BankChangeEntity } from '../entities/bank-change.entity.js';
import { BankMediaEntity } from '../entities/bank-media.entity.js';
import { BankQuestionEntity } from '../entities/bank-question.entity.js';
import { BankSetEntity } from '../entities/bank-set.entity.js';
import { mediaRow } from '../media/media-row.js';
import { changeRow, indexedFields, newRow, type Hand } from '../questions/question-row.js';
import { RegistryRepository } from './registry.repository.js';

/**
 * Lays released sets on the desk, so that they can be edited: at the first start, and again when a newer version came as
 * a file. What an admin has changed meanwhile stays as the admin wrote it.
 */
@Injectable()
export class BankSeeder {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly releases: ReleasesApi,
    private readonly registry: RegistryRepository,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  /** `registry` is the one beside the released files, `sets` are those files. */
  async seed(registry: Registry, sets: readonly QuestionSet[]): Promise<void> {
    const categories = new Map([...sets.flatMap((set) => set.categories.map((one) => [one.id, one] as const))]);
    const sources = new Map([...sets.flatMap((set) => set.sources.map((one) => [one.id, one] as const))]);
    for (const [id, category] of registry.categories) categories.set(id, category);
    for (const [id, source] of registry.sources) sources.set(id, source);
    await this.unitOfWork.run((tx) =>
      this.registry.seed(tx, [...categories.values()], [...sources.values()], this.clock.now()),
    );
    for (const setId of new Set(sets.map(({ id }) => id))) await this.seedSet(setId);
  }

  private async seedSet(setId: string): Promise<void> {
    const versions = await this.releases.versions(setId);
    const latest = versions.at(-1);
    const row = await this.unitOfWork.read((manager) => manager.findOneBy(BankSetEntity, { setId }));
    if (latest === undefined || row?.seededFrom === latest) return;
    const set = await this.releases.document(setId, latest);
    if (set === null) return;
    const before = await this.releasedBefore(setId, versions.slice(0, -1));
    const hand = { at: this.clock.now(), by: null };
    await this.unitOfWork.run(async (tx) => {
      if (row === null) await tx.insert(BankSetEntity, rowOf(set, hand));
      else await tx.update(BankSetEntity, { setId }, { seededFrom: set.version, version: row.version + 1 });
      await this.layMedia(tx, set, hand);
      await this.layQuestions(tx, set, before, hand);
    });
  }

  private async layMedia(tx: EntityManager, set: QuestionSet, hand: Hand): Promise<void> {
    const known = new Set((await tx.findBy(BankMediaEntity, { setId: set.id })).map(({ id }) => id));
    const rows = set.media.filter(({ id }) => !known.has(id)).map((medium) => mediaRow(set, medium, hand));
    if (rows.length > 0) await tx.insert(BankMediaEntity, rows);
  }

  /** Only what is still as a release had it follows the new one. */
  private async layQuestions(tx: EntityManager, set: QuestionSet, before: Set<string>, hand: Hand): Promise<void> {
    const setId = set.id;
    const known = new Map((await tx.findBy(BankQuestionEntity, { setId })).map((one) => [one.questionId, one]));
    for (const question of set.questions) {
      const there = known.get(question.id);
      if (there && !before.has(canonicalJson(there.content))) continue;
      if (there) {
        const change = { ...indexedFields(question), version: there.version + 1 };
        await tx.update(BankQuestionEntity, { setId, questionId: question.id }, change);
      } else {
        await tx.insert(BankQuestionEntity, newRow(setId, question, hand));
      }
      await tx.insert(BankChangeEntity, changeRow(this.random.uuid(), setId, question, hand, { action: 'seeded' }));
    }
  }

  private async releasedBefore(setId: string, versions: readonly string[]): Promise<Set<string>> {
    const texts = new Set<string>();
    for (const version of versions) {
      const document = await this.releases.document(setId, version);
      document?.questions.forEach((question) => texts.add(canonicalJson(question)));
    }
    return texts;
  }
}

function rowOf(set: QuestionSet, hand: Hand): BankSetEntity {
  const { id: setId, title, description, licence, locale, legalBasisDate } = set;
  const made = { createdAt: hand.at, createdBy: hand.by, updatedAt: hand.at, updatedBy: hand.by };
  return { setId, version: 1, title, description, licence, locale, legalBasisDate, seededFrom: set.version, ...made };
}
