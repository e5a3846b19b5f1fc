import type { BankMedia } from '@anquanli/contract/bank.js';
import { mediaOf } from '@anquanli/question-bank/rules/references.js';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { BankMediaEntity } from '../entities/bank-media.entity.js';
import { BankQuestionEntity } from '../entities/bank-question.entity.js';

/** The pictures of a set. */
@Injectable()
export class BankMediaService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async list(setId: string): Promise<BankMedia[]> {
    const [rows, questions] = await this.unitOfWork.read(async (manager) => [
      await manager.find(BankMediaEntity, { where: { setId }, order: { createdAt: 'DESC', id: 'ASC' } }),
      await manager.find(BankQuestionEntity, { where: { setId }, select: { content: true } }),
    ]);
    const uses = new Map<string, number>();
    for (const { content } of questions) {
      for (const { id } of mediaOf(content)) uses.set(id, (uses.get(id) ?? 0) + 1);
    }
    return rows.map(({ id, path, mime, sha256, bytes, width, height, alt }) => ({
      ...{ id, path, mime, sha256, bytes, width, height, alt },
      usedBy: uses.get(id) ?? 0,
    }));
  }
}
