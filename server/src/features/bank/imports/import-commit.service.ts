import { asDraft } from '@anquanli/question-bank/import/as-draft.js';
import type { ImportedQuestion, ImportResult } from '@anquanli/question-bank/import/import-result.js';
import type { ErrorCode } from '@anquanli/contract/vocabulary.js';
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
import { freshQuestionId } from '../questions/question-id.js';
import { changeRow, newRow, type Hand } from '../questions/question-row.js';
import { References } from '../questions/references.service.js';
import { countsOf, importKeyOf, unconfirmedCodes } from './import-counts.js';
import { ImportItems } from './import-items.service.js';
import { ImportReader } from './import-reader.service.js';

/** Short enough to keep nobody waiting who answers a question meanwhile. */
const QUESTIONS_A_TRANSACTION = 40;

/** What became of a commit; `refused` are items that do not fit into the set, each with the code of its reason. */
export interface Committed {
  readonly added: number;
  readonly unchanged: number;
  readonly refused: { ref: string; code: ErrorCode }[];
}

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
    private readonly items: ImportItems,
    private readonly reader: ImportReader,
    private readonly references: References,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  async commit(id: string, version: number, leaveOut: readonly string[], by: string): Promise<Result<Committed>> {
    const read = await this.items.readingOf(id);
    if (!read.ok) return read;
    if (read.value.version !== version) return refuse('stale_version', { version: read.value.version });
    const { setId, result } = read.value;
    const [code] = unconfirmedCodes(result.mapping);
    if (code !== undefined) return refuse('import_unconfirmed', { path: code });
    const order = { id, setId, file: result.file, hand: { at: this.clock.now(), by } };
    const left = new Set(leaveOut);
    const { fit, refused } = await this.sifted(
      setId,
      result.questions.filter(({ ref }) => !left.has(ref)),
    );
    let added = 0;
    for (let from = 0; from < fit.length; from += QUESTIONS_A_TRANSACTION) {
      added += await this.write(order, fit.slice(from, from + QUESTIONS_A_TRANSACTION));
    }
    if (fit.length > 0) await this.note(order, version, added, result);
    return accept({ added, unchanged: fit.length - added, refused });
  }

  /** What points at something that is not in the set, or is too large for a row, stays outside. */
  private async sifted(setId: string, questions: readonly ImportedQuestion[]) {
    const check = await this.references.checker(setId);
    const verdicts = questions.map((one) => ({ one, verdict: check(one.question) }));
    const fit = verdicts.filter(({ verdict }) => verdict.ok).map(({ one }) => one);
    const refused = verdicts.flatMap(({ one, verdict }) => (verdict.ok ? [] : [{ ref: one.ref, code: verdict.code }]));
    return { fit, refused };
  }

  /** The sum is counted in the database: two commits at once both count. Who chose otherwise meanwhile goes on reading. */
  private async note({ id, setId, hand }: Order, version: number, added: number, result: ImportResult): Promise<void> {
    const keys = result.questions.map(({ ref }) => importKeyOf(result.file.sha256, ref));
    const counts = countsOf(result, await this.reader.knownOf(setId, keys));
    const done = { state: 'committed' as const, counts, committedAt: hand.at, committedBy: hand.by };
    await this.unitOfWork.run(async (tx) => {
      await tx.increment(BankImportEntity, { id }, 'added', added);
      await tx.update(BankImportEntity, { id, version }, done);
    });
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
        return {
          key: keyOf(one),
          question: isUsed ? { ...draft, id: freshQuestionId(this.clock, this.random) } : draft,
        };
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
}
