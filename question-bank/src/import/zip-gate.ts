import { crc32, inflateRawSync } from 'node:zlib';
import { importProblem } from './import-problem.js';
import type { ImportProblem, ImportProblemCode } from './import-result.js';
import { IMPORT_LIMITS } from './limits.js';

/*
 * What an archive holds, inflated under limits before any reader sees it. The directory may lie: sizes are counted
 * while inflating, and a reader gets an archive made anew from what was counted (`stored-zip.ts`).
 */

export type ZipGate =
  | { readonly ok: true; readonly entries: ReadonlyMap<string, Uint8Array> }
  | { readonly ok: false; readonly problem: ImportProblem };

/** Below this a high ratio cannot hurt. */
const HARMLESS_BYTES = 64 * 1024;
/** All entries together; a file of 5 MB that is honest stays far below. */
const TOTAL_BYTES = 64 * 1024 * 1024;

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;

class Refusal extends Error {
  constructor(readonly code: ImportProblemCode) {
    super(code);
  }
}

/** Opens a zip (xlsx, docx) under the limits of {@link IMPORT_LIMITS}; the problem is about the whole file. */
export function openZip(bytes: Uint8Array): ZipGate {
  try {
    return { ok: true, entries: inflated(bytes) };
  } catch (error) {
    // RangeError: an offset of the directory points outside of the file.
    const code = error instanceof Refusal ? error.code : 'zip_damaged';
    return { ok: false, problem: importProblem('file', code, { where: {} }) };
  }
}

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly localOffset: number;
}

function inflated(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = new Map<string, Uint8Array>();
  let total = 0;
  for (const entry of directory(bytes, view)) {
    if (entry.name.endsWith('/')) continue;
    const content = contentOf(entry, { bytes, view, left: TOTAL_BYTES - total });
    total += content.length;
    entries.set(entry.name.replace(/\\/gu, '/').replace(/^\/+/u, ''), content);
  }
  return entries;
}

function directory(bytes: Uint8Array, view: DataView): Entry[] {
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  if (count > IMPORT_LIMITS.zip.entries) throw new Refusal('zip_too_many_entries');
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let n = 0; n < count; n += 1) {
    if (view.getUint32(at, true) !== ENTRY_SIGNATURE) throw new Refusal('zip_damaged');
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    entries.push({
      name,
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      ...placeOf(view, at, { start: at + 46 + nameLength, length: extraLength }),
    });
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Compressed size and offset; some writers put them into a 64-bit extra field even for small files. */
function placeOf(view: DataView, at: number, extra: { start: number; length: number }) {
  const short = {
    compressedSize: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    localOffset: view.getUint32(at + 42, true),
  };
  const wide = wideFields(view, extra);
  const take = (value: number) => (value === 0xffffffff ? (wide.shift() ?? value) : value);
  take(short.size);
  return { compressedSize: take(short.compressedSize), localOffset: take(short.localOffset) };
}

function wideFields(view: DataView, { start, length }: { start: number; length: number }): number[] {
  for (let at = start; at + 4 <= start + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    const count = Math.floor(view.getUint16(at + 2, true) / 8);
    return Array.from({ length: count }, (_, n) => Number(view.getBigUint64(at + 4 + n * 8, true)));
  }
  return [];
}

function endOf(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  }
  throw new Refusal('zip_damaged');
}

function contentOf(entry: Entry, { bytes, view, left }: { bytes: Uint8Array; view: DataView; left: number }) {
  const { localOffset, compressedSize, method } = entry;
  if ((entry.flags & 1) !== 0) throw new Refusal('file_encrypted');
  if (view.getUint32(localOffset, true) !== LOCAL_SIGNATURE) throw new Refusal('zip_damaged');
  const start = localOffset + 30 + view.getUint16(localOffset + 26, true) + view.getUint16(localOffset + 28, true);
  const data = bytes.subarray(start, start + compressedSize);
  if (data.length < compressedSize || (method !== 0 && method !== 8)) throw new Refusal('zip_damaged');
  const { inflatedBytesPerEntry, ratio } = IMPORT_LIMITS.zip;
  const limit = Math.min(inflatedBytesPerEntry, left, Math.max(HARMLESS_BYTES, compressedSize * ratio));
  const content = method === 0 ? data : inflate(data, limit);
  if (content.length > limit) throw new Refusal('zip_too_large');
  if (crc32(content) !== entry.crc) throw new Refusal('zip_damaged');
  return content;
}

/** Stops as soon as the limit is passed, whatever the directory announces. */
function inflate(data: Uint8Array, limit: number): Uint8Array {
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, limit) });
  } catch (error) {
    const { code } = error as { code?: unknown };
    throw new Refusal(code === 'ERR_BUFFER_TOO_LARGE' ? 'zip_too_large' : 'zip_damaged');
  }
}
