import type { RegisteredSource } from '@anquanli/contract/bank.js';
import { isInForce } from '@anquanli/question-bank/rules/sources.js';
import type { Category, Source } from '@anquanli/question-bank/schema.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { accept, refuse, type Result } from '../../../domain/shared/result.js';
import { Clock } from '../../../platform/clock/clock.js';
import { isDuplicateKey } from '../../../platform/database/database-errors.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { chinaDay } from '../questions/china-day.js';
import { RegistryRepository } from './registry.repository.js';

/** Categories and sources as admins keep them. */
@Injectable()
export class RegistryService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly registry: RegistryRepository,
    private readonly clock: Clock,
  ) {}

  async all(): Promise<{ categories: Category[]; sources: RegisteredSource[] }> {
    const [categories, sources, citing] = [
      await this.registry.categories(),
      await this.registry.sources(),
      await this.citing(),
    ];
    return { categories, sources: sources.map((source) => this.described(source, citing)) };
  }

  async putCategory(category: Category, by: string): Promise<Category> {
    await this.write((tx) => this.registry.putCategory(tx, category, { at: this.clock.now(), by }));
    return category;
  }

  /** The address and the source have to name the same. */
  async putSource(id: string, source: Source, by: string): Promise<Result<RegisteredSource>> {
    if (source.id !== id) return refuse('invalid_input', { path: 'source.id' });
    await this.write((tx) => this.registry.putSource(tx, source, { at: this.clock.now(), by }));
    return accept(this.described(source, await this.citing()));
  }

  /** Two admins may add the same entry at once: the second finds it there and changes it. */
  private async write(put: (tx: EntityManager) => Promise<void>): Promise<void> {
    try {
      await this.unitOfWork.run(put);
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      await this.unitOfWork.run(put);
    }
  }

  private described(source: Source, citing: ReadonlyMap<string, number>): RegisteredSource {
    const hasChanged = !isInForce(source, chinaDay(this.clock.now()));
    return { source, hasChanged, citedBy: citing.get(source.id) ?? 0 };
  }

  /** How many questions that are not over cite each source. */
  private async citing(): Promise<Map<string, number>> {
    const rows = await this.unitOfWork.read((manager) =>
      manager.query<{ source_ids: string; n: number | string }[]>(
        `SELECT source_ids, COUNT(*) AS n FROM bank_question
         WHERE status NOT IN ('deprecated', 'retired') GROUP BY source_ids`,
      ),
    );
    const counts = new Map<string, number>();
    for (const { source_ids, n } of rows) {
      for (const id of source_ids.split(',').filter((one) => one !== '')) {
        counts.set(id, (counts.get(id) ?? 0) + Number(n));
      }
    }
    return counts;
  }
}
