import type { Media, QuestionSet } from '@anquanli/question-bank/schema.js';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { StartRefusal } from '../../../platform/errors/start-refusal.js';
import type { StoredMedia } from '../stored-question.js';
import { MediaRepository } from './media.repository.js';
import { pictureSize, type PictureSize } from './picture-size.js';

/** Reads the bytes of a released set's medium; they are what its hash says. */
export type ReadMedium = (set: QuestionSet, medium: Media) => Promise<Buffer>;

/** Brings the media of released sets into the database. */
@Injectable()
export class ReleasedMedia {
  constructor(
    private readonly repository: MediaRepository,
    private readonly clock: Clock,
  ) {}

  /** All media of the set by id, stored; bytes that are there already are not read again. */
  async bring(set: QuestionSet, read: ReadMedium): Promise<Map<string, StoredMedia>> {
    const brought = new Map<string, StoredMedia>();
    for (const medium of set.media) {
      const sha256 = medium.sha256.replace(/^sha256:/, '');
      const size = (await this.repository.sizeOf(sha256)) ?? (await this.store(set, medium, sha256, read));
      const { mime, alt } = medium;
      brought.set(medium.id, { sha256, mime, alt, width: size.width, height: size.height });
    }
    return brought;
  }

  private async store(set: QuestionSet, medium: Media, sha256: string, read: ReadMedium): Promise<PictureSize> {
    const bytes = await read(set, medium);
    const size = await sizeOf(set, medium, bytes);
    await this.repository.keep({ sha256, mime: medium.mime, bytes, ...size, createdAt: this.clock.now() });
    return size;
  }
}

async function sizeOf(set: QuestionSet, medium: Media, bytes: Buffer): Promise<PictureSize> {
  const { mime, width, height, path } = medium;
  if (width !== undefined && height !== undefined) return { width, height };
  if (!mime.startsWith('image/')) return { width: 0, height: 0 };
  const size = await pictureSize(bytes);
  if (size !== null) return size;
  throw new StartRefusal(
    `题库 ${set.id} ${set.version} 的图片 ${path} 无法读取。请换一张图片并发布新版本。`,
    `The picture ${path} of question set ${set.id} ${set.version} cannot be read. Replace it and release a new version.`,
  );
}
