import { Entity } from 'typeorm';
import { IntColumn, SmallIntColumn } from '../../../platform/database/columns.js';

/** One row: moves with every change of the tree, which it puts in order, and tells readers that theirs is old. */
@Entity('unit_tree')
export class UnitTreeEntity {
  /** Always 1. */
  @SmallIntColumn({ primary: true }) id!: number;
  @IntColumn() version!: number;
}
