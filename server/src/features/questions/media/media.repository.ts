import { Injectable } from '@nestjs/common';
import { isDuplicateKey } from '../../../platform/database/database-errors.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { type KeptMedium, MediaApi } from './media.api.js';
import { MediaEntity } from './media.entity.js';

/** Pictures as rows. */
@Injectable()
export class MediaRepository extends MediaApi {
  constructor(private readonly unitOfWork: UnitOfWork) {
    super();
  }

  find(sha256: string): Promise<MediaEntity | null> {
    return this.unitOfWork.read((manager) => manager.findOneBy(MediaEntity, { sha256 }));
  }

  /** Size without the bytes; null when the picture is not there. */
  sizeOf(sha256: string): Promise<Pick<MediaEntity, 'width' | 'height'> | null> {
    return this.unitOfWork.read((manager) =>
      manager.findOne(MediaEntity, { where: { sha256 }, select: { width: true, height: true } }),
    );
  }

  /** Stores a picture; one that is there already stays as it is. */
  async keep(medium: KeptMedium): Promise<void> {
    try {
      await this.unitOfWork.run((tx) => tx.insert(MediaEntity, medium));
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  }

  async bytes(sha256: string): Promise<Buffer | null> {
    return (await this.find(sha256))?.bytes ?? null;
  }
}
