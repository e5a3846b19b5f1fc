import { BOARD_PAGE, type UnitBoard, type UnitStanding } from '@anquanli/contract/contest.js';
import type { UnitMeasure } from '@anquanli/contract/vocabulary.js';
import { Injectable } from '@nestjs/common';
import type { ContestEntity } from '../entities/contest.entity.js';
import { type ContestFigures, ContestFiguresService } from './contest-figures.service.js';
import { type GroupBoard, type RankedRow, rankingOf } from './kept-ranking.js';

/** Boards of units, regions and sectors, a page at a time. */
@Injectable()
export class UnitBoards {
  constructor(private readonly figures: ContestFiguresService) {}

  /** `unitId` = whose own row is marked; null at the desk. */
  async page(
    contest: ContestEntity,
    board: GroupBoard,
    { measure = 'index', offset = 0, unitId }: { measure?: UnitMeasure; offset?: number; unitId: string | null },
  ): Promise<UnitBoard> {
    const figures = await this.figures.of(contest);
    const own = unitId === null ? null : ownGroup(figures, board, unitId);
    const { rows, byId } = rankingOf(figures, board, measure);
    const standing = (row: RankedRow) => standingOf(row, board, row.id === own);
    const mine = own === null ? undefined : byId.get(own);
    return {
      ...{ measure, contestMean: figures.overall, total: rows.length },
      rows: rows.slice(offset, offset + BOARD_PAGE).map(standing),
      ...{ mine: mine === undefined ? null : standing(mine), computedAt: figures.computedAt },
    };
  }
}

/** The group of a board a unit belongs to. */
export function ownGroup({ tree }: ContestFigures, board: GroupBoard, unitId: string): string | null {
  if (board === 'units') return tree.enterpriseOf(unitId);
  return board === 'regions' ? tree.regionOf(unitId) : tree.sectorOf(unitId);
}

function standingOf(row: RankedRow, board: GroupBoard, isMine: boolean): UnitStanding {
  const { people, headCount, rate, units, ratedUnits, attempts, points, mean, bestTen, index } = row.figures;
  return {
    ...{ place: row.place, unitId: board === 'sectors' ? null : row.id, name: row.name, isMine },
    ...{ people, headCount, rate, isMissing: headCount === null, units, ratedUnits },
    ...{ attempts, points, mean, bestTen, index },
  };
}
