import { Entity } from 'typeorm';
import { BytesColumn, SmallIntColumn, TextColumn } from './columns.js';

/** A part of something large. Parts are small, so that a row fits everywhere and no statement is long. */
@Entity('stored_file_part')
export class StoredFilePartEntity {
  /** What it is and whose: `release:<set>:<version>`, `import:<id>`, … */
  @TextColumn(120, { primary: true }) fileId!: string;
  @SmallIntColumn({ primary: true }) part!: number;
  @BytesColumn() content!: Buffer;
}
