import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { pipeline as streamed, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import * as z from 'zod';
import { StartRefusal } from '../../errors/start-refusal.js';
import type { Dump, TablePiece } from './dump.js';

/*
 * A backup of MySQL as a file: gzipped lines of JSON. First a header, then pieces of tables, last the number of rows of all: a file that was cut
 * short has no end. Bytes are written as { "base64": "…" }.
 */

const Header = z.object({ product: z.literal('anquanli'), format: z.literal(1), migrations: z.array(z.string()) });
const Piece = z.object({ table: z.string(), columns: z.array(z.string()), rows: z.array(z.array(z.unknown())) });
const End = z.object({ rows: z.number() });
const Bytes = z.object({ base64: z.string() });

/** Writes beside the place first: what bears the name is whole and on disk. Gives the number of rows. */
export async function writeDumpFile(file: string, dump: Dump): Promise<number> {
  const unfinished = `${file}.unfinished`;
  let rows = 0;
  async function* lines(): AsyncGenerator<string> {
    yield line({ product: 'anquanli', format: 1, migrations: dump.migrations });
    for await (const piece of dump.pieces()) {
      rows += piece.rows.length;
      yield line({ ...piece, rows: piece.rows.map((row) => row.map(written)) });
    }
    yield line({ rows });
  }
  try {
    await pipeline(Readable.from(lines()), createGzip(), createWriteStream(unfinished, { flags: 'wx', mode: 0o600 }));
    await settle(unfinished);
    await rename(unfinished, file);
    return rows;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** Reads the whole file once, so that what follows cannot break off in the middle. Throws StartRefusal where it is no whole backup. */
export async function readDumpFile(file: string): Promise<Dump> {
  let migrations: readonly string[] | null = null;
  let rows = 0;
  let promised: number | null = null;
  try {
    for await (const value of values(file)) {
      if (migrations === null) migrations = Header.parse(value).migrations;
      else if (promised !== null) throw new Error('something follows the end');
      else if (isEnd(value)) promised = End.parse(value).rows;
      else rows += Piece.parse(value).rows.length;
    }
  } catch (error) {
    throw notWhole(file, error instanceof Error ? error.message : String(error));
  }
  if (migrations === null || promised !== rows) throw notWhole(file, 'it ends too early');
  return { migrations, pieces: () => pieces(file) };
}

async function* pieces(file: string): AsyncGenerator<TablePiece> {
  let isHeader = true;
  for await (const value of values(file)) {
    if (!isHeader && !isEnd(value)) {
      const piece = Piece.parse(value);
      yield { ...piece, rows: piece.rows.map((row) => row.map(read)) };
    }
    isHeader = false;
  }
}

async function* values(file: string): AsyncGenerator<unknown> {
  const unpacked = createGunzip();
  // Whatever goes wrong on the way ends the reading below with its error.
  streamed(createReadStream(file), unpacked, () => undefined);
  unpacked.setEncoding('utf8');
  let rest = '';
  for await (const chunk of unpacked) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    for (const each of lines) yield JSON.parse(each);
  }
  if (rest !== '') throw new Error('the last line has no end');
}

const line = (value: object): string => `${JSON.stringify(value)}\n`;
const isEnd = (value: unknown): boolean => typeof value === 'object' && value !== null && !('table' in value);
const written = (value: unknown): unknown => (Buffer.isBuffer(value) ? { base64: value.toString('base64') } : value);

function read(value: unknown): unknown {
  const bytes = typeof value === 'object' && value !== null ? Bytes.parse(value) : null;
  return bytes === null ? value : Buffer.from(bytes.base64, 'base64');
}

async function settle(file: string): Promise<void> {
  const handle = await open(file, 'r');
  await handle.sync();
  await handle.close();
}

function notWhole(file: string, why: string): StartRefusal {
  return new StartRefusal(
    `${file} 不是完整的安全力备份（${why}）。没有改动任何数据。`,
    `${file} is not a whole backup of this product (${why}). Nothing was changed.`,
  );
}
