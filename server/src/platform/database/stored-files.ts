import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { StoredFilePartEntity } from './stored-file-part.entity.js';
import { UnitOfWork } from './unit-of-work.js';

const PART_BYTES = 60_000;
const PARTS_A_STATEMENT = 20;
const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** Large things in the database, in small parts. The same on both engines. */
@Injectable()
export class StoredFiles {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Stores bytes under an id in the caller's transaction, in place of what was there. */
  async put(tx: EntityManager, fileId: string, bytes: Uint8Array): Promise<void> {
    await this.remove(tx, fileId);
    const parts = Array.from({ length: Math.max(1, Math.ceil(bytes.byteLength / PART_BYTES)) }, (_, part) => ({
      fileId,
      part,
      content: Buffer.from(bytes.subarray(part * PART_BYTES, (part + 1) * PART_BYTES)),
    }));
    for (let from = 0; from < parts.length; from += PARTS_A_STATEMENT) {
      await tx.insert(StoredFilePartEntity, parts.slice(from, from + PARTS_A_STATEMENT));
    }
  }

  /** The bytes; null when there are none under this id. */
  async get(fileId: string): Promise<Buffer | null> {
    const parts = await this.unitOfWork.read((manager) =>
      manager.find(StoredFilePartEntity, { where: { fileId }, order: { part: 'ASC' } }),
    );
    return parts.length === 0 ? null : Buffer.concat(parts.map(({ content }) => content));
  }

  async remove(tx: EntityManager, fileId: string): Promise<void> {
    await tx.delete(StoredFilePartEntity, { fileId });
  }
}

/** A text, compressed, for {@link StoredFiles}. Made before a transaction begins: it takes a while. */
export async function packedText(text: string): Promise<Buffer> {
  return pack(text);
}

export async function unpackedText(bytes: Uint8Array): Promise<string> {
  return (await unpack(bytes)).toString('utf8');
}
