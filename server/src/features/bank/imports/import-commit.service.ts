import { newQuestionId } from '@anquanli/question-bank/new-id.js';
import { asDraft } from '@anquanli/question-bank/import/as-draft.js';
import type { ImportedQuestion, ImportResult } from '@anquanli/question-bank/import/import-result.js';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { accept, refuse, type Result } from '../../../domain/shared/result.js';
import { Clock } from '../../../platform/clock/clock.js';
import { isDuplicateKey } from '../../../platform/database/database-errors.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Random } from '../../../platform/random/random.js';
import { BankChangeEntity } from '../entities/bank-change.entity.js';
import { BankImportEntity } from '../entities/bank-import.entity.js';
import { BankQuestionEntity } from '../entities/bank-question.entity.js';
import { changeRow, newRow, type Hand } from '../questions/question-row.js';
import { countsOf, importKeyOf, unconfirmedCodes } from './import-counts.js';
import { ImportItems } from './import-items.service.js';
import { ImportReader } from './import-reader.service.js';
import { ImportsService } from './imports.service.js';

/** Short enough to keep nobody waiting who answers a question meanwhile. */
const QUESTIONS_A_TRANSACTION = 40;

interface Order {
  readonly id: string;
  readonly setId: string;
  readonly file: ImportResult['file'];
  readonly hand: Hand;
}

/** Turns what was read into drafts of the set. What is there from this file already stays untouched. */
@Injectable()
export class ImportCommit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly imports: ImportsService,
    private readonly items: ImportItems,
    private readonly reader: ImportReader,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  async commit(
    id: string,
    version: number,
    leaveOut: readonly string[],
    by: string,
  ): Promise<Result<{ added: number; unchanged: number }>> {
    const row = await this.imports.find(id);
    if (row === null) return refuse('not_found');
    if (row.version !== version) return refuse('stale_version', { version: row.version });
    const read = await this.items.readingOf(id);
    if (!read.ok) return read;
    const { setId, result } = read.value;
    const [code] = unconfirmedCodes(result.mapping);
    if (code !== undefined) return refuse('import_unconfirmed', { path: code });
    if (result.questions.length === 0) return accept({ added: 0, unchanged: 0 });
    const order = { id, setId, file: result.file, hand: { at: this.clock.now(), by } };
    const left = new Set(leaveOut);
    const wanted = result.questions.filter(({ ref }) => !left.has(ref));
    let added = 0;
    for (let from = 0; from < wanted.length; from += QUESTIONS_A_TRANSACTION) {
      added += await this.write(order, wanted.slice(from, from + QUESTIONS_A_TRANSACTION));
    }
    const keys = result.questions.map(({ ref }) => importKeyOf(result.file.sha256, ref));
    const counts = countsOf(result, await this.reader.knownOf(setId, keys));
    const done = { state: 'committed' as const, counts, added: row.added + added, version: version + 1 };
    await this.unitOfWork.run((tx) =>
      tx.update(BankImportEntity, { id, version }, { ...done, committedAt: order.hand.at, committedBy: by }),
    );
    return accept({ added, unchanged: wanted.length - added });
  }

  /** Somebody else committed the same file this very moment: what is missing now is less than before. */
  private async write(order: Order, questions: readonly ImportedQuestion[]): Promise<number> {
    try {
      return await this.insert(order, questions);
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return this.insert(order, questions);
    }
  }

  private insert({ id, setId, file, hand }: Order, questions: readonly ImportedQuestion[]): Promise<number> {
    return this.unitOfWork.run(async (tx) => {
      const keyOf = ({ ref }: ImportedQuestion) => importKeyOf(file.sha256, ref);
      const there = await tx.find(BankQuestionEntity, {
        where: { setId, importKey: In(questions.map(keyOf)) },
        select: { importKey: true },
      });
      const known = new Set(there.map(({ importKey }) => importKey));
      const fresh = questions.filter((one) => !known.has(keyOf(one)));
      if (fresh.length === 0) return 0;
      const taken = await tx.find(BankQuestionEntity, {
        where: { questionId: In(fresh.map(({ question }) => question.id)) },
        select: { questionId: true },
      });
      const used = new Set(taken.map(({ questionId }) => questionId));
      const drafts = fresh.map((one) => {
        // An id is never given twice: who brings one that is in use gets a question of their own.
        const draft = asDraft(one, file);
        const isUsed = used.has(draft.id);
        used.add(draft.id);
        return { key: keyOf(one), question: isUsed ? { ...draft, id: this.newId() } : draft };
      });
      await tx.insert(
        BankQuestionEntity,
        drafts.map(({ key, question }) => newRow(setId, question, hand, { importKey: key, importId: id })),
      );
      await tx.insert(
        BankChangeEntity,
        drafts.map(({ question }) => changeRow(this.random.uuid(), setId, question, hand, { action: 'imported' })),
      );
      return drafts.length;
    });
  }

  private newId(): string {
    return newQuestionId(this.clock.now(), Buffer.from(this.random.hex(10), 'hex'));
  }
}
