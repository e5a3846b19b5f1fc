import { importInWorker } from '@anquanli/question-bank/import/in-worker.js';
import type { ImportContext } from '@anquanli/question-bank/import/import-result.js';
import type { ImportProgress } from '@anquanli/question-bank/import/import-file.js';
import { Injectable } from '@nestjs/common';
import { Log } from '../../../platform/logging/log.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { BankImportEntity } from '../entities/bank-import.entity.js';
import { BankQuestionEntity } from '../entities/bank-question.entity.js';
import { RegistryRepository } from '../sets/registry.repository.js';
import { countsOf, importKeyOf, NOTHING_COUNTED } from './import-counts.js';
import { ImportFiles } from './import-files.js';

/** Reads files away from the loop that answers phones, one after the other: two at once would take the memory of both. */
@Injectable()
export class ImportReader {
  private readonly running = new Map<string, Promise<void>>();
  private readonly told = new Map<string, ImportProgress>();
  private last: Promise<void> = Promise.resolve();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly files: ImportFiles,
    private readonly registry: RegistryRepository,
    private readonly log: Log,
  ) {}

  /** How far the reading is; null when nothing is being read. */
  progressOf(id: string): ImportProgress | null {
    return this.running.has(id) ? (this.told.get(id) ?? { phase: 'reading', done: 0, total: 0 }) : null;
  }

  /** Reads the file as of its row, and resolves when that is stored. A reading that is under way is joined. */
  read(id: string): Promise<void> {
    const known = this.running.get(id);
    if (known) return known;
    const reading = this.last.then(() => this.readNow(id)).finally(() => this.forget(id));
    // Who starts a reading may not wait for it: what goes wrong is told here and in the row.
    this.last = reading.catch((err: unknown) => this.log.error({ err }, 'an import could not be read'));
    this.running.set(id, reading);
    return reading;
  }

  private forget(id: string): void {
    this.running.delete(id);
    this.told.delete(id);
  }

  /** Again from the start where somebody chose otherwise meanwhile. */
  private async readNow(id: string): Promise<void> {
    for (;;) {
      const row = await this.unitOfWork.read((manager) => manager.findOneBy(BankImportEntity, { id }));
      const bytes = await this.files.file(id);
      if (row === null) return this.forgetReading(id);
      if (bytes === null) return;
      const { version, setId, name } = row;
      const request = {
        name,
        bytes,
        choices: await this.files.choices(id),
        context: await this.contextOf(setId, row.sha256),
      };
      const result = await importInWorker(request, { report: (progress) => this.told.set(id, progress) });
      const keys = result.questions.map(({ ref }) => importKeyOf(result.file.sha256, ref));
      const counts = countsOf(result, await this.knownOf(setId, keys));
      const state = result.mapping === null ? ('failed' as const) : ('ready' as const);
      await this.files.putReading(id, { version, result });
      const change = { state, counts: result.mapping === null ? NOTHING_COUNTED : counts };
      const { affected } = await this.unitOfWork.run((tx) => tx.update(BankImportEntity, { id, version }, change));
      if (affected === 1) return;
    }
  }

  /** It was thrown away while it was being read: nothing of it may stay behind. */
  private forgetReading(id: string): Promise<void> {
    return this.unitOfWork.run((tx) => this.files.remove(tx, id));
  }

  /** Which of these places are in the set already. */
  async knownOf(setId: string, keys: readonly string[]): Promise<Set<string>> {
    const wanted = new Set(keys);
    const rows = await this.unitOfWork.read((manager) =>
      manager.query<{ import_key: string }[]>(
        'SELECT import_key FROM bank_question WHERE set_id = ? AND import_key IS NOT NULL',
        [setId],
      ),
    );
    return new Set(rows.map((row) => row.import_key).filter((key) => wanted.has(key)));
  }

  /** The set without what came from this very file: nothing is a duplicate of itself. */
  private async contextOf(setId: string, sha256: string): Promise<ImportContext> {
    const [categories, sources] = [await this.registry.categories(), await this.registry.sources()];
    const rows = await this.unitOfWork.read((manager) =>
      manager.find(BankQuestionEntity, { where: { setId }, select: { content: true, importKey: true } }),
    );
    const others = rows.filter(({ importKey }) => importKey?.startsWith(`${sha256}:`) !== true);
    const known = others.map(({ content }) => ({
      id: content.id,
      stem: content.stem,
      optionTexts: 'options' in content ? content.options.map(({ text }) => text) : [],
    }));
    return { categories, sources, known };
  }
}
