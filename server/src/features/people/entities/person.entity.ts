import { Entity } from 'typeorm';
import { EpochMsColumn, UuidColumn } from '../../../platform/database/columns.js';

/** Somebody who answers. No name here: names live in seats. */
@Entity('person')
export class PersonEntity {
  @UuidColumn({ primary: true }) id!: string;
  @EpochMsColumn() createdAt!: number;
}
