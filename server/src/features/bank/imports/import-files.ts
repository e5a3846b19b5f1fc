import type { ImportChoices, ImportResult } from '@anquanli/question-bank/import/import-result.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { packedText, StoredFiles, unpackedText } from '../../../platform/database/stored-files.js';

/** What was read of a file, and for which version of the import: another version's reading is out of date. */
export interface Reading {
  readonly version: number;
  readonly result: ImportResult;
}

/** Choices as {@link ImportFiles.putChoices} takes them. */
export function packedChoices(choices: ImportChoices): Promise<Buffer> {
  return packedText(JSON.stringify(choices));
}

/** What of an import is too large for a row: the file, the admin's choices, what was read. */
@Injectable()
export class ImportFiles {
  constructor(private readonly files: StoredFiles) {}

  putFile(id: string, bytes: Uint8Array): Promise<void> {
    return this.files.put(`import:${id}:file`, bytes);
  }

  file(id: string): Promise<Buffer | null> {
    return this.files.get(`import:${id}:file`);
  }

  putChoices(tx: EntityManager, id: string, choices: Buffer): Promise<void> {
    return this.files.putWithin(tx, `import:${id}:choices`, choices);
  }

  async choices(id: string): Promise<ImportChoices> {
    const bytes = await this.files.get(`import:${id}:choices`);
    return bytes === null ? {} : (JSON.parse(await unpackedText(bytes)) as ImportChoices);
  }

  async putReading(id: string, reading: Reading): Promise<void> {
    await this.files.put(`import:${id}:reading`, await packedText(JSON.stringify(reading)));
  }

  async reading(id: string): Promise<Reading | null> {
    const bytes = await this.files.get(`import:${id}:reading`);
    return bytes === null ? null : (JSON.parse(await unpackedText(bytes)) as Reading);
  }

  async remove(tx: EntityManager, id: string): Promise<void> {
    for (const part of ['file', 'choices', 'reading']) await this.files.remove(tx, `import:${id}:${part}`);
  }
}
