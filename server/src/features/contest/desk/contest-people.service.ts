import { type ContestPerson, type DeskAttempt } from '@anquanli/contract/contest-desk.js';
import { BOARD_PAGE } from '@anquanli/contract/contest.js';
import type { FindingReason } from '@anquanli/contract/vocabulary.js';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { type KnownParticipant, ParticipantsApi } from '../../units/units.api.js';
import { PeopleBoard } from '../boards/people-board.js';
import { ContestAttemptEntity } from '../entities/contest-attempt.entity.js';
import { ContestScoreEntity } from '../entities/contest-score.entity.js';
import type { DeskView } from './desk-scope.service.js';

const FINDINGS = 200;

interface PeopleAsked {
  readonly unitId?: string | undefined;
  readonly search?: string | undefined;
  readonly offset: number;
}

/** People and their attempts, for those who look after a contest. */
@Injectable()
export class ContestPeople {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly participants: ParticipantsApi,
    private readonly board: PeopleBoard,
  ) {}

  /** By place. A search is over names: a page of those who are found is looked up one by one on the board. */
  async list(view: DeskView, asked: PeopleAsked): Promise<{ people: ContestPerson[]; matching: number }> {
    const unitIds = unitsAsked(view, asked.unitId);
    const scope = { contestId: view.contest.id, unitIds };
    if (asked.search !== undefined && asked.search.trim() !== '') return this.search(view, unitIds, asked);
    const entries = await this.board.page(scope, asked.offset, BOARD_PAGE);
    const known = await this.participants.find(entries.map(({ personId }) => personId));
    const matching = await this.board.size(scope);
    const attempts = await this.attemptCounts(
      view.contest.id,
      entries.map(({ personId }) => personId),
    );
    const people = entries.map(({ personId, unitId, points, timeMs, place }) => ({
      ...{ personId, points, timeMs, place, attempts: attempts.get(personId) ?? 0 },
      ...{ name: known.get(personId)?.name ?? '', unitName: nameOf(view, unitId) },
    }));
    return { people, matching };
  }

  async attemptsOf(view: DeskView, personId: string): Promise<DeskAttempt[]> {
    const rows = await this.unitOfWork.read((manager) =>
      manager.find(ContestAttemptEntity, {
        where: { contestId: view.contest.id, personId, kind: 'counting' },
        order: { startedAt: 'DESC', id: 'DESC' },
      }),
    );
    return this.shown(
      view,
      rows.filter(({ unitId }) => isSeen(view, unitId)),
    );
  }

  /** Attempts answered faster than they can be read, and those of phones that several people used; by unit and day. */
  async findings(view: DeskView): Promise<DeskAttempt[]> {
    const { contest, unitIds } = view;
    const devices = await this.sharedDevices(contest.id);
    const seen = unitIds === null ? {} : { unitId: In([...unitIds]) };
    const settled = { contestId: contest.id, kind: 'counting' as const, state: 'settled' as const, ...seen };
    const rows = await this.unitOfWork.read((manager) =>
      manager.find(ContestAttemptEntity, {
        where: [{ ...settled, isFast: true }, ...(devices.length > 0 ? [{ ...settled, device: In(devices) }] : [])],
        order: { unitId: 'ASC', startedAt: 'DESC' },
        take: FINDINGS,
      }),
    );
    const attempts = await this.shown(view, rows, new Set(devices));
    return attempts.sort((a, b) => a.unitName.localeCompare(b.unitName, 'zh-Hans-CN') || b.startedAt - a.startedAt);
  }

  async one(view: DeskView, attempt: ContestAttemptEntity): Promise<DeskAttempt> {
    const [line] = await this.shown(view, [attempt]);
    if (line === undefined) throw new Error('an attempt that was there is not shown');
    return line;
  }

  private async search(view: DeskView, unitIds: readonly string[] | null, { search = '', offset }: PeopleAsked) {
    const { contest } = view;
    const [page, matching] = await this.unitOfWork.read((manager) => {
      const matches = manager
        .createQueryBuilder(ContestScoreEntity, 'score')
        .innerJoin('participant', 'person', 'person.person_id = score.person_id')
        .where('score.contest_id = :id AND score.is_ranked = :isRanked', { id: contest.id, isRanked: true })
        .andWhere('INSTR(person.name, :part) > 0', { part: search.trim() });
      if (unitIds !== null) matches.andWhere({ unitId: In([...unitIds]) });
      return matches
        .orderBy({ 'score.points': 'DESC', 'score.time_ms': 'ASC', 'score.person_id': 'ASC' })
        .offset(offset)
        .limit(BOARD_PAGE)
        .getManyAndCount();
    });
    const known = await this.participants.find(page.map(({ personId }) => personId));
    const people = await Promise.all(
      page.map(async ({ personId, unitId, points, timeMs, attempts }) => ({
        ...{ personId, points, timeMs, attempts, name: known.get(personId)?.name ?? '' },
        unitName: nameOf(view, unitId),
        place: await this.board.placeOf({ contestId: contest.id, unitIds }, { points, timeMs }),
      })),
    );
    return { people, matching };
  }

  private async attemptCounts(contestId: string, personIds: readonly string[]): Promise<Map<string, number>> {
    if (personIds.length === 0) return new Map();
    const rows = await this.unitOfWork.read((manager) =>
      manager.findBy(ContestScoreEntity, { contestId, personId: In([...personIds]) }),
    );
    return new Map(rows.map(({ personId, attempts }) => [personId, attempts]));
  }

  private async sharedDevices(contestId: string): Promise<string[]> {
    const rows = await this.unitOfWork.read((manager) =>
      manager.query<{ device: string }[]>(
        `SELECT device FROM contest_attempt WHERE contest_id = ? AND kind = 'counting' AND device IS NOT NULL
         GROUP BY device HAVING COUNT(DISTINCT person_id) > 1 LIMIT ${FINDINGS}`,
        [contestId],
      ),
    );
    return rows.map(({ device }) => device);
  }

  private async shown(
    view: DeskView,
    rows: readonly ContestAttemptEntity[],
    shared: ReadonlySet<string> = new Set(),
  ): Promise<DeskAttempt[]> {
    const people = await this.participants.find([...new Set(rows.map(({ personId }) => personId))]);
    return rows.map((row) => ({
      ...{ attemptId: row.id, personId: row.personId, name: shownName(people.get(row.personId)) },
      ...{ unitId: row.unitId, unitName: nameOf(view, row.unitId), day: row.day, state: row.state },
      ...{ startedAt: row.startedAt, settledAt: row.settledAt, by: row.settledBy },
      ...{ answered: row.answered, asked: row.asked, right: row.rightCount, points: row.points, timeMs: row.timeMs },
      removedReason: row.removedReason,
      reasons: reasonsOf(row, shared),
    }));
  }
}

function reasonsOf({ isFast, device }: ContestAttemptEntity, shared: ReadonlySet<string>): FindingReason[] {
  return [
    ...(isFast ? (['impossible_speed'] as const) : []),
    ...(device !== null && shared.has(device) ? (['shared_device'] as const) : []),
  ];
}

/** null = everybody. */
export function unitsAsked({ tree, unitIds }: DeskView, unitId: string | undefined): string[] | null {
  if (unitId === undefined) return unitIds === null ? null : [...unitIds];
  const below = tree.subtree(unitId);
  return unitIds === null ? below : below.filter((id) => unitIds.has(id));
}

function isSeen({ unitIds }: DeskView, unitId: string): boolean {
  return unitIds === null || unitIds.has(unitId);
}

function nameOf({ tree }: DeskView, unitId: string): string {
  // Teams of one name are many: the enterprise says which.
  const path = tree.namesOf(unitId);
  const top = tree.get(tree.enterpriseOf(unitId))?.name ?? '';
  const name = path.at(-1) ?? '';
  return top === name || top === '' ? name : `${top} / ${name}`;
}

function shownName(person: KnownParticipant | undefined): string {
  return person?.name ?? '';
}
