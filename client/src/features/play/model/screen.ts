import type { BoardRow, Me, PlayerView } from '@anquanli/contract/live';
import type { SeatStatus } from '@anquanli/contract/vocabulary';
import type { Snapshot } from './snapshot';

/** Why this phone is not in the round. */
export type Gate = 'kicked' | 'banned' | 'seat_moved' | 'not_seated' | 'round_gone';

export type Screen =
  | { readonly name: 'gate'; readonly gate: Gate }
  | { readonly name: 'loading' }
  | { readonly name: 'get_ready'; readonly view: Extract<PlayerView, { phase: 'question_open' }> }
  | { readonly name: 'question'; readonly view: Extract<PlayerView, { phase: 'question_open' | 'question_closed' }> }
  | { readonly name: 'reveal'; readonly view: Extract<PlayerView, { phase: 'reveal' }> }
  | { readonly name: 'leaderboard'; readonly view: Extract<PlayerView, { phase: 'leaderboard' }> }
  | { readonly name: 'final'; readonly view: Extract<PlayerView, { phase: 'finished' }> }
  | { readonly name: 'lobby'; readonly view: Extract<PlayerView, { phase: 'lobby' }> }
  | { readonly name: 'aborted'; readonly view: Extract<PlayerView, { phase: 'aborted' }> };

const GATE_OF_STATUS = { active: null, kicked: 'kicked', banned: 'banned' } as const satisfies Record<
  SeatStatus,
  Gate | null
>;

/** The one screen that belongs to what is known. `isOpen`: the opening instant of the question has come (server time). */
export function screenOf({ shared, me }: Snapshot, gate: Gate | null, isOpen: boolean): Screen {
  const shut = gate ?? (me === null ? null : GATE_OF_STATUS[me.status]);
  if (shut !== null) return { name: 'gate', gate: shut };
  if (shared === null || me === null) return { name: 'loading' };
  const { view } = shared;
  switch (view.phase) {
    case 'lobby':
      return { name: 'lobby', view };
    case 'question_open':
      return isOpen ? { name: 'question', view } : { name: 'get_ready', view };
    case 'question_closed':
      return { name: 'question', view };
    case 'reveal':
      return { name: 'reveal', view };
    case 'leaderboard':
      return { name: 'leaderboard', view };
    case 'finished':
      return { name: 'final', view };
    case 'aborted':
      return { name: 'aborted', view };
  }
}

/** A line of the board as a phone shows it; `gap` stands for the places in between. */
export type BoardLine =
  { readonly kind: 'row'; readonly row: BoardRow; readonly isMine: boolean } | { readonly kind: 'gap' };

/** The top rows and always the own one: in its place, or below a gap. */
export function boardLines(board: readonly BoardRow[], me: Me): readonly BoardLine[] {
  const top = board.map((row): BoardLine => ({ kind: 'row', row, isMine: row.seatNo === me.seatNo }));
  const { standing } = me;
  if (standing === null || board.some(({ seatNo }) => seatNo === me.seatNo)) return top;
  const { rank, total, rightCount, previousRank } = standing;
  const move = previousRank === null ? null : previousRank - rank;
  const row: BoardRow = { rank, seatNo: me.seatNo, name: me.name, points: total, rightCount, move };
  const own: BoardLine = { kind: 'row', row, isMine: true };
  const lastRank = board[board.length - 1]?.rank ?? 0;
  return rank > lastRank + 1 ? [...top, { kind: 'gap' }, own] : [...top, own];
}
