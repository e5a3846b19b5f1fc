import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { deflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { aDocx, p } from '../formats/docx/docx-builder.js';
import { HEADER, workbookOf } from '../formats/table-builder.js';
import { importFile, type ImportProgress } from './import-file.js';
import type { ImportRequest, ImportResult } from './import-result.js';
import { importInWorker } from './in-worker.js';

/** Processor time and memory that the worst file may cost; what else the machine does is not the file's fault. */
const MAX_MS = 5_000;
const MAX_MB = 300;
const PATIENCE_MS = 60_000;

beforeAll(() => {
  // The worker is compiled code.
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  execFileSync(process.execPath, [tsc, '-b', new URL('../..', import.meta.url).pathname]);
}, 120_000);

const request = (bytes: Uint8Array, name = '题库'): ImportRequest => ({
  name,
  bytes,
  choices: {},
  context: { categories: [{ id: 'fire', title: '消防安全' }], sources: [], known: [] },
});

const codes = ({ problems }: ImportResult) => problems.map(({ code }) => code);

it('finds what importing in the same thread finds, and says how far it is', async () => {
  const one = request(strToU8('一、单选题\n1.火警电话是（B）\nA.110\nB.119\n'));
  const seen: ImportProgress['phase'][] = [];
  const result = await importInWorker(one, { report: ({ phase }) => seen.push(phase) });
  expect(result).toEqual(importFile(one));
  expect(result.questions).toHaveLength(1);
  expect(seen).toEqual(['reading', 'interpreting', 'comparing']);
});

it('ends a reading that takes too long, and one that nobody waits for any more', async () => {
  const text = strToU8(Array.from({ length: 2_000 }, (_, n) => `${n + 1}.问${n}（A）\nA.一\nB.二`).join('\n'));
  expect(codes(await importInWorker(request(text), { limitMs: 1 }))).toEqual(['too_slow']);
  expect(codes(await importInWorker(request(text), { signal: AbortSignal.abort() }))).toEqual(['too_slow']);
});

describe('an old workbook that is damaged', () => {
  const old = workbookOf({ 题库: [HEADER, ['怎么做？', '报警', '跑', '', '', 'A']] }, {}, 'xls');

  /** A label of this length, taken for a formula, is read for ever. */
  it('is given up when its reading does not end', async () => {
    const label = findRecord(old, 0x0204, 17);
    const bytes = Uint8Array.from(old);
    bytes.set([0x06, 0x00], label);
    expect(codes(await importInWorker(request(bytes), { limitMs: 2_000 }))).toEqual(['too_slow']);
  });

  it('is read or refused, whatever bytes have changed', async () => {
    const change = fc.tuple(fc.nat(old.length - 1), fc.nat(255));
    const damage = fc.tuple(
      fc.array(change, { minLength: 1, maxLength: 12 }),
      fc.option(fc.nat(old.length), { freq: 3 }),
    );
    await fc.assert(
      fc.asyncProperty(damage, async ([changes, end]) => {
        const bytes = Uint8Array.from(old);
        for (const [at, byte] of changes) bytes[at] = byte;
        const { problems } = await importInWorker(request(bytes.subarray(0, end ?? old.length)), { limitMs: 2_000 });
        expect(problems.map(({ code }) => code)).not.toContain('import_failed');
      }),
      { numRuns: 40 },
    );
  }, 300_000);
});

/** Where a record of the old format begins. */
function findRecord(bytes: Uint8Array, type: number, length: number): number {
  for (let at = 0; at + 4 < bytes.length; at += 1) {
    if (bytes[at] === (type & 0xff) && bytes[at + 1] === type >> 8 && bytes[at + 2] === length && bytes[at + 3] === 0)
      return at;
  }
  throw new Error('no such record');
}

describe('a hostile file costs neither seconds nor memory', () => {
  const files: readonly (readonly [string, () => Uint8Array, readonly string[]])[] = [
    ['a zip bomb', () => zipSync({ 'xl/workbook.xml': new Uint8Array(60e6) }, { level: 9 }), ['zip_too_large']],
    [
      'a zip bomb in a document',
      () => zipSync({ 'word/document.xml': new Uint8Array(21e6), 'word/styles.xml': new Uint8Array(21e6) }),
      ['zip_too_large'],
    ],
    ['100,000 rows', () => strToU8(`题干,答案\n${'甲乙丙丁,对\n'.repeat(100_000)}`), ['lines_too_many']],
    ['30,000 rows', () => strToU8(`题干,答案\n${'甲乙丙丁,对\n'.repeat(30_000)}`), ['rows_too_many']],
    ['90,000 questions', () => strToU8('1.甲（ ）\n'.repeat(90_000)), ['questions_too_many']],
    [
      'a document of 90,000 questions',
      () => aDocx({ body: Array.from({ length: 90_000 }, (_, n) => p(`${n}.甲（ ）`)).join('') }),
      ['questions_too_many'],
    ],
    ['a million brackets', () => strToU8('（'.repeat(1_600_000)), ['no_questions']],
    ['JSON a million deep', () => strToU8(`[{"a":${'['.repeat(4_000_000)}`), ['json_broken']],
    ['a long key', () => strToU8('1-5 ABCDE\n'.repeat(99_000)), ['no_questions']],
    ['more than may be uploaded', () => new Uint8Array(5 * 1024 * 1024 + 1), ['upload_too_large']],
    ['random bytes', () => deflateRawSync(strToU8('安全'.repeat(1_000)), { level: 1 }), ['not_text']],
  ];

  it.each(files)(
    '%s',
    async (_, bytesOf, expected) => {
      const file = request(bytesOf());
      const before = process.memoryUsage().rss;
      let highest = before;
      const watch = setInterval(() => (highest = Math.max(highest, process.memoryUsage().rss)), 20);
      const usageBefore = process.cpuUsage();
      const result = await importInWorker(file, { limitMs: PATIENCE_MS });
      clearInterval(watch);
      const tookMs = process.cpuUsage(usageBefore).user / 1000;
      const tookMb = (highest - before) / 1024 / 1024;
      expect(codes(result).slice(0, 1)).toEqual(expected);
      expect(tookMs).toBeLessThan(MAX_MS);
      expect(tookMb).toBeLessThan(MAX_MB);
    },
    120_000,
  );
});
