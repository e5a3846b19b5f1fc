import type { BoardRow } from '@anquanli/contract/live';

/** One block of the podium. `beat` is when it comes, in steps of the show's time. */
export interface PodiumBlock {
  readonly rank: number;
  readonly rows: readonly BoardRow[];
  readonly beat: number;
}

export interface Podium {
  /** From left to right. */
  readonly blocks: readonly PodiumBlock[];
  /** When the round's statistics come: after the first place. */
  readonly statisticsBeat: number;
}

/** More people than this on the podium share blocks, one per place. */
const SINGLE_BLOCKS = 4;

/**
 * Places 1 to 3 as the ranks say them: 1, 2, 2 has two second places and no third. The last place comes first,
 * people of one place come together, and the first place waits one beat longer. Nobody stands there without a point:
 * in a small hall all who answered nothing right would share a place.
 */
export function podiumOf(board: readonly BoardRow[]): Podium {
  const rows = board.filter((row) => row.rank <= 3 && row.points > 0);
  const places = [...new Set(rows.map((row) => row.rank))].sort((a, b) => b - a);
  const beatOf = (rank: number) => {
    const beat = places.indexOf(rank);
    return rank === 1 && places.length > 1 ? beat + 1 : beat;
  };
  const sorted = [...rows].sort((a, b) => a.rank - b.rank);
  const inOrder: PodiumBlock[] =
    sorted.length <= SINGLE_BLOCKS
      ? sorted.map((row) => ({ rank: row.rank, rows: [row], beat: beatOf(row.rank) }))
      : [...places]
          .reverse()
          .map((rank) => ({ rank, rows: sorted.filter((row) => row.rank === rank), beat: beatOf(rank) }));
  const [first, second, ...rest] = inOrder;
  const blocks = first === undefined || second === undefined ? inOrder : [second, first, ...rest];
  return { blocks, statisticsBeat: places.length === 0 ? 0 : beatOf(1) + 1 };
}
