import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { nameKey } from '../../../domain/live-round/name.js';
import { employeeKey } from '../../../domain/units/roster-choice.js';
import type { RosterStep } from '../../../domain/units/roster-plan.js';
import { isDuplicateKey } from '../../../platform/database/database-errors.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Random } from '../../../platform/random/random.js';
import { RosterEntryEntity } from '../entities/roster-entry.entity.js';
import { UnitLog, type UnitNote } from '../tree/unit-log.service.js';

/** Writes steps of an import of names, some in a transaction. */
@Injectable()
export class RosterStepWriter {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly log: UnitLog,
    private readonly random: Random,
  ) {}

  /** The steps that were carried out: the others met a place that somebody took or made meanwhile. */
  async write(by: string, steps: readonly RosterStep[]): Promise<readonly RosterStep[]> {
    try {
      return await this.unitOfWork.run((tx) => this.writeIn(tx, by, steps));
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      // One of them is there already: each by itself, so that the others go in.
      return steps.length === 1 ? [] : this.oneByOne(by, steps);
    }
  }

  private async oneByOne(by: string, steps: readonly RosterStep[]): Promise<RosterStep[]> {
    const done: RosterStep[] = [];
    for (const step of steps) done.push(...(await this.write(by, [step])));
    return done;
  }

  private async writeIn(tx: EntityManager, by: string, steps: readonly RosterStep[]): Promise<RosterStep[]> {
    const done: RosterStep[] = [];
    for (const step of steps) if (step.as !== 'new' && (await changeIn(tx, step))) done.push(step);
    const made = steps.filter(({ as }) => as === 'new');
    if (made.length > 0)
      await tx.insert(
        RosterEntryEntity,
        made.map(({ unitId, ...named }) => ({
          ...{ id: this.random.uuid(), unitId, ...columnsOf(named), claimedBy: null, claimedAt: null },
        })),
      );
    done.push(...made);
    await this.log.noteAll(tx, by, notesOf(done));
    return done;
  }
}

async function changeIn(tx: EntityManager, step: RosterStep): Promise<boolean> {
  const where = { id: step.id ?? '', ...(step.mustBeFree && { claimedBy: IsNull() }) };
  const { affected } =
    step.as === 'removed'
      ? await tx.delete(RosterEntryEntity, where)
      : await tx.update(RosterEntryEntity, where, columnsOf(step));
  return affected === 1;
}

function columnsOf({ name, employeeNo }: Pick<RosterStep, 'name' | 'employeeNo'>) {
  return { name, nameKey: nameKey(name), employeeNo, employeeKey: employeeKey(employeeNo) };
}

/** `+12 ~1 -3`: numbers, no names. */
function notesOf(steps: readonly RosterStep[]): UnitNote[] {
  return [...new Set(steps.map(({ unitId }) => unitId))].map((unitId) => {
    const own = steps.filter((step) => step.unitId === unitId);
    const count = (as: RosterStep['as']) => own.filter((step) => step.as === as).length;
    const detail = `+${count('new')} ~${count('changed')} -${count('removed')}`;
    return { unitId, action: 'roster_changed', detail };
  });
}
