import { Entity } from 'typeorm';
import { EpochMsColumn, SmallIntColumn, UuidColumn } from '../../../platform/database/columns.js';

/** The figures of a week as they were when it ended; their content is a stored file. */
@Entity('bulletin')
export class BulletinEntity {
  @UuidColumn({ primary: true }) contestId!: string;
  /** 0 = the summary of the whole contest. */
  @SmallIntColumn({ primary: true }) week!: number;
  @EpochMsColumn() madeAt!: number;
}
