import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { nameKey } from '../../../domain/live-round/name.js';
import type { ImportStep } from '../../../domain/units/import-plan.js';
import { Clock } from '../../../platform/clock/clock.js';
import { isDuplicateKey } from '../../../platform/database/database-errors.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Random } from '../../../platform/random/random.js';
import { UnitEntity } from '../entities/unit.entity.js';
import { UnitLog, type UnitNote } from '../tree/unit-log.service.js';
import { ROOT, UnitTreeService } from '../tree/unit-tree.service.js';

/** What steps of an import are written on: the tree they were planned for, and the ids that new units get. */
export interface StepBase {
  readonly version: number;
  readonly rows: ReadonlyMap<string, UnitEntity>;
  readonly ids: ReadonlyMap<string, string>;
}

/** Writes steps of an import, some in a transaction. */
@Injectable()
export class UnitStepWriter {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly trees: UnitTreeService,
    private readonly log: UnitLog,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  /** Ids for the units that the steps make, by the ids they have in the plan. */
  idsFor(steps: readonly ImportStep[]): Map<string, string> {
    return new Map(steps.filter(({ before }) => before === null).map(({ after }) => [after.id, this.random.uuid()]));
  }

  /** All of the steps, or none and false where the tree is no longer that of the plan. */
  async write(by: string, steps: readonly ImportStep[], base: StepBase): Promise<boolean> {
    try {
      return await this.unitOfWork.run(async (tx) => {
        if (!(await this.trees.beginChangeAt(tx, base.version))) return false;
        for (const group of inGroups(steps)) await this.writeGroup(tx, group, base);
        await this.log.noteAll(
          tx,
          by,
          steps.flatMap((step) => notesOf(step, base)),
        );
        return true;
      });
    } catch (error) {
      // Whatever took the name or code: a second look will tell.
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  private async writeGroup(tx: EntityManager, steps: readonly ImportStep[], base: StepBase): Promise<void> {
    const made = { version: 1, createdAt: this.clock.now(), isRosterOnly: false };
    if (steps[0]?.before === null) {
      await tx.insert(
        UnitEntity,
        steps.map((step) => ({ ...columnsOf(step, base), ...made })),
      );
      return;
    }
    for (const step of steps) {
      const { id, ...columns } = columnsOf(step, base);
      await tx.update(UnitEntity, { id }, { ...columns, version: (base.rows.get(id)?.version ?? 0) + 1 });
    }
  }
}

/** New units next to each other are one statement; the order of steps stays. */
function inGroups(steps: readonly ImportStep[]): ImportStep[][] {
  const groups: ImportStep[][] = [];
  for (const step of steps) {
    const last = groups[groups.length - 1];
    if (last !== undefined && last[0]?.before === null && step.before === null) last.push(step);
    else groups.push([step]);
  }
  return groups;
}

function columnsOf({ after }: ImportStep, { ids }: StepBase) {
  const { name, kind, sector, code, headCount, needsApproval, status, mergedInto } = after;
  const parentId = parentOf(after.parentId, ids);
  return {
    ...{ id: ids.get(after.id) ?? after.id, parentId, parentKey: parentId ?? ROOT, name, nameKey: nameKey(name) },
    ...{ kind, sector, code, headCount, needsApproval, status, mergedInto, aliases: [...after.aliases] },
  };
}

function parentOf(id: string | null, ids: ReadonlyMap<string, string>): string | null {
  return id === null ? null : (ids.get(id) ?? id);
}

function notesOf({ before, after, columns }: ImportStep, { ids, rows }: StepBase): UnitNote[] {
  if (before === null) return [{ unitId: ids.get(after.id) ?? after.id, action: 'created', detail: after.name }];
  const unitId = before.id;
  const written = columns.filter((column) => column !== 'path');
  const to = after.parentId === null ? '' : (rows.get(after.parentId)?.name ?? '');
  return [
    ...(columns.includes('path') ? [{ unitId, action: 'moved' as const, detail: to }] : []),
    ...(written.length > 0 ? [{ unitId, action: 'changed' as const, detail: written.join(' ') }] : []),
  ];
}
