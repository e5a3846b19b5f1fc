import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import type { PlayerDiary, QuestionDiary } from '../bots/diary.js';
import { pointsOf, ranksOf } from './expected-results.js';
import { readReleasedKeys } from './released-keys.js';
import { ROUND_ID, sampleDiaries, writeSampleRound } from './sample-round.js';
import { sqliteRows } from '../server/read-rows.js';
import { readStoredRound } from './stored-round.js';
import { verify, type Verdict } from './verifier.js';

const NOTHING = { lost: 0, doubled: 0, wrongTotals: 0, wrongRanks: 0, wrongTimes: 0 };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'anquanli-verifier-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Writes the sample round, does the damage to its rows or diaries, and asks the verifier. */
async function verdictAfter({
  sql,
  diary,
  isKeyed = true,
}: { sql?: string; diary?: (diaries: PlayerDiary[]) => void; isKeyed?: boolean } = {}): Promise<Verdict> {
  const { file, releases } = writeSampleRound(folder, isKeyed);
  if (sql !== undefined) {
    const db = new Database(file);
    expect(db.prepare(sql).run().changes).toBe(1);
    db.close();
  }
  const diaries = sampleDiaries();
  diary?.(diaries);
  const round = await readStoredRound(sqliteRows(file), ROUND_ID);
  return verify(round, diaries, readReleasedKeys(releases, round.settings.setId, round.settings.setVersion));
}

function page(diaries: PlayerDiary[], seatNo: number, questionNo: number): QuestionDiary {
  const found = diaries.find((diary) => diary.seatNo === seatNo)?.questions[questionNo - 1];
  if (found === undefined) throw new Error('The sample has no such page');
  return found;
}

const counts = ({ examples: _examples, ...rest }: Verdict) => rest;
const where = (questionNo: number, seatNo: number) => `WHERE question_no = ${questionNo} AND seat_no = ${seatNo}`;

describe('the verifier', () => {
  it.each([true, false])('finds nothing wrong with a right round (tables with keys: %s)', async (isKeyed) => {
    expect(await verdictAfter({ isKeyed })).toEqual({ ...NOTHING, examples: [] });
  });

  it('sees that an acknowledged answer was deleted', async () => {
    const verdict = await verdictAfter({ sql: `DELETE FROM live_answer ${where(3, 1)}` });
    // Once for the player who was told it is stored, once for the round's own count.
    expect(verdict.lost).toBe(2);
    expect(verdict.examples[0]).toContain('question 3, seat 1');
  });

  it('sees that an answer stands twice', async () => {
    const verdict = await verdictAfter({
      isKeyed: false,
      sql: `INSERT INTO live_answer SELECT * FROM live_answer ${where(2, 3)}`,
    });
    expect(verdict.doubled).toBeGreaterThan(0);
  });

  it('sees that an answer was counted for a second person as well', async () => {
    const copy = `SELECT round_id, question_no, 4, answer_id, choice, received_at, elapsed_ms, rtt_ms, is_draft`;
    const verdict = await verdictAfter({ sql: `INSERT INTO live_answer ${copy} FROM live_answer ${where(1, 1)}` });
    // The same id twice, and an answer of somebody who sent none.
    expect(verdict.doubled).toBe(2);
  });

  it('sees that a sum was changed', async () => {
    const verdict = await verdictAfter({ sql: `UPDATE live_result SET total = total + 1 ${where(2, 2)}` });
    expect(counts(verdict)).toEqual({ ...NOTHING, wrongTotals: 1 });
  });

  it.each(['points = 1000', "verdict = 'wrong'", 'right_count = 9', 'right_time_ms = 0'])(
    'sees that a result was changed to %s',
    async (change) => {
      const verdict = await verdictAfter({ sql: `UPDATE live_result SET ${change} ${where(1, 1)}` });
      expect(counts(verdict)).toEqual({ ...NOTHING, wrongTotals: 1 });
    },
  );

  it('sees that a rank was changed', async () => {
    const verdict = await verdictAfter({ sql: `UPDATE live_result SET place = 3 ${where(2, 4)}` });
    expect(counts(verdict)).toEqual({ ...NOTHING, wrongRanks: 1 });
  });

  it('sees that a result is missing or stands twice', async () => {
    expect(counts(await verdictAfter({ sql: `DELETE FROM live_result ${where(3, 3)}` }))).toMatchObject({
      wrongTotals: 1,
      wrongRanks: 1,
    });
    rmSync(folder, { recursive: true });
    folder = mkdtempSync(join(tmpdir(), 'anquanli-verifier-'));
    const doubled = `INSERT INTO live_result SELECT * FROM live_result ${where(3, 3)}`;
    expect(await verdictAfter({ sql: doubled, isKeyed: false })).toMatchObject({ wrongTotals: 1 });
  });

  it.each([
    ['choice', `choice = '{"kind":"single","option":"c"}'`],
    ['id', "answer_id = 'ffffffffffffffffffffffffffffffff'"],
    ['time of arrival', 'received_at = received_at + 1'],
  ])('counts an answer as lost whose stored %s is not the acknowledged one', async (_what, change) => {
    const verdict = await verdictAfter({ sql: `UPDATE live_answer SET ${change} ${where(1, 3)}` });
    expect(verdict.lost).toBe(1);
  });

  it('does the sums from the stored time, and sees a time that the clock does not bear out', async () => {
    const verdict = await verdictAfter({ sql: `UPDATE live_answer SET elapsed_ms = 0 ${where(1, 1)}` });
    expect(verdict.wrongTimes).toBe(1);
    expect(verdict.wrongTotals).toBeGreaterThan(0);
  });

  it('accepts times by the instant a phone was told before the question was moved by an outage', async () => {
    const sql = `UPDATE live_question SET opens_at = opens_at + 4000 WHERE question_no = 2`;
    expect(await verdictAfter({ sql })).toMatchObject({ wrongTimes: 4 });
    rmSync(folder, { recursive: true });
    folder = mkdtempSync(join(tmpdir(), 'anquanli-verifier-'));
    const told = (diaries: PlayerDiary[]) => page(diaries, 2, 2).openings.push(1_790_000_000_000);
    expect(await verdictAfter({ sql, diary: told })).toEqual({ ...NOTHING, examples: [] });
  });

  it('sees that somebody was told other points or another rank than the rows have', async () => {
    const told = (change: object) => (diaries: PlayerDiary[]) => {
      const found = page(diaries, 2, 3);
      if (found.standing !== null) found.standing = { ...found.standing, ...change };
    };
    expect(counts(await verdictAfter({ diary: told({ total: 9 }) }))).toEqual({ ...NOTHING, wrongTotals: 1 });
    rmSync(folder, { recursive: true });
    folder = mkdtempSync(join(tmpdir(), 'anquanli-verifier-'));
    expect(counts(await verdictAfter({ diary: told({ rank: 1 }) }))).toEqual({ ...NOTHING, wrongRanks: 1 });
  });

  it('sees that somebody was told nothing', async () => {
    const verdict = await verdictAfter({ diary: (diaries) => (page(diaries, 4, 1).standing = null) });
    expect(verdict).toMatchObject({ wrongTotals: 1, wrongRanks: 1 });
  });

  it('sees that a refused answer was stored', async () => {
    const verdict = await verdictAfter({
      diary: (diaries) => Object.assign(page(diaries, 1, 2), { ackedAt: null, refusal: 'answer_late' }),
    });
    expect(counts(verdict)).toEqual({ ...NOTHING, doubled: 1 });
  });
});

it('rounds a bonus down only where the exact product is not whole', () => {
  // floor(999 / 11) = 90; 90 × 0.7 is exactly 63, though as a product of binary fractions it falls short of it.
  expect(pointsOf({ elapsedMs: 3_000 }, 10_000, 11)).toBe(1_063);
  expect(pointsOf({ elapsedMs: 3_001 }, 10_000, 11)).toBe(1_062);
  expect(pointsOf({ elapsedMs: 0 }, 10_000, 5)).toBe(1_199);
  expect(pointsOf({ elapsedMs: 10_000 }, 10_000, 5)).toBe(1_000);
  expect(pointsOf({ elapsedMs: 99 }, null, 5)).toBe(1_000);
});

it('gives equal people equal ranks and leaves the next ones out', () => {
  const people = [
    { total: 500, rightTimeMs: 10 },
    { total: 900, rightTimeMs: 30 },
    { total: 900, rightTimeMs: 20 },
    { total: 500, rightTimeMs: 10 },
    { total: 0, rightTimeMs: 0 },
  ];
  expect(ranksOf(people)).toEqual([3, 2, 1, 3, 5]);
});
