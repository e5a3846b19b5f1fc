import { StartRefusal } from '../../errors/start-refusal.js';
import type { Schema } from '../schema.js';

/** Rows of one table, some at a time; values as the driver takes them, bytes as Buffers. */
export interface TablePiece {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

/** Everything that is stored, as of one instant. */
export interface Dump {
  /** Names of the migrations that the tables have had, the oldest first. */
  readonly migrations: readonly string[];
  /** All tables but that of the migrations. */
  pieces(): AsyncIterable<TablePiece>;
}

/** Rows of a piece: enough to be quick, few enough to be small. */
export const ROWS_A_PIECE = 500;

/** Throws StartRefusal for tables that have had migrations which this version does not know. */
export function refuseNewer({ migrations }: Dump, schema: Schema): void {
  const known = new Set(schema.migrations.map(({ name }) => name));
  if (migrations.every((name) => known.has(name))) return;
  throw new StartRefusal(
    '这份备份由更新的版本制作。请用同一版本或更新的版本恢复。没有改动任何数据。',
    'The backup was made by a newer version. Restore it with that version or a later one. Nothing was changed.',
  );
}
