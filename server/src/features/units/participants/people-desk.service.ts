import type { PersonLine } from '@anquanli/contract/people-desk.js';
import type { ParticipantStatus } from '@anquanli/contract/vocabulary.js';
import { Injectable } from '@nestjs/common';
import { In, Not, type EntityManager } from 'typeorm';
import type { Actor } from '../../../domain/identity/actor.js';
import { cleanName, nameKey } from '../../../domain/live-round/name.js';
import { accept, refuse, type Result } from '../../../domain/shared/result.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { PeopleService } from '../../people/people.api.js';
import { ParticipantEntity } from '../entities/participant.entity.js';
import { ownTop, reaches } from '../tree/unit-scope.js';
import { UnitTreeService } from '../tree/unit-tree.service.js';
import { ParticipantsService } from './participants.service.js';

const PAGE = 100;

export interface PeopleFilter {
  readonly unitId?: string | undefined;
  readonly status?: ParticipantStatus | undefined;
  readonly search?: string | undefined;
  readonly offset: number;
}

export type PersonOrder =
  | { readonly action: 'approve' }
  | { readonly action: 'refuse' }
  | { readonly action: 'rename'; readonly name: string; readonly employeeNo: string | null }
  | { readonly action: 'move'; readonly unitId: string }
  | { readonly action: 'sign_out' };

/** Registered people as organisers and captains see and manage them. */
@Injectable()
export class PeopleDesk {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: PeopleService,
    private readonly trees: UnitTreeService,
    private readonly participants: ParticipantsService,
  ) {}

  /** A page by unit and name. A unit out of reach has nobody. */
  async list(actor: Actor, filter: PeopleFilter): Promise<Result<{ people: PersonLine[]; matching: number }>> {
    const { tree } = await this.trees.load();
    const top = filter.unitId ?? ownTop(actor);
    if (top !== null && !reaches(actor, 'people.read', tree, top)) return refuse('not_found');
    const found = await this.unitOfWork.read(async (manager) => {
      const query = manager.createQueryBuilder(ParticipantEntity, 'person');
      if (filter.status === undefined) query.where({ status: Not('erased') });
      else query.where({ status: filter.status });
      if (top !== null) query.andWhere({ unitId: In(tree.subtree(top)) });
      const needle = nameKey((filter.search ?? '').trim());
      if (needle !== '') {
        const pattern = `%${needle.replace(/[!%_]/gu, (sign) => `!${sign}`)}%`;
        query.andWhere(`(person.nameKey LIKE :pattern ESCAPE '!' OR person.employeeNo = :employeeNo)`, {
          pattern,
          employeeNo: (filter.search ?? '').trim(),
        });
      }
      const ordered = query.orderBy('person.unitId').addOrderBy('person.nameKey').addOrderBy('person.personId');
      return ordered.skip(filter.offset).take(PAGE).getManyAndCount();
    });
    return accept({ people: await this.lines(found[0]), matching: found[1] });
  }

  async change(actor: Actor, personId: string, order: PersonOrder): Promise<Result<PersonLine>> {
    const { tree } = await this.trees.load();
    if (order.action === 'move' && !reaches(actor, 'people.manage', tree, order.unitId))
      return refuse('unit_unknown', { path: 'body.unitId' });
    if (order.action === 'move' && tree.get(order.unitId)?.status !== 'active')
      return refuse('unit_not_active', { path: 'body.unitId' });
    const changed = await this.unitOfWork.run(async (tx): Promise<Result<null>> => {
      const row = await tx.findOneBy(ParticipantEntity, { personId });
      if (row === null || !reaches(actor, 'people.manage', tree, row.unitId)) return refuse('not_found');
      if (row.status === 'erased') return refuse('not_found');
      return this.carryOut(tx, row, order);
    });
    if (!changed.ok) return changed;
    if (order.action === 'sign_out') this.participants.announceSignedOut(personId, null);
    return this.line(personId);
  }

  /** The person, when in reach. */
  async find(
    actor: Actor,
    action: 'people.read' | 'people.erase',
    personId: string,
  ): Promise<Result<ParticipantEntity>> {
    const row = await this.unitOfWork.read((manager) => manager.findOneBy(ParticipantEntity, { personId }));
    const tree = await this.trees.tree();
    return row !== null && reaches(actor, action, tree, row.unitId) ? accept(row) : refuse('not_found');
  }

  private async carryOut(tx: EntityManager, row: ParticipantEntity, order: PersonOrder): Promise<Result<null>> {
    if (order.action === 'sign_out') {
      await this.people.revokeTokens(tx, [row.personId]);
      return accept(null);
    }
    const change = changeOf(order);
    if (!change.ok) return change;
    const { personId, version } = row;
    const { affected } = await tx.update(
      ParticipantEntity,
      { personId, version },
      { ...change.value, version: version + 1 },
    );
    return affected === 1 ? accept(null) : refuse('stale_version');
  }

  private async line(personId: string): Promise<Result<PersonLine>> {
    const rows = await this.unitOfWork.read((manager) => manager.findBy(ParticipantEntity, { personId }));
    const line = (await this.lines(rows))[0];
    return line === undefined ? refuse('not_found') : accept(line);
  }

  private async lines(rows: readonly ParticipantEntity[]): Promise<PersonLine[]> {
    const { tree } = await this.trees.load();
    const tokens = await this.people.tokensOf(rows.map(({ personId }) => personId));
    const shared = await this.sharedNames(rows);
    return rows.map((row) => ({
      personId: row.personId,
      name: row.name,
      employeeNo: row.employeeNo,
      unitId: row.unitId,
      unitName: tree.get(row.unitId)?.name ?? '',
      status: row.status,
      registeredAt: row.registeredAt,
      devices: tokens.get(row.personId)?.length ?? 0,
      isNameShared: row.nameKey !== '' && (shared.get(`${row.unitId} ${row.nameKey}`) ?? 0) > 1,
    }));
  }

  private async sharedNames(rows: readonly ParticipantEntity[]): Promise<Map<string, number>> {
    const units = [...new Set(rows.map(({ unitId }) => unitId))];
    const keys = [...new Set(rows.map((row) => row.nameKey))];
    if (rows.length === 0) return new Map();
    const found = await this.unitOfWork.read((manager) =>
      manager.find(ParticipantEntity, {
        where: { unitId: In(units), nameKey: In(keys) },
        select: { personId: true, unitId: true, nameKey: true },
      }),
    );
    const counts = new Map<string, number>();
    for (const { unitId, nameKey: key } of found)
      counts.set(`${unitId} ${key}`, (counts.get(`${unitId} ${key}`) ?? 0) + 1);
    return counts;
  }
}

function changeOf(order: Exclude<PersonOrder, { action: 'sign_out' }>): Result<Partial<ParticipantEntity>> {
  switch (order.action) {
    case 'approve':
      return accept({ status: 'active' });
    case 'refuse':
      return accept({ status: 'refused' });
    case 'move':
      return accept({ unitId: order.unitId });
    case 'rename': {
      const name = cleanName(order.name);
      if (!name.ok) return name;
      return accept({ name: name.value, nameKey: nameKey(name.value), employeeNo: order.employeeNo });
    }
  }
}
