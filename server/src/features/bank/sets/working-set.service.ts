import type { Question, QuestionSet } from '@anquanli/question-bank/schema.js';
import { FORMAT_VERSION } from '@anquanli/question-bank/schema.js';
import { citedSources, WORKING_VERSION } from '@anquanli/question-bank/set-folder.js';
import type { SetUnderCheck } from '@anquanli/question-bank/set-under-check.js';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { BankMediaEntity } from '../entities/bank-media.entity.js';
import { BankQuestionEntity } from '../entities/bank-question.entity.js';
import type { BankSetEntity } from '../entities/bank-set.entity.js';
import { mediumOf } from '../media/media-row.js';
import { RegistryRepository } from './registry.repository.js';

/** Sets on the desk in the shape that the bank's checks and releases work on. */
@Injectable()
export class WorkingSets {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly registry: RegistryRepository,
  ) {}

  /** The whole set, questions by id. */
  async load(row: BankSetEntity): Promise<SetUnderCheck> {
    const { setId } = row;
    const [questions, media] = await this.unitOfWork.read(async (manager) => [
      await manager.find(BankQuestionEntity, { where: { setId }, order: { questionId: 'ASC' } }),
      await manager.find(BankMediaEntity, { where: { setId }, order: { id: 'ASC' } }),
    ]);
    return this.under(
      row,
      questions.map(({ content }) => content),
      media,
    );
  }

  /** The set as if it held only these questions: for checking one without reading all. */
  async around(row: BankSetEntity, questions: readonly Question[]): Promise<SetUnderCheck> {
    const media = await this.unitOfWork.read((manager) => manager.findBy(BankMediaEntity, { setId: row.setId }));
    return this.under(row, questions, media);
  }

  private async under(
    row: BankSetEntity,
    questions: readonly Question[],
    media: readonly BankMediaEntity[],
  ): Promise<SetUnderCheck> {
    const [categories, sources] = [await this.registry.categories(), await this.registry.sources()];
    const used = new Set(questions.map(({ category }) => category));
    const set: QuestionSet = {
      formatVersion: FORMAT_VERSION,
      id: row.setId,
      locale: row.locale,
      title: row.title,
      description: row.description,
      licence: row.licence,
      legalBasisDate: row.legalBasisDate,
      version: WORKING_VERSION,
      status: 'draft',
      categories: withParents(categories, used),
      sources: citedSources(questions, { sources: new Map(sources.map((source) => [source.id, source])) }),
      media: media.map(mediumOf),
      questions: [...questions],
    };
    return { set, setFile: row.setId, fileOf: new Map() };
  }
}

function withParents(categories: QuestionSet['categories'], used: ReadonlySet<string>): QuestionSet['categories'] {
  const parents = new Map(categories.map(({ id, parent }) => [id, parent]));
  const kept = new Set<string>();
  for (const start of used) {
    for (let id: string | undefined = start; id !== undefined && !kept.has(id); id = parents.get(id)) kept.add(id);
  }
  return categories.filter(({ id }) => kept.has(id));
}
