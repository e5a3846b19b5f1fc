import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitTree } from '../../../domain/units/unit-tree.js';
import { findRow } from '../../../platform/database/rows.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { UnitTreeEntity } from '../entities/unit-tree.entity.js';
import { UnitEntity } from '../entities/unit.entity.js';
import { UnitsApi } from '../units.api.js';

/** The tree and the rows it was made from, as of one version. */
export interface LoadedTree {
  readonly version: number;
  readonly tree: UnitTree;
  readonly rows: ReadonlyMap<string, UnitEntity>;
}

/** Reads the tree whole and keeps it until `unit_tree` has moved. */
@Injectable()
export class UnitTreeService extends UnitsApi {
  private loaded: LoadedTree | null = null;

  constructor(private readonly unitOfWork: UnitOfWork) {
    super();
  }

  async tree(): Promise<UnitTree> {
    return (await this.load()).tree;
  }

  async load(): Promise<LoadedTree> {
    const version = await this.unitOfWork.read((manager) => versionIn(manager));
    // Read before the rows: these may be newer, never older than it says.
    if (this.loaded?.version !== version)
      this.loaded = await this.unitOfWork.read((manager) => loadIn(manager, version));
    return this.loaded;
  }

  /** The same as a transaction sees it. */
  async loadIn(tx: EntityManager): Promise<LoadedTree> {
    const version = await versionIn(tx);
    return this.loaded?.version === version ? this.loaded : loadIn(tx, version);
  }

  /** First statement of every transaction that changes the tree: puts changes in order, and tells readers that theirs is old. */
  async beginChange(tx: EntityManager): Promise<LoadedTree> {
    await tx.query('UPDATE unit_tree SET version = version + 1 WHERE id = 1');
    return loadIn(tx, await versionIn(tx));
  }

  /** The same for whoever has planned on a tree that was loaded before: false where it has changed since. Reads no rows. */
  async beginChangeAt(tx: EntityManager, version: number): Promise<boolean> {
    const { affected } = await tx.update(UnitTreeEntity, { id: 1, version }, { version: version + 1 });
    return affected === 1;
  }
}

/** The key of the place of units without one above. */
export const ROOT = 'root';

async function versionIn(manager: EntityManager): Promise<number> {
  const row = await findRow(manager, UnitTreeEntity, 'WHERE id = ?', [1]);
  if (row === null) throw new Error('unit_tree has lost its row');
  return row.version;
}

async function loadIn(manager: EntityManager, version: number): Promise<LoadedTree> {
  const rows = await manager.find(UnitEntity, { order: { name: 'ASC', id: 'ASC' } });
  return { version, tree: new UnitTree(rows), rows: new Map(rows.map((row) => [row.id, row])) };
}
