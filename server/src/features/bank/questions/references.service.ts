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
    const sources = new Set((await this.registry.sources()).map(({ id }) => id));
    const lost = question.citations.findIndex(({ source }) => !sources.has(source));
    if (lost >= 0) return refuse('source_unknown', { path: `content.citations.${lost}.source` });
    const categories = await this.registry.categories();
    if (!categories.some(({ id }) => id === question.category)) {
      return refuse('category_unknown', { path: 'content.category' });
    }
    const shown = mediaOf(question);
    if (shown.length > 0) {
      const where = { setId: set.setId };
      const media = await this.unitOfWork.read((manager) => manager.findBy(BankMediaEntity, where));
      const known = new Set(media.map(({ id }) => id));
      const missing = shown.find(({ id }) => !known.has(id));
      if (missing) return refuse('media_unknown', { path: `content.${missing.path}` });
    }
    const isTooLong =
      Buffer.byteLength(JSON.stringify(question)) > MAX_BYTES ||
      question.citations.map(({ source }) => source).join(',').length > MAX_SOURCE_IDS;
    return isTooLong ? refuse('question_refused', { path: 'content', maximum: MAX_BYTES }) : accept(null);
  }
}
