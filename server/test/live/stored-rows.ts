import { expect } from '@jest/globals';
import BetterSqlite3 from 'better-sqlite3';
import mysql, { type RowDataPacket } from 'mysql2/promise';
import type { Browser } from '../support/browser.js';
import type { Phone } from '../support/play.js';
import { boardFromRows, type Query } from './board-from-rows.js';

/** Asks a SQLite file, beside the server that writes it. */
export function onSqlite(file: () => string): Query {
  return async (sql, values) => {
    const db = new BetterSqlite3(file(), { readonly: true });
    try {
      return db.prepare(sql).all(...values) as never[];
    } finally {
      db.close();
    }
  };
}

/** Asks a database of MariaDB over a connection of its own. */
export function onMariadb(url: () => string): Query {
  return async (sql, values) => {
    const connection = await mysql.createConnection({ uri: url() });
    try {
      const [rows] = await connection.query<RowDataPacket[]>(sql, [...values]);
      return rows as never[];
    } finally {
      await connection.end();
    }
  };
}

/** A round as its organiser and its phones have been told of it. */
interface Told {
  readonly desk: Browser;
  readonly roundId: string;
  readonly phones: readonly Phone[];
}

/** What the server says, to organisers and on every phone, is what an independent calculation finds in the rows. */
export async function expectBoardOfRows(query: Query, { desk, roundId, phones }: Told): Promise<void> {
  const board = await boardFromRows(query, roundId);
  expect(board).toHaveLength(phones.length);
  const { body } = await desk.get(`/api/rounds/${roundId}/results`);
  expect((body as { board: object[] }).board).toEqual(board.map((line) => expect.objectContaining(line)));
  for (const line of board) {
    const own = phones.find(({ seat }) => seat.seatNo === line.seatNo);
    expect(own?.me?.standing).toMatchObject({ rank: line.rank, total: line.points, rightCount: line.rightCount });
  }
}
