import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { StoredFilePartEntity } from './stored-file-part.entity.js';
import { UnitOfWork } from './unit-of-work.js';

const PART_BYTES = 60_000;
const PARTS_A_TRANSACTION = 8;
const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** Large things in the database, in small parts: the same on both engines, and nothing waits long behind one. */
@Injectable()
export class StoredFiles {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Stores bytes under an id, in place of what was there, in several short transactions: what refers to the file is
   * written after it. Not to be called twice at once for the same id.
   */
  async put(fileId: string, bytes: Uint8Array): Promise<void> {
    const parts = partsOf(fileId, bytes);
    await this.unitOfWork.run((tx) => this.remove(tx, fileId));
    for (let from = 0; from < parts.length; from += PARTS_A_TRANSACTION) {
      const some = parts.slice(from, from + PARTS_A_TRANSACTION);
      await this.unitOfWork.run((tx) => tx.insert(StoredFilePartEntity, some));
    }
  }

  /** The same in the caller's transaction, for what is small. */
  async putWithin(tx: EntityManager, fileId: string, bytes: Uint8Array): Promise<void> {
    await this.remove(tx, fileId);
    await tx.insert(StoredFilePartEntity, partsOf(fileId, bytes));
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

function partsOf(fileId: string, bytes: Uint8Array): StoredFilePartEntity[] {
  const count = Math.max(1, Math.ceil(bytes.byteLength / PART_BYTES));
  return Array.from({ length: count }, (_, part) => ({
    fileId,
    part,
    content: Buffer.from(bytes.subarray(part * PART_BYTES, (part + 1) * PART_BYTES)),
  }));
}

/** A text, compressed for {@link StoredFiles}. */
export async function packedText(text: string): Promise<Buffer> {
  return pack(text);
}

export async function unpackedText(bytes: Uint8Array): Promise<string> {
  return (await unpack(bytes)).toString('utf8');
}
