import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Choice } from '@anquanli/contract/question';
import { emptyDiary, type PlayerDiary } from '../bots/diary.js';

/*
 * A small round for the verifier's own test: three questions, four people, every number worked out by hand.
 * Three planned questions, so a bonus of at most floor(999 / 3) = 333; 10 s for each question.
 */

export const ROUND_ID = '01900000-0000-7000-8000-000000000001';
const OPENS_AT = 1_790_000_000_000;
const LIMIT_MS = 10_000;
const SET = { setId: 'sample-set', setVersion: '1.0.0', scoring: 'accuracy', multipleScoring: 'exact' };

const QUESTIONS = [
  { id: 'q_00000000000000000000000001', rev: 1, type: 'single', answer: { option: 'b' } },
  { id: 'q_00000000000000000000000002', rev: 3, type: 'multiple', answer: { options: ['a', 'c'] } },
  { id: 'q_00000000000000000000000003', rev: 1, type: 'boolean', answer: { value: true } },
];

/** One line: seat, choice or null for no answer, milliseconds, then what follows: verdict, points, total, right, time, rank. */
type Line = [number, Choice | null, number, string, number, number, number, number, number];

const single = (option: string): Choice => ({ kind: 'single', option });
const multiple = (...options: string[]): Choice => ({ kind: 'multiple', options });
const boolean = (value: boolean): Choice => ({ kind: 'boolean', value });

const COURSE: Line[][] = [
  [
    [1, single('b'), 1_000, 'right', 1_299, 1_299, 1, 1_000, 1],
    [2, single('b'), 2_500, 'right', 1_249, 1_249, 1, 2_500, 2],
    [3, single('a'), 300, 'wrong', 0, 0, 0, 0, 3],
    [4, null, 0, 'none', 0, 0, 0, 0, 3],
  ],
  [
    [1, multiple('a'), 900, 'wrong', 0, 1_299, 1, 1_000, 2],
    [2, multiple('c', 'a'), 4_000, 'right', 1_199, 2_448, 2, 6_500, 1],
    [3, multiple('a', 'c'), 1_000, 'right', 1_299, 1_299, 1, 1_000, 2],
    [4, multiple('a', 'c'), 1_000, 'right', 1_299, 1_299, 1, 1_000, 2],
  ],
  [
    [1, boolean(true), 10_000, 'right', 1_000, 2_299, 2, 11_000, 3],
    [2, boolean(false), 10, 'wrong', 0, 2_448, 2, 6_500, 2],
    [3, null, 0, 'none', 0, 1_299, 1, 1_000, 4],
    [4, boolean(true), 5_000, 'right', 1_166, 2_465, 2, 6_000, 1],
  ],
];

const TABLES = (isKeyed: boolean) => {
  const key = (columns: string) => (isKeyed ? `, PRIMARY KEY (${columns})` : '');
  return `
  CREATE TABLE live_round (id varchar(36) PRIMARY KEY, settings text, question_count smallint, answers_written int);
  CREATE TABLE live_question (round_id varchar(36), question_no smallint, question_id varchar(28), question_rev smallint,
    status varchar(10), opens_at bigint, closes_at bigint, limit_ms int${key('round_id, question_no')});
  CREATE TABLE live_seat (round_id varchar(36), seat_no int, status varchar(10)${key('round_id, seat_no')});
  CREATE TABLE live_answer (round_id varchar(36), question_no smallint, seat_no int, answer_id varchar(32), choice varchar(400),
    received_at bigint, elapsed_ms int, rtt_ms int, is_draft boolean${key('round_id, question_no, seat_no')});
  CREATE TABLE live_result (round_id varchar(36), question_no smallint, seat_no int, verdict varchar(8), points int, total int,
    right_count smallint, right_time_ms int, place int${key('round_id, question_no, seat_no')});`;
};

/**
 * Writes the round's rows to `folder`/round.sqlite and its released set to `folder`/releases.
 * @param isKeyed false builds tables without primary keys, which let a row be doubled
 */
export function writeSampleRound(folder: string, isKeyed: boolean): { file: string; releases: string } {
  const file = join(folder, 'round.sqlite');
  const releases = join(folder, 'releases');
  mkdirSync(join(releases, SET.setId), { recursive: true });
  writeFileSync(join(releases, SET.setId, `${SET.setVersion}.json`), JSON.stringify({ questions: QUESTIONS }));
  const db = new Database(file);
  db.exec(TABLES(isKeyed));
  const answers = COURSE.flat().filter(([, choice]) => choice !== null);
  db.prepare('INSERT INTO live_round VALUES (?, ?, ?, ?)').run(ROUND_ID, JSON.stringify(SET), 3, answers.length);
  for (const seatNo of [1, 2, 3, 4]) db.prepare("INSERT INTO live_seat VALUES (?, ?, 'active')").run(ROUND_ID, seatNo);
  COURSE.forEach((lines, index) => writeQuestion(db, index, lines));
  db.close();
  return { file, releases };
}

function writeQuestion(db: Database.Database, index: number, lines: readonly Line[]): void {
  const questionNo = index + 1;
  const { id, rev } = QUESTIONS[index] ?? { id: '', rev: 0 };
  db.prepare("INSERT INTO live_question VALUES (?, ?, ?, ?, 'revealed', ?, ?, ?)").run(
    ...[ROUND_ID, questionNo, id, rev, OPENS_AT, OPENS_AT + LIMIT_MS, LIMIT_MS],
  );
  for (const [seatNo, choice, elapsedMs, ...result] of lines) {
    db.prepare('INSERT INTO live_result VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)').run(
      ...[ROUND_ID, questionNo, seatNo, ...result],
    );
    if (choice === null) continue;
    db.prepare('INSERT INTO live_answer VALUES (?, ?, ?, ?, ?, ?, ?, NULL, 0)').run(
      ...[ROUND_ID, questionNo, seatNo, answerId(questionNo, seatNo), JSON.stringify(choice)],
      ...[OPENS_AT + elapsedMs, elapsedMs],
    );
  }
}

/** What the four people sent and were told, all as it should be. */
export function sampleDiaries(): PlayerDiary[] {
  return [1, 2, 3, 4].map((seatNo) => {
    const diary = emptyDiary(seatNo, COURSE.length);
    COURSE.forEach((lines, index) => {
      const page = diary.questions[index];
      const line = lines.find(([seat]) => seat === seatNo);
      if (page === undefined || line === undefined) return;
      const [, choice, elapsedMs, verdict, points, total, rightCount, rightTimeMs, rank] = line;
      const questionNo = index + 1;
      page.standing = {
        ...{ questionNo, verdict: verdict as 'right', points, total, rightCount, rightTimeMs, rank },
        ...{ bonus: 0, streak: 0, previousRank: null, gapToNext: null, ranked: 4 },
      };
      if (choice === null) return;
      const answered = { answerId: answerId(questionNo, seatNo), choice, sentAt: 1, ackedAt: 2 };
      Object.assign(page, { ...answered, receivedAt: OPENS_AT + elapsedMs, elapsedMs });
    });
    return diary;
  });
}

function answerId(questionNo: number, seatNo: number): string {
  return `${questionNo}${seatNo}`.padEnd(32, '0');
}
