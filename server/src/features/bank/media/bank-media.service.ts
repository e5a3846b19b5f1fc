import type { BankMedia } from '@anquanli/contract/bank.js';
import { BANK_LIMITS } from '@anquanli/contract/bank.js';
import { mediaOf } from '@anquanli/question-bank/rules/references.js';
import { sha256 } from '@anquanli/question-bank/content-hash.js';
import { Injectable } from '@nestjs/common';
import { accept, refuse, type Result } from '../../../domain/shared/result.js';
import { Clock } from '../../../platform/clock/clock.js';
import { isDuplicateKey } from '../../../platform/database/database-errors.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { bytesOfBase64 } from '../../../platform/http/base64.js';
import { MediaApi } from '../../questions/media/media.api.js';
import { BankMediaEntity } from '../entities/bank-media.entity.js';
import { BankQuestionEntity } from '../entities/bank-question.entity.js';
import { BankSetService } from '../sets/bank-set.service.js';
import { pictureOf } from './picture.js';

/** The pictures of a set. */
@Injectable()
export class BankMediaService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sets: BankSetService,
    private readonly media: MediaApi,
    private readonly clock: Clock,
  ) {}

  /** Refusal: `set_unknown`. */
  async of(setId: string): Promise<Result<BankMedia[]>> {
    return (await this.sets.find(setId)) === null ? refuse('set_unknown') : accept(await this.list(setId));
  }

  /** Newest first; none where there is no such set. */
  async list(setId: string): Promise<BankMedia[]> {
    const [rows, questions] = await this.unitOfWork.read(async (manager) => [
      await manager.find(BankMediaEntity, { where: { setId }, order: { createdAt: 'DESC', id: 'ASC' } }),
      await manager.find(BankQuestionEntity, { where: { setId }, select: { content: true } }),
    ]);
    const uses = new Map<string, number>();
    for (const { content } of questions) {
      for (const { id } of mediaOf(content)) uses.set(id, (uses.get(id) ?? 0) + 1);
    }
    return rows.map(({ id, path, mime, sha256: hash, bytes, width, height, alt }) => ({
      ...{ id, path, mime, sha256: hash, bytes, width, height, alt },
      usedBy: uses.get(id) ?? 0,
    }));
  }

  /** Takes a picture in. Its name is made from its content: the same picture is the same entry, and no name tells an answer. */
  async add(setId: string, { content, alt }: { content: string; alt: string }, by: string): Promise<Result<BankMedia>> {
    if ((await this.sets.find(setId)) === null) return refuse('set_unknown');
    const file = bytesOfBase64(content);
    if (file === null) return refuse('invalid_input', { path: 'content' });
    if (file.byteLength > BANK_LIMITS.mediaBytes)
      return refuse('payload_too_large', { maximum: BANK_LIMITS.mediaBytes });
    const picture = await pictureOf(file);
    if (!picture.ok) return picture;
    const { bytes, mime, width, height } = picture.value;
    const hash = sha256(bytes).replace(/^sha256:/, '');
    const now = this.clock.now();
    await this.media.keep({ sha256: hash, mime, bytes, width, height, createdAt: now });
    const made = { createdAt: now, createdBy: by, updatedAt: now, updatedBy: by };
    const id = `p-${hash.slice(0, 16)}`;
    const shown = {
      path: `media/${hash.slice(0, 16)}.webp`,
      mime,
      sha256: hash,
      bytes: bytes.byteLength,
      width,
      height,
    };
    const row = { setId, id, ...shown, alt, licence: null, credit: null, ...made };
    try {
      await this.unitOfWork.run((tx) => tx.insert(BankMediaEntity, row));
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
    return this.one(setId, id);
  }

  async describe(setId: string, id: string, alt: string, by: string): Promise<Result<BankMedia>> {
    const change = { alt, updatedAt: this.clock.now(), updatedBy: by };
    await this.unitOfWork.run((tx) => tx.update(BankMediaEntity, { setId, id }, change));
    return this.one(setId, id);
  }

  private async one(setId: string, id: string): Promise<Result<BankMedia>> {
    const found = (await this.list(setId)).find((medium) => medium.id === id);
    return found === undefined ? refuse('media_unknown') : accept(found);
  }
}
