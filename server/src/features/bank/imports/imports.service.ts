import type { ImportChoices as ChosenByAdmin, ImportDetail, ImportSummary } from '@anquanli/contract/bank-imports.js';
import { sha256 } from '@anquanli/question-bank/content-hash.js';
import type { ImportChoices } from '@anquanli/question-bank/import/import-result.js';
import { IMPORT_LIMITS } from '@anquanli/question-bank/import/limits.js';
import { Injectable } from '@nestjs/common';
import { IsNull, LessThan } from 'typeorm';
import { accept, refuse, type Result } from '../../../domain/shared/result.js';
import { Clock } from '../../../platform/clock/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { bytesOfBase64 } from '../../../platform/http/base64.js';
import { Random } from '../../../platform/random/random.js';
import { BankImportEntity } from '../entities/bank-import.entity.js';
import { BankSetService } from '../sets/bank-set.service.js';
import { stamp, Stamps } from '../sets/stamps.service.js';
import { NOTHING_COUNTED } from './import-counts.js';
import { ImportFiles, packedChoices } from './import-files.js';
import { ImportReader } from './import-reader.service.js';

const LISTED = 50;
const DAY_MS = 86_400_000;
const KEPT_COMMITTED_MS = 30 * DAY_MS;
const KEPT_OPEN_MS = 180 * DAY_MS;

/** What an admin brings: a file in base64, or a text from the clipboard. */
export interface BroughtFile {
  readonly setId: string;
  readonly name: string;
  readonly content?: string | undefined;
  readonly text?: string | undefined;
}

/** Files on their way into a set. Everything is stored at once: who leaves the page finds it again. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly files: ImportFiles,
    private readonly reader: ImportReader,
    private readonly sets: BankSetService,
    private readonly stamps: Stamps,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  async list(): Promise<ImportSummary[]> {
    const rows = await this.unitOfWork.read((manager) =>
      manager.find(BankImportEntity, { order: { createdAt: 'DESC' }, take: LISTED }),
    );
    return this.summaries(rows);
  }

  async start(brought: BroughtFile, by: string): Promise<Result<ImportDetail>> {
    const bytes = bytesOf(brought);
    if (!bytes.ok) return bytes;
    if ((await this.sets.find(brought.setId)) === null) return refuse('set_unknown');
    const id = this.random.uuid();
    const now = this.clock.now();
    await this.files.putFile(id, bytes.value);
    const made = { createdAt: now, createdBy: by, updatedAt: now, updatedBy: by, committedAt: null, committedBy: null };
    await this.unitOfWork.run((tx) =>
      tx.insert(BankImportEntity, {
        ...{ id, version: 1, setId: brought.setId, name: brought.name, bytes: bytes.value.byteLength },
        ...{ sha256: sha256(bytes.value).replace(/^sha256:/, ''), state: 'reading', counts: NOTHING_COUNTED, added: 0 },
        ...made,
      }),
    );
    this.readOn(id);
    await this.forgetOld(now);
    return this.detail(id);
  }

  /** Files that nobody needs any more: long after they were committed, or left lying. */
  private async forgetOld(now: number): Promise<void> {
    const old = await this.unitOfWork.read((manager) =>
      manager.find(BankImportEntity, {
        where: [
          { committedAt: LessThan(now - KEPT_COMMITTED_MS) },
          { committedAt: IsNull(), updatedAt: LessThan(now - KEPT_OPEN_MS) },
        ],
        take: LISTED,
      }),
    );
    for (const { id } of old) await this.remove(id);
  }

  /** Takes other choices; repaired texts stay as they are. The file is read again after the reply. */
  async choose(id: string, version: number, chosen: ChosenByAdmin, by: string): Promise<Result<ImportDetail>> {
    const { repairs } = await this.files.choices(id);
    const turned = await this.turn(id, version, { ...(chosen as ImportChoices), repairs }, by);
    if (!turned.ok) return turned;
    this.readOn(id);
    return this.detail(id);
  }

  /** Takes new texts for one row; none of them means: as the file has it. Resolves when the file was read again. */
  async repair(
    id: string,
    version: number,
    { ref, texts }: { readonly ref: string; readonly texts: Readonly<Record<string, string>> },
    by: string,
  ): Promise<Result<ImportDetail>> {
    const choices = await this.files.choices(id);
    const { [ref]: _before, ...others } = choices.repairs ?? {};
    const repairs = Object.keys(texts).length === 0 ? others : { ...others, [ref]: texts };
    const turned = await this.turn(id, version, { ...choices, repairs }, by);
    if (!turned.ok) return turned;
    await this.reader.read(id);
    return this.detail(id);
  }

  async remove(id: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      await tx.delete(BankImportEntity, { id });
      await this.files.remove(tx, id);
    });
  }

  find(id: string): Promise<BankImportEntity | null> {
    return this.unitOfWork.read((manager) => manager.findOneBy(BankImportEntity, { id }));
  }

  async detail(id: string): Promise<Result<ImportDetail>> {
    const row = await this.find(id);
    if (row === null) return refuse('not_found');
    // The server was stopped while it read: who asks sets it going again.
    if (row.state === 'reading' && this.reader.progressOf(id) === null) this.readOn(id);
    const [summary] = await this.summaries([row]);
    if (summary === undefined) return refuse('not_found');
    const reading = row.state === 'reading' ? null : await this.files.reading(id);
    const { repairs: _repairs, ...choices } = await this.files.choices(id);
    const problems = reading?.result.problems.filter(({ ref }) => ref === undefined) ?? [];
    return accept({
      ...summary,
      mapping: (reading?.result.mapping ?? null) as ImportDetail['mapping'],
      choices: choices,
      problems: problems,
    });
  }

  /** Choices and version change together: whoever reads finds the ones that belong to the row. */
  private async turn(id: string, version: number, choices: ImportChoices, by: string): Promise<Result<null>> {
    const row = await this.find(id);
    if (row === null) return refuse('not_found');
    const change = { version: version + 1, state: 'reading' as const, updatedAt: this.clock.now(), updatedBy: by };
    const packed = await packedChoices(choices);
    const isTurned = await this.unitOfWork.run(async (tx) => {
      const { affected } = await tx.update(BankImportEntity, { id, version }, change);
      if (affected === 1) await this.files.putChoices(tx, id, packed);
      return affected === 1;
    });
    return isTurned ? accept(null) : refuse('stale_version', { version: row.version });
  }

  private readOn(id: string): void {
    void this.reader.read(id).catch(() => undefined);
  }

  private async summaries(rows: readonly BankImportEntity[]): Promise<ImportSummary[]> {
    const nameOf = await this.stamps.namesOf(rows.flatMap((row) => [row.createdBy, row.committedBy]));
    return rows.map((row) => {
      const progress = this.reader.progressOf(row.id);
      return {
        id: row.id,
        version: row.version,
        setId: row.setId,
        name: row.name,
        sha256: row.sha256,
        bytes: row.bytes,
        state: row.state,
        progress: progress && { step: progress.phase, done: progress.done, total: progress.total },
        counts: { ...row.counts, added: row.added },
        created: stamp(row.createdAt, row.createdBy, nameOf),
        committed: row.committedAt === null ? null : stamp(row.committedAt, row.committedBy, nameOf),
      };
    });
  }
}

function bytesOf({ content, text }: BroughtFile): Result<Buffer> {
  if ((content === undefined) === (text === undefined)) return refuse('invalid_input', { path: 'content' });
  if (text !== undefined) return accept(Buffer.from(text, 'utf8'));
  const bytes = bytesOfBase64(content ?? '');
  if (bytes === null) return refuse('invalid_input', { path: 'content' });
  const { uploadBytes } = IMPORT_LIMITS;
  return bytes.byteLength > uploadBytes ? refuse('payload_too_large', { maximum: uploadBytes }) : accept(bytes);
}
