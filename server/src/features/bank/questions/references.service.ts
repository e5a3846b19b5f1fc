import { mediaOf } from '@anquanli/question-bank/rules/references.js';
import type { Question } from '@anquanli/question-bank/schema.js';
import { Injectable } from '@nestjs/common';
import { accept, refuse, type Result } from '../../../domain/shared/result.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { BankMediaEntity } from '../entities/bank-media.entity.js';
import type { BankSetEntity } from '../entities/bank-set.entity.js';
import { RegistryRepository } from '../sets/registry.repository.js';

/** A question fits one row of the database; more is a mistake. */
const MAX_BYTES = 60_000;
const MAX_SOURCE_IDS = 590;

/** Keeps what a question points at in existence. Everything else that may be wrong with a draft is only said. */
@Injectable()
export class References {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly registry: RegistryRepository,
  ) {}

  async check(set: BankSetEntity, question: Question): Promise<Result<null>> {
    return (await this.checker(set.setId))(question);
  }

  /** The same for many questions of a set, as things stand now. */
  async checker(setId: string): Promise<(question: Question) => Result<null>> {
    const sources = new Set((await this.registry.sources()).map(({ id }) => id));
    const categories = new Set((await this.registry.categories()).map(({ id }) => id));
    const rows = await this.unitOfWork.read((manager) => manager.findBy(BankMediaEntity, { setId }));
    const media = new Set(rows.map(({ id }) => id));
    return (question) => {
      const lost = question.citations.findIndex(({ source }) => !sources.has(source));
      if (lost >= 0) return refuse('source_unknown', { path: `content.citations.${lost}.source` });
      if (!categories.has(question.category)) return refuse('category_unknown', { path: 'content.category' });
      const missing = mediaOf(question).find(({ id }) => !media.has(id));
      if (missing) return refuse('media_unknown', { path: `content.${missing.path}` });
      return fitsItsRow(question) ? accept(null) : refuse('question_refused', { path: 'content', maximum: MAX_BYTES });
    };
  }
}

function fitsItsRow(question: Question): boolean {
  const sources = question.citations.map(({ source }) => source).join(',');
  return Buffer.byteLength(JSON.stringify(question)) <= MAX_BYTES && sources.length <= MAX_SOURCE_IDS;
}
