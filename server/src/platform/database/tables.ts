import type { QueryRunner, TableColumnOptions } from 'typeorm';

interface Options {
  readonly isPrimary?: boolean;
  readonly isNullable?: boolean;
}

/** Columns of migrations, the twins of `columns.ts`. One migration serves both engines. */
export interface TableColumns {
  uuid(name: string, options?: Options): TableColumnOptions;
  text(name: string, length: number, options?: Options): TableColumnOptions;
  longText(name: string, options?: Options): TableColumnOptions;
  int(name: string, options?: Options): TableColumnOptions;
  smallInt(name: string, options?: Options): TableColumnOptions;
  boolean(name: string, options?: Options): TableColumnOptions;
  epochMs(name: string, options?: Options): TableColumnOptions;
  json(name: string, options?: Options): TableColumnOptions;
  blob(name: string, options?: Options): TableColumnOptions;
}

export function tableColumns(runner: QueryRunner): TableColumns {
  const isSqlite = runner.dataSource.options.type === 'better-sqlite3';
  // MariaDB's default collation takes 'abc' and 'AbC' for equal; SQLite does not.
  const words = isSqlite ? {} : { charset: 'utf8mb4', collation: 'utf8mb4_bin' };
  return {
    uuid: (name, options) => ({ name, type: 'varchar', length: '36', ...words, ...options }),
    text: (name, length, options) => ({ name, type: 'varchar', length: String(length), ...words, ...options }),
    longText: (name, options) => ({ name, type: 'text', ...words, ...options }),
    // SQLite's catalogue is compared by the very word: there it is integer.
    int: (name, options) => ({ name, type: isSqlite ? 'integer' : 'int', ...options }),
    smallInt: (name, options) => ({ name, type: 'smallint', ...options }),
    boolean: (name, options) => ({ name, type: 'boolean', ...options }),
    epochMs: (name, options) => ({ name, type: 'bigint', ...options }),
    json: (name, options) => ({ name, type: 'text', ...words, ...options }),
    blob: (name, options) => ({ name, type: 'blob', ...options }),
  };
}
