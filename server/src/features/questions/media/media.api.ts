import type { MediaEntity } from './media.entity.js';

/** A picture with its bytes. */
export type KeptMedium = Pick<MediaEntity, 'sha256' | 'mime' | 'bytes' | 'width' | 'height' | 'createdAt'>;

/** What other features may do with pictures. */
export abstract class MediaApi {
  /** Stores a picture; one that is there already stays as it is. */
  abstract keep(medium: KeptMedium): Promise<void>;

  /** The bytes of a picture by its hash (64 hex digits); null when it is not there. */
  abstract bytes(sha256: string): Promise<Buffer | null>;
}
