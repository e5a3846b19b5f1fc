import type { RosterEntry } from '@anquanli/contract/rosters.js';
import { Injectable } from '@nestjs/common';
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { ParticipantEntity } from '../entities/participant.entity.js';
import { RosterEntryEntity } from '../entities/roster-entry.entity.js';
import { ParticipantsService } from '../participants/participants.service.js';

const PAGE = 100;
/** As many ids as one statement takes. */
const SLICE = 500;

export interface RosterPage {
  readonly entries: RosterEntry[];
  readonly matching: number;
  readonly total: number;
  readonly claimed: number;
}

interface Collision {
  mine: string;
  mine_by: string | null;
  other: string;
  other_by: string | null;
}

/** Rosters as they are kept: read, emptied with the person, moved with the unit. */
@Injectable()
export class Rosters {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    participants: ParticipantsService,
  ) {
    participants.onErasing((tx, personIds) => this.emptyIn(tx, personIds));
    participants.exportedWith('roster', (personId) => this.exported(personId));
  }

  /** A page of the roster of the unit itself, by name. */
  async page(unitId: string, state: 'free' | 'claimed' | undefined, offset: number): Promise<RosterPage> {
    const claimed = { unitId, claimedBy: Not(IsNull()) };
    const where = state === undefined ? { unitId } : state === 'free' ? { unitId, claimedBy: IsNull() } : claimed;
    const order = { nameKey: 'ASC', employeeKey: 'ASC', id: 'ASC' } as const;
    const [[rows, matching], total, claimedCount] = await this.unitOfWork.read(async (manager) => [
      await manager.findAndCount(RosterEntryEntity, { where, order, skip: offset, take: PAGE }),
      await manager.countBy(RosterEntryEntity, { unitId }),
      await manager.countBy(RosterEntryEntity, claimed),
    ]);
    const names = await this.namesOf(rows.flatMap(({ claimedBy }) => claimedBy ?? []));
    const entries = rows.map(({ id, name, employeeNo, claimedAt, claimedBy }) => ({
      ...{ id, name, employeeNo, claimedAt },
      claimedBy: claimedBy === null ? null : { personId: claimedBy, name: names.get(claimedBy) ?? '' },
    }));
    return { entries, matching, total, claimed: claimedCount };
  }

  /** All places of these units that still have a name. */
  async ofUnits(unitIds: readonly string[]): Promise<RosterEntryEntity[]> {
    const rows: RosterEntryEntity[] = [];
    for (let from = 0; from < unitIds.length; from += SLICE) {
      const unitId = In(unitIds.slice(from, from + SLICE));
      const order = { nameKey: 'ASC', employeeKey: 'ASC', id: 'ASC' } as const;
      const where = { unitId, nameKey: Not('') };
      rows.push(...(await this.unitOfWork.read((manager) => manager.find(RosterEntryEntity, { where, order }))));
    }
    return rows;
  }

  /**
   * The roster goes over with its unit, in the transaction of the merger. Of two places of one person the free one goes; where both were
   * taken they stand beside each other.
   */
  async moveIn(tx: EntityManager, from: string, to: string): Promise<void> {
    const collisions = await tx.query<Collision[]>(
      `SELECT mine.id AS mine, mine.claimed_by AS mine_by, other.id AS other, other.claimed_by AS other_by
       FROM roster_entry mine JOIN roster_entry other
         ON other.unit_id = ? AND other.name_key = mine.name_key AND other.employee_key = mine.employee_key
       WHERE mine.unit_id = ?`,
      [to, from],
    );
    for (const { mine, mine_by: mineBy, other, other_by: otherBy } of collisions) {
      if (mineBy === null) await tx.delete(RosterEntryEntity, { id: mine });
      else if (otherBy === null) await tx.delete(RosterEntryEntity, { id: other });
      else await tx.update(RosterEntryEntity, { id: mine }, { employeeKey: mine });
    }
    await tx.update(RosterEntryEntity, { unitId: from }, { unitId: to });
  }

  /** The name goes, the place stays taken. */
  private async emptyIn(tx: EntityManager, personIds: readonly string[]): Promise<void> {
    const places = await tx.findBy(RosterEntryEntity, { claimedBy: In([...personIds]) });
    for (const { id } of places)
      await tx.update(RosterEntryEntity, { id }, { name: '', nameKey: '', employeeNo: null, employeeKey: id });
  }

  private async exported(personId: string): Promise<unknown> {
    const row = await this.unitOfWork.read((manager) => manager.findOneBy(RosterEntryEntity, { claimedBy: personId }));
    return row === null ? null : { name: row.name, employeeNo: row.employeeNo, claimedAt: row.claimedAt };
  }

  private async namesOf(personIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.unitOfWork.read((manager) =>
      manager.findBy(ParticipantEntity, { personId: In([...personIds]) }),
    );
    return new Map(rows.map(({ personId, name }) => [personId, name]));
  }
}
