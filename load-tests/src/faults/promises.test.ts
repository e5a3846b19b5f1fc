import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { noTroubles, type PlayerDiary, type QuestionDiary } from '../bots/diary.js';
import { sqliteRows } from '../server/read-rows.js';
import { readReleasedKeys } from '../verify/released-keys.js';
import { ROUND_ID, sampleDiaries, writeSampleRound } from '../verify/sample-round.js';
import { readStoredRound } from '../verify/stored-round.js';
import { verify } from '../verify/verifier.js';
import type { Fault } from './fault.js';
import type { FaultFindings } from './play-with-fault.js';
import { brokenOf, verdictOn } from './promises.js';
import type { Truth } from './truth.js';

const OPENS_AT = 1_790_000_000_000;
const LOST_MS = 4_000;
const BEFORE: Truth = {
  ...{ version: 5, phase: 'question_open', questionNo: 2, resultsOf: 1 },
  ...{ opensAt: OPENS_AT - LOST_MS, closesAt: OPENS_AT + 6_000 },
};
const FAULT: Fault = {
  name: 'sample',
  what: 'something',
  targets: ['embedded'],
  strikes: { at: 'open', afterMs: 0 },
  promises: { backWithinMs: 5_000, isTimeGivenBack: true, told: { code: 'server_busy', isSure: false } },
  strike: () => Promise.reject(new Error('never')),
};
/** In the sample two people leave a question out. */
const LEFT_OUT = ['unanswered: 2'];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'anquanli-faults-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A round in whose second question nobody could answer for 4 s, 300 ms after it had opened first; then the damage is done. */
async function brokenAfter({
  sql,
  diary = () => undefined,
  ...changes
}: { sql?: string; diary?: (diaries: PlayerDiary[]) => void } & Partial<FaultFindings> = {}): Promise<string[]> {
  const { file, releases } = writeSampleRound(folder, true);
  if (sql !== undefined) {
    const database = new Database(file);
    expect(database.prepare(sql).run().changes).toBeGreaterThan(0);
    database.close();
  }
  const diaries = sampleDiaries();
  for (const { questions } of diaries) questions[1]?.openings.push(OPENS_AT - LOST_MS, OPENS_AT);
  diary(diaries);
  const stored = await readStoredRound(sqliteRows(file), ROUND_ID);
  const keys = readReleasedKeys(releases, stored.settings.setId, stored.settings.setVersion);
  const from = OPENS_AT - LOST_MS + 300;
  const seen = { backMs: 700, leftBehind: [], truth: BEFORE };
  return brokenOf(
    verdictOn({
      fault: FAULT,
      size: {
        ...{ target: 'embedded', players: 4, questions: 3, seconds: 10, threads: 1, seed: 1, answerWithinMs: 1 },
      },
      ...{ struckNo: 2, struck: { from, to: from + LOST_MS }, before: BEFORE, afterFault: seen, atTheEnd: seen },
      ...{ diaries, troubles: noTroubles(), stored, verdict: verify(stored, diaries, keys), ...changes },
    }),
  );
}

function page(diaries: PlayerDiary[], seatNo: number, questionNo: number): QuestionDiary {
  const found = diaries.find((diary) => diary.seatNo === seatNo)?.questions[questionNo - 1];
  if (found === undefined) throw new Error('The sample has no such page');
  return found;
}

describe('a fault', () => {
  it('that cost nobody anything broke no promise', async () => {
    expect(await brokenAfter()).toEqual(LEFT_OUT);
  });

  it('that lost an answer is seen', async () => {
    const broken = await brokenAfter({ sql: 'DELETE FROM live_answer WHERE question_no = 2 AND seat_no = 3' });
    expect(broken).toContain('lost: 2');
  });

  it('whose time was not given back to the question is seen', async () => {
    const sql = `UPDATE live_question SET opens_at = opens_at - 1000 WHERE question_no = 2`;
    expect(await brokenAfter({ sql })).toContain('shortened: 1');
  });

  it('that counts as somebody’s thinking time is seen, though an opening that was told explains it', async () => {
    const sql = `UPDATE live_answer SET elapsed_ms = elapsed_ms + ${LOST_MS} WHERE question_no = 2 AND seat_no = 4`;
    const diary = (diaries: PlayerDiary[]) => Object.assign(page(diaries, 4, 2), { elapsedMs: 1_000 + LOST_MS });
    const broken = await brokenAfter({ sql, diary });
    expect(broken).toContain('shortened: 1');
    expect(broken.some((each) => /lost|wrongTimes/.test(each))).toBe(false);
  });

  it('after which an answer was refused for good is seen', async () => {
    const diary = (diaries: PlayerDiary[]) => Object.assign(page(diaries, 4, 1), { sentAt: 1, refusal: 'answer_late' });
    expect(await brokenAfter({ diary })).toEqual(LEFT_OUT);
    const late = (diaries: PlayerDiary[]) =>
      Object.assign(page(diaries, 1, 3), { ackedAt: null, refusal: 'answer_late' });
    rmSync(folder, { recursive: true });
    folder = mkdtempSync(join(tmpdir(), 'anquanli-faults-'));
    expect(await brokenAfter({ diary: late })).toContain('unanswered: 3');
  });

  it('that left a phone behind is seen, during the round and at its end, and so is one that was late', async () => {
    const behind = { backMs: null, leftBehind: ['the phone of seat 3 is offline'], truth: BEFORE };
    const late = { backMs: 5_001, leftBehind: [], truth: BEFORE };
    expect(await brokenAfter({ afterFault: late, atTheEnd: behind })).toContain('leftBehind: 2');
  });

  it.each([
    ['too late', { code: 'server_busy', tookMs: 2_500 }],
    ['in the wrong words', { code: 'internal', tookMs: 5 }],
  ])('of which a phone was told %s is seen', async (_how, word) => {
    const diary = (diaries: PlayerDiary[]) => void page(diaries, 2, 2).deferrals.push(word);
    expect(await brokenAfter({ diary })).toContain('badlyTold: 1');
  });

  it('of which nobody was told, though that was promised, is seen', async () => {
    const told = { code: 'server_busy', isSure: true } as const;
    const fault = { ...FAULT, promises: { ...FAULT.promises, told } };
    expect(await brokenAfter({ fault })).toContain('badlyTold: 1');
  });

  it('after which tabs of one person were told different things, or too few of them anything, is seen', async () => {
    const replies = (...said: string[]) => ({
      diary: (diaries: PlayerDiary[]) => void page(diaries, 2, 2).replies.push(...said),
    });
    const nine = Array<string>(9).fill('{"ok":true}');
    const results = [];
    for (const last of [['{"ok":true}'], ['{"ok":false}'], []]) {
      rmSync(folder, { recursive: true });
      folder = mkdtempSync(join(tmpdir(), 'anquanli-faults-'));
      results.push((await brokenAfter(replies(...nine, ...last))).includes('toldOtherwise: 1'));
    }
    expect(results).toEqual([false, true, true]);
  });
});
