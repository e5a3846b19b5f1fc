import * as z from 'zod/mini';
import { slot } from '../../../lib/storage';

/** Which questions of an import stay out, by import; kept on this device until the import is done or thrown away. */
const leftOut = slot('import-left-out', z.record(z.string(), z.array(z.string())));

/** Imports remembered at most; the oldest are forgotten first. */
const MAX_IMPORTS = 30;

export const leftOutSlot = leftOut;

export function leftOutOf(stored: Readonly<Record<string, readonly string[]>> | null, importId: string) {
  return stored?.[importId] ?? [];
}

export function writeLeftOut(importId: string, refs: readonly string[]): void {
  const { [importId]: _before, ...others } = leftOut.read() ?? {};
  const kept = Object.entries(others).slice(-(MAX_IMPORTS - 1));
  leftOut.write(Object.fromEntries(refs.length === 0 ? kept : [...kept, [importId, [...refs]]]));
}

export function withRefs(before: readonly string[], refs: readonly string[], isOut: boolean): readonly string[] {
  const others = before.filter((ref) => !refs.includes(ref));
  return isOut ? [...others, ...refs] : others;
}
