import type { UnitMeasure } from '@anquanli/contract/vocabulary.js';
import { ranked } from '../../../domain/contest/unit-standings.js';
import type { ContestFigures, GroupRow } from './contest-figures.service.js';

export type GroupBoard = 'units' | 'regions' | 'sectors';

/** The rows of a board in order, and by id. */
export interface Ranking {
  readonly rows: readonly RankedRow[];
  readonly byId: ReadonlyMap<string, RankedRow>;
}

export type RankedRow = GroupRow & { readonly place: number };

const kept = new WeakMap<ContestFigures, Map<string, Ranking>>();

/** Put in order once for each set of figures: everybody's page asks for the place of the own unit. */
export function rankingOf(figures: ContestFigures, board: GroupBoard, measure: UnitMeasure): Ranking {
  const known = kept.get(figures) ?? new Map<string, Ranking>();
  kept.set(figures, known);
  const key = `${board} ${measure}`;
  const ranking = known.get(key) ?? rank(figures[board], measure);
  known.set(key, ranking);
  return ranking;
}

function rank(groups: readonly GroupRow[], measure: UnitMeasure): Ranking {
  const rows = ranked(groups, measure);
  return { rows, byId: new Map(rows.map((row) => [row.id, row])) };
}
