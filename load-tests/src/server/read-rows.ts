import Database from 'better-sqlite3';
import { createConnection } from 'mysql2/promise';

/** Reads rows with the driver alone: nothing of the server's code is trusted with proving itself. `?` for values. */
export type ReadRows = <Row>(sql: string, values: readonly (string | number)[]) => Promise<Row[]>;

/** Opens the file anew for each question, and read-only. */
export function sqliteRows(file: string): ReadRows {
  return async <Row>(sql: string, values: readonly (string | number)[]) => {
    const database = new Database(file, { readonly: true, fileMustExist: true });
    try {
      return database.prepare<(string | number)[], Row>(sql).all(...values);
    } finally {
      database.close();
    }
  };
}

/** Connects anew for each question; whole numbers are numbers, whatever the width of their column. */
export function mysqlRows(url: string): ReadRows {
  return async <Row>(sql: string, values: readonly (string | number)[]) => {
    const connection = await createConnection({ uri: url });
    try {
      const [rows] = await connection.query(sql, [...values]);
      return rows as Row[];
    } finally {
      await connection.end();
    }
  };
}
