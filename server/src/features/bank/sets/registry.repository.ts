import type { Category, Source } from '@anquanli/question-bank/schema.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { BankCategoryEntity } from '../entities/bank-category.entity.js';
import { BankSourceEntity } from '../entities/bank-source.entity.js';
import type { Hand } from '../questions/question-row.js';

/** Categories and sources, shared by all sets. */
@Injectable()
export class RegistryRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async categories(): Promise<Category[]> {
    const rows = await this.unitOfWork.read((manager) => manager.find(BankCategoryEntity, { order: { id: 'ASC' } }));
    return rows.map(({ id, title, parent }) => (parent === null ? { id, title } : { id, title, parent }));
  }

  async sources(): Promise<Source[]> {
    const rows = await this.unitOfWork.read((manager) => manager.find(BankSourceEntity, { order: { id: 'ASC' } }));
    return rows.map(({ content }) => content);
  }

  async putCategory(tx: EntityManager, { id, title, parent }: Category, hand: Hand): Promise<void> {
    const change = { title, updatedAt: hand.at, updatedBy: hand.by };
    const { affected } = await tx.update(BankCategoryEntity, { id }, change);
    if (affected !== 1) await tx.insert(BankCategoryEntity, { id, parent: parent ?? null, ...change });
  }

  async putSource(tx: EntityManager, content: Source, hand: Hand): Promise<void> {
    const { id } = content;
    const change = { content, updatedAt: hand.at, updatedBy: hand.by };
    const { affected } = await tx.update(BankSourceEntity, { id }, change);
    if (affected !== 1) await tx.insert(BankSourceEntity, { id, ...change });
  }

  /** What came with the product: new entries are added, old ones follow it unless an admin changed them. */
  async seed(
    tx: EntityManager,
    categories: readonly Category[],
    sources: readonly Source[],
    now: number,
  ): Promise<void> {
    const known = new Set((await tx.find(BankCategoryEntity)).map(({ id }) => id));
    for (const category of categories)
      if (!known.has(category.id)) await this.putCategory(tx, category, { at: now, by: null });
    const rows = new Map((await tx.find(BankSourceEntity)).map((row) => [row.id, row]));
    for (const source of sources) {
      const row = rows.get(source.id);
      const isSame = row !== undefined && JSON.stringify(row.content) === JSON.stringify(source);
      if (!isSame && (row?.updatedBy ?? null) === null) await this.putSource(tx, source, { at: now, by: null });
    }
  }
}
