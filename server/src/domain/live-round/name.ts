import { LIMITS, type NamesOnStage } from '@anquanli/contract/vocabulary';
import { accept, refuse, type Result } from '../shared/result.js';

/** White space, but for U+FEFF, which JavaScript takes for a space though it has no width. */
const SPACES = /[^\S\ufeff]+/gu;
/** Controls, bidi marks, zero-width characters and the like: invisible, and able to disturb other people's lines. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u2800\u3164\uffa0]/gu;
/** More than three marks on one letter is a tower that covers the neighbours. */
const MARK_TOWER = /(\p{M}{3})\p{M}+/gu;
/** Columns of names and their keys hold this many characters; a grapheme has no greatest length. */
const MAX_CHARS = 200;

const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' });
const graphemes = (text: string): string[] => Array.from(segmenter.segment(text), (part) => part.segment);

/** The name as people see it: 1–20 graphemes, one space between words, nothing invisible; else `name_invalid`. */
export function cleanName(typed: string): Result<string> {
  const name = typed
    .replace(SPACES, ' ')
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .replace(MARK_TOWER, '$1')
    .replace(/ {2,}/gu, ' ')
    .trim();
  // A cell of a file may hold a whole book: nobody counts that.
  const length = name.length > MAX_CHARS ? Infinity : graphemes(name).length;
  const { min, max } = LIMITS.nameGraphemes;
  const isVisible = /[\p{L}\p{N}\p{S}\p{P}]/u.test(name);
  if (length < min || length > max || !isVisible)
    return refuse('name_invalid', { path: 'name', minimum: min, maximum: max });
  return accept(name);
}

/**
 * Two names with the same key look the same: width, case and compatibility forms are folded (NFKC). Some characters unfold
 * into whole sentences; what is beyond the column tells nobody apart.
 */
export function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().slice(0, MAX_CHARS).trim();
}

/** 张三 → 张*, 张小三 → 张*三, Anna Smith → A*h. One star whatever the length. */
export function maskName(name: string): string {
  const letters = graphemes(name);
  const first = letters[0] ?? '';
  const last = letters[letters.length - 1] ?? '';
  return letters.length > 2 ? `${first}*${last}` : `${first}*`;
}

/** A seat's name as one row holds it. */
export interface SeatName {
  readonly seatNo: number;
  readonly name: string;
  /** Somebody before had the same name: the seat number tells them apart. */
  readonly isNameShared: boolean;
  readonly isNameHidden: boolean;
}

/** The full name, for the own phone, the host and exports; the seat number alone where the name was erased. */
export function fullName(seat: Omit<SeatName, 'isNameHidden'>): string {
  if (seat.name === '') return `#${seat.seatNo}`;
  return seat.isNameShared ? `${seat.name} #${seat.seatNo}` : seat.name;
}

/** The name on stage and on boards. Hidden names show the seat number alone. */
export function boardName(seat: SeatName, display: NamesOnStage): string {
  if (display === 'hidden' || seat.isNameHidden) return `#${seat.seatNo}`;
  if (display === 'full') return fullName(seat);
  return seat.isNameShared ? `${maskName(seat.name)} #${seat.seatNo}` : maskName(seat.name);
}
