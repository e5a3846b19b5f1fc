import { Injectable } from '@nestjs/common';
import { RefusalError } from '../../../platform/errors/refusal-error.js';
import type { MediaEntity } from './media.entity.js';
import { MediaRepository } from './media.repository.js';

/** Bytes kept in memory: the pictures of the rounds that are being played, many times over. */
const CACHED_BYTES = 64 * 1_024 * 1_024;

type Medium = Pick<MediaEntity, 'mime' | 'bytes'>;

/** Pictures on their way to screens. A hall asks for the same one at once: the first reads, all others get what it found. */
@Injectable()
export class MediaService {
  /** Least recently asked first. */
  private readonly kept = new Map<string, Medium>();
  private readonly reading = new Map<string, Promise<Medium>>();
  private keptBytes = 0;

  constructor(private readonly repository: MediaRepository) {}

  /** Refusal: `not_found`. */
  async get(sha256: string): Promise<Medium> {
    const kept = this.kept.get(sha256);
    if (kept !== undefined) {
      this.kept.delete(sha256);
      this.kept.set(sha256, kept);
      return kept;
    }
    const reading = this.reading.get(sha256) ?? this.read(sha256);
    this.reading.set(sha256, reading);
    return reading;
  }

  private async read(sha256: string): Promise<Medium> {
    try {
      const found = await this.repository.find(sha256);
      if (found === null) throw new RefusalError('not_found');
      const medium = { mime: found.mime, bytes: found.bytes };
      this.keep(sha256, medium);
      return medium;
    } finally {
      this.reading.delete(sha256);
    }
  }

  private keep(sha256: string, medium: Medium): void {
    this.kept.set(sha256, medium);
    this.keptBytes += medium.bytes.length;
    for (const [oldest, { bytes }] of this.kept) {
      if (this.keptBytes <= CACHED_BYTES) break;
      this.kept.delete(oldest);
      this.keptBytes -= bytes.length;
    }
  }
}
