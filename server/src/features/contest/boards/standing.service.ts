import { BOARD_PAGE, type PeopleBoardPage, type Standing } from '@anquanli/contract/contest.js';
import { RANK_SCOPES, type RankScope } from '@anquanli/contract/vocabulary.js';
import { Injectable } from '@nestjs/common';
import type { UnitTree } from '../../../domain/units/unit-tree.js';
import { findRow } from '../../../platform/database/rows.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { ParticipantsApi } from '../../units/units.api.js';
import type { Visitor } from '../attempts/contest-door.service.js';
import { ContestScoreEntity } from '../entities/contest-score.entity.js';
import { ContestFiguresService } from './contest-figures.service.js';
import { rankingOf } from './kept-ranking.js';
import { type BoardScope, PeopleBoard } from './people-board.js';
import { maskName } from '../../../domain/live-round/name.js';

/** Where a person stands, and the board of people around them. */
@Injectable()
export class StandingService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly board: PeopleBoard,
    private readonly figures: ContestFiguresService,
    private readonly participants: ParticipantsApi,
  ) {}

  async of({ contest, person, tree }: Visitor): Promise<Standing> {
    const score = await this.scoreOf(contest.id, person.personId);
    const unitId = homeOf(person, score);
    const scopes = await Promise.all(
      RANK_SCOPES.map(async (scope) => {
        const where = scopeOf(contest.id, tree, unitId, scope);
        if (where === null) return null;
        const place = score === null ? null : await this.board.placeOf(where, score);
        return { scope, name: scopeName(tree, unitId, scope), place, people: await this.board.size(where) };
      }),
    );
    return {
      ...{ points: score?.points ?? 0, timeMs: score?.timeMs ?? 0, attempts: score?.attempts ?? 0 },
      places: scopes.filter((each) => each !== null),
      unit: await this.unitOf({ contest, person, tree }),
    };
  }

  async page(visitor: Visitor, scope: RankScope, offset: number): Promise<PeopleBoardPage> {
    const { contest, person, tree } = visitor;
    const score = await this.scoreOf(contest.id, person.personId);
    const where = scopeOf(contest.id, tree, homeOf(person, score), scope) ?? { contestId: contest.id, unitIds: [] };
    const entries = await this.board.page(where, offset, BOARD_PAGE);
    const people = await this.participants.find(entries.map(({ personId }) => personId));
    const shown = (name: string) => (contest.settings.names === 'full' || name === '' ? name : maskName(name));
    return {
      rows: entries.map(({ personId, unitId, place, points, timeMs }) => ({
        ...{ place, points, timeMs, isMe: personId === person.personId },
        // The own name is nobody else's business to hide.
        name: personId === person.personId ? person.name : shown(people.get(personId)?.name ?? ''),
        unitName: tree.get(tree.survivorOf(unitId))?.name ?? '',
      })),
      people: await this.board.size(where),
      me:
        score === null
          ? null
          : { place: await this.board.placeOf(where, score), points: score.points, timeMs: score.timeMs },
    };
  }

  private async unitOf({ contest, person, tree }: Visitor): Promise<Standing['unit']> {
    const { rows, byId } = rankingOf(await this.figures.recent(contest), 'units', 'index');
    const row = byId.get(tree.enterpriseOf(person.unitId));
    if (row === undefined) return null;
    const place = row.figures.people === 0 ? null : row.place;
    return { name: row.name, place, units: rows.length, rate: row.figures.rate };
  }

  /** null before the first attempt that is in the boards. */
  private async scoreOf(contestId: string, personId: string): Promise<ContestScoreEntity | null> {
    const row = await this.unitOfWork.read((manager) =>
      findRow(manager, ContestScoreEntity, 'WHERE contest_id = ? AND person_id = ?', [contestId, personId]),
    );
    return row !== null && row.isRanked ? row : null;
  }
}

/** Whose board it is: a score stays where it was earned until the next paper, though the person has moved to another unit. */
function homeOf(person: { readonly unitId: string }, score: ContestScoreEntity | null): string {
  return score?.unitId ?? person.unitId;
}

/** null where a unit stands in no region. */
function scopeOf(contestId: string, tree: UnitTree, unitId: string, scope: RankScope): BoardScope | null {
  if (scope === 'all') return { contestId, unitIds: null };
  const top = scope === 'unit' ? tree.survivorOf(unitId) : tree.regionOf(unitId);
  return top === null ? null : { contestId, unitIds: tree.subtree(top) };
}

function scopeName(tree: UnitTree, unitId: string, scope: RankScope): string {
  if (scope === 'all') return '';
  const id = scope === 'unit' ? tree.survivorOf(unitId) : tree.regionOf(unitId);
  return id === null ? '' : (tree.get(id)?.name ?? '');
}
