import type { ImportItem } from '@anquanli/contract/bank-imports';
import { faultyCells } from './faulty-cells';

/** One field of the form that mends a row. `text` is what the file (or the last repair) has. */
export interface RepairField {
  readonly meaning: string;
  /** The header of the column; '' for a part that the row does not have yet. */
  readonly label: string;
  readonly text: string;
  readonly isFaulty: boolean;
}

export type RepairTexts = Readonly<Record<string, string>>;

const OPTION = /^option-(\d+)$/;
const MAX_OPTIONS = 10;

/** The cells that count, in the order of the file, each meaning once. */
export function repairFields(item: Pick<ImportItem, 'cells' | 'problems'>): readonly RepairField[] {
  const faulty = faultyCells(item);
  const seen = new Set<string>();
  return item.cells.flatMap(({ meaning, label, text }, index) => {
    if (meaning === 'ignored' || seen.has(meaning)) return [];
    seen.add(meaning);
    return [{ meaning, label, text, isFaulty: faulty.has(index) }];
  });
}

/** Parts a row may be given although its file has no such column: the next option, a kind, an answer. */
export function missingParts(fields: readonly RepairField[]): readonly string[] {
  const has = (meaning: string) => fields.some((field) => field.meaning === meaning);
  if (has('block')) return [];
  const last = Math.max(0, ...fields.map(({ meaning }) => Number(OPTION.exec(meaning)?.[1] ?? 0)));
  const next = last > 0 && last < MAX_OPTIONS ? [`option-${last + 1}`] : [];
  return [...next, ...['type', 'answer', 'explanation'].filter((meaning) => !has(meaning))];
}

/**
 * What is sent: the texts that differ from the file's. Of a row that was mended before all of them, since a repair takes
 * the place of the one before.
 */
export function repairTexts(
  fields: readonly RepairField[],
  typed: RepairTexts,
  isRepaired: boolean,
): RepairTexts | null {
  const known = new Map(fields.map(({ meaning, text }) => [meaning, text]));
  const changed = Object.entries(typed).filter(([meaning, text]) => text !== (known.get(meaning) ?? ''));
  if (changed.length === 0) return null;
  const kept = isRepaired ? fields.map(({ meaning, text }) => [meaning, text] as const) : [];
  return Object.fromEntries([...kept, ...changed]);
}

/** The field to begin with: the first faulty one, else the first. */
export function firstField(fields: readonly RepairField[]): string | null {
  return (fields.find(({ isFaulty }) => isFaulty) ?? fields[0])?.meaning ?? null;
}
