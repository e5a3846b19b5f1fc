import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anId, aBoolean, aSingle } from '../set-builder.js';
import type { Question } from '../schema.js';
import { findDuplicates } from './duplicates.js';
import { dice, gramIndex, GramTable } from './similarity.js';

const imported = (...questions: Question[]) =>
  questions.map((question, n) => ({ ref: `l${n}`, where: { line: n }, question, cells: [] }));
const STEM = '进入有限空间作业前应当先通风再检测后作业吗？';
const options = (...texts: string[]) => texts.map((text, n) => ({ id: 'abcdefghij'.charAt(n), text }));

describe('near-duplicates', () => {
  it('are found in the file and in the bank, whatever the punctuation', () => {
    const found = findDuplicates(
      imported(aBoolean({ stem: STEM }), aBoolean({ stem: STEM.replace('？', '。（  ）') })),
      [{ id: anId(9), stem: `${STEM}`, optionTexts: [] }],
    );
    expect(found).toEqual([
      { ref: 'l0', other: { questionId: anId(9) }, similarity: 1 },
      { ref: 'l1', other: { ref: 'l0' }, similarity: 1 },
      { ref: 'l1', other: { questionId: anId(9) }, similarity: 1 },
    ]);
  });

  it('are not the question itself, imported again', () => {
    const again = aBoolean({ id: anId(9), stem: STEM });
    expect(findDuplicates(imported(again), [{ id: anId(9), stem: STEM, optionTexts: [] }])).toEqual([]);
  });

  it('may differ in a few characters', () => {
    const [pair] = findDuplicates(
      imported(aBoolean({ stem: STEM }), aBoolean({ stem: STEM.replace('应当先', '应先') })),
      [],
    );
    expect(pair?.similarity).toBeGreaterThan(0.85);
    expect(pair?.similarity).toBeLessThan(1);
  });

  it('match weaker with other options below the same stem', () => {
    const same = aSingle({ stem: STEM, options: options('要通风', '不用通风') });
    const other = aSingle({ stem: STEM, options: options('戴安全帽', '系安全带') });
    const [pair] = findDuplicates(imported(same, other), []);
    expect(pair?.similarity).toBe(0.6);
  });

  it('are not all questions that ask which one is right', () => {
    const one = aSingle({ stem: '下列说法正确的是（ ）。', options: options('先断电', '后断电') });
    const other = aSingle({ stem: '下列说法正确的是（ ）。', options: options('戴安全帽', '系安全带') });
    expect(findDuplicates(imported(one, other), [])).toEqual([]);
  });

  it('are not questions about something else', () => {
    expect(
      findDuplicates(imported(aBoolean({ stem: STEM }), aBoolean({ stem: '灭火器应当每月检查一次压力表。' })), []),
    ).toEqual([]);
  });
});

it('finds every pair that comparing each with each finds', () => {
  const text = fc
    .array(fc.constantFrom(...'安全生产消防电气高处作业'), { minLength: 3, maxLength: 14 })
    .map((all) => all.join(''));
  fc.assert(
    fc.property(fc.array(text, { minLength: 2, maxLength: 25 }), (texts) => {
      const table = new GramTable();
      const grams = texts.map((each) => table.gramsOf(each));
      const index = gramIndex(grams, 0.85);
      for (const [a, one] of grams.entries()) {
        for (const [b, other] of grams.entries()) {
          if (a !== b && dice(one, other) >= 0.85) expect(index.similarTo(a)).toContain(b);
        }
      }
    }),
  );
});

it('compares 2,000 questions with 5,000 in a fraction of what each with each takes', () => {
  let seed = 1;
  const next = (below: number) => {
    seed = (Math.imul(seed, 48271) >>> 0) % 2147483647;
    return seed % below;
  };
  const words =
    '安全生产消防用电燃气高处作业空间动火吊装临时应急预案事故报告职业防护用品通道标志培训隐患排查治理责任制度操作规程检测通风监护审批许可危险化学特种设备压力容器触电灼伤坠落坍塌窒息中毒爆炸救援疏散撤离急救搬运按压呼吸'.match(
      /../gu,
    ) ?? [];
  const sentence = () => Array.from({ length: 12 }, () => words[next(words.length)] ?? '').join('');
  const known = Array.from({ length: 5_000 }, (_, n) => ({ id: anId(n), stem: sentence(), optionTexts: ['一', '二'] }));
  const questions = imported(...Array.from({ length: 2_000 }, () => aSingle({ stem: sentence() })));
  // Time on the processor, of both in one run: what else the machine does is not counted, nor how fast it is.
  const spent = (work: () => void) => {
    const before = process.cpuUsage();
    work();
    return process.cpuUsage(before).user;
  };
  const table = new GramTable();
  const texts = [...known, ...questions.map(({ question }) => question)].map(({ stem }) => table.gramsOf(stem));
  const sample = texts.slice(0, 20);
  const each = spent(() => sample.forEach((one) => texts.forEach((other) => dice(one, other))));
  const all = spent(() => void findDuplicates(questions, known));
  expect(all).toBeLessThan((each * questions.length) / sample.length / 10);
});
