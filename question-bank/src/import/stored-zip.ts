import { zipSync } from 'fflate';

/** An archive of these entries and nothing else, stored without compression: what a reader gets after the gate. */
export function storedZip(entries: ReadonlyMap<string, Uint8Array>): Uint8Array {
  return zipSync(Object.fromEntries(entries), { level: 0, mtime: new Date('1980-01-01T00:00:00') });
}
