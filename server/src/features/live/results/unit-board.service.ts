import type { UnitResult } from '@anquanli/contract/rounds';
import { Injectable } from '@nestjs/common';
import { unitResults } from '../../../domain/ranking/unit-results.js';
import { UnitsApi } from '../../units/units.api.js';
import type { LoadedRound } from '../rounds/round.repository.js';
import { lastEnded } from '../views/round-snapshot.service.js';
import { StandingRepository } from './standing.repository.js';

/** How units did in a round. */
export interface UnitBoard {
  readonly units: UnitResult[];
  /** Ranked seats that were played for a unit. */
  readonly seats: number;
  /** The unit's name today; a merged one has that of the unit it went into. Null for a guest. */
  nameOf(unitId: string | null | undefined): string | null;
}

/** The board of units: by enterprise, else by the own unit. */
@Injectable()
export class UnitBoards {
  constructor(
    private readonly standings: StandingRepository,
    private readonly units: UnitsApi,
  ) {}

  async of({ row, questions }: LoadedRound): Promise<UnitBoard> {
    const tree = await this.units.tree();
    const boardNo = lastEnded(questions);
    const seats = boardNo === 0 ? [] : await this.standings.ofUnits(row.id, boardNo);
    const ofEnterprises = seats.map((seat) => ({ ...seat, unitId: tree.enterpriseOf(seat.unitId) }));
    const asked = questions.filter(({ status }) => status === 'revealed').length;
    return {
      units: unitResults(ofEnterprises, asked, (unitId) => tree.get(unitId)?.name ?? ''),
      seats: seats.length,
      nameOf: (unitId) => (typeof unitId === 'string' ? (tree.get(tree.survivorOf(unitId))?.name ?? '') : null),
    };
  }
}
