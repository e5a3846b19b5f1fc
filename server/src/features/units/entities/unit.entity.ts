import type { UnitKind, UnitStatus } from '@anquanli/contract/vocabulary.js';
import { Entity, Index } from 'typeorm';
import {
  BooleanColumn,
  EpochMsColumn,
  IntColumn,
  JsonColumn,
  TextColumn,
  UuidColumn,
} from '../../../platform/database/columns.js';

/** A node of the tree of units. Written only after `unit_tree` was touched in the same transaction, so that changes of the tree follow one another. */
@Entity('unit')
@Index('unit_sisters', ['parentKey', 'nameKey'], { unique: true })
export class UnitEntity {
  @UuidColumn({ primary: true }) id!: string;
  @UuidColumn({ nullable: true }) parentId!: string | null;
  /** The parent's id, or `root`; for a merged unit its own id: it is nobody's sister any more. */
  @TextColumn(36) parentKey!: string;
  @TextColumn(12) kind!: UnitKind;
  @TextColumn(60) name!: string;
  /** Folded name: sisters that look alike are refused. */
  @TextColumn(200) nameKey!: string;
  @TextColumn(20, { nullable: true }) sector!: string | null;
  @Index('unit_own_code', { unique: true })
  @TextColumn(32, { nullable: true })
  code!: string | null;
  @IntColumn({ nullable: true }) headCount!: number | null;
  @JsonColumn() aliases!: string[];
  @BooleanColumn() needsApproval!: boolean;
  /** Only people of its roster may register. */
  @BooleanColumn() isRosterOnly!: boolean;
  @TextColumn(8) status!: UnitStatus;
  @UuidColumn({ nullable: true }) mergedInto!: string | null;
  @IntColumn() version!: number;
  @EpochMsColumn() createdAt!: number;
}
