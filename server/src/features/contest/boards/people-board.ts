/** What people are put in order by: more points, then less time. */
export interface BoardScore {
  readonly points: number;
  readonly timeMs: number;
}

/** Among whom: everybody, or the people of some units. */
export interface BoardScope {
  readonly contestId: string;
  readonly unitIds: readonly string[] | null;
}

export interface BoardEntry extends BoardScore {
  readonly personId: string;
  readonly unitId: string;
  /** Better ones + 1: 1, 2, 2, 4. */
  readonly place: number;
}

/**
 * The board of people of a contest. A port: the rows of the database are one board, a sorted set in memory another; both are held to one
 * behaviour suite. Only people with an attempt in the boards are on it.
 */
export abstract class PeopleBoard {
  /** A score has changed, and its change is on disk. */
  abstract changed(contestId: string, personId: string): Promise<void>;

  /** Lets go of what is kept beside the rows. */
  abstract forget(contestId: string): Promise<void>;

  abstract size(scope: BoardScope): Promise<number>;

  /** People who are better, + 1. */
  abstract placeOf(scope: BoardScope, score: BoardScore): Promise<number>;

  /** People in order, equals by their id. */
  abstract page(scope: BoardScope, offset: number, count: number): Promise<BoardEntry[]>;
}

/** People who follow each other, with their places. `place` = that of the first, who stands at `offset` from 0. */
export function placed(people: readonly Omit<BoardEntry, 'place'>[], offset: number, place: number): BoardEntry[] {
  let current = place;
  return people.map(({ personId, unitId, points, timeMs }, index) => {
    const above = people[index - 1];
    if (above && (above.points !== points || above.timeMs !== timeMs)) current = offset + index + 1;
    return { personId, unitId, points, timeMs, place: current };
  });
}
