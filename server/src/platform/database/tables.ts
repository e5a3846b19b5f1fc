import { TableColumn, type QueryRunner, type TableColumnOptions } from 'typeorm';

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
  bytes(name: string, options?: Options): TableColumnOptions;
}

export function tableColumns(runner: QueryRunner): TableColumns {
  const isSqlite = isOnSqlite(runner);
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
    bytes: (name, options) => ({ name, type: isSqlite ? 'blob' : 'mediumblob', ...options }),
  };
}

/** Gives a text column that may not be null another length; its rows stay. */
export async function resizeText(
  runner: QueryRunner,
  { table, name, length }: { table: string; name: string; length: number },
): Promise<void> {
  if (isOnSqlite(runner)) {
    await runner.changeColumn(table, name, new TableColumn(tableColumns(runner).text(name, length)));
  } else {
    // TypeORM would drop the column and make a new one.
    const words = 'CHARACTER SET utf8mb4 COLLATE utf8mb4_bin';
    await runner.query(`ALTER TABLE \`${table}\` MODIFY \`${name}\` varchar(${length}) ${words} NOT NULL`);
  }
}

function isOnSqlite(runner: QueryRunner): boolean {
  return runner.dataSource.options.type === 'better-sqlite3';
}
