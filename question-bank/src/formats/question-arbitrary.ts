import fc from 'fast-check';
import type { Question } from '../schema.js';

/** Random drafts for property-based tests: everything that a table can hold, and nothing that it cannot. */

const TRICKY = [
  '=1+1', '+86', '-5', '@all', "'=x", "'", 'A. 甲', 'B、乙', '（A）', '____', '（  ）', '①', '㎡', '，', '；', ';', '/', '|',
  '、', '\n', ' ', '　', '5%', '1,3', '12', 'TRUE', '对', '错误', '《消防法》', 'mg/m³', 'GB/T 1', '"', '[', '{', '& ', '< 3', '🔥', '#', '答案',
]; // prettier-ignore

const piece = fc.oneof(
  fc.constantFrom(...TRICKY),
  fc.string({ unit: 'grapheme-ascii', maxLength: 5 }),
  fc.constant('安全'),
);

/** What the rule on plain text refuses is not written by anybody's export. */
const UNFIT = /<\/?[a-z!]|&[a-z#][^;]*;|\]\(|\*\*|(?<!_)__(?!_)|`|_x00/iu;

function plain(max: number): fc.Arbitrary<string> {
  return fc
    .array(piece, { minLength: 1, maxLength: 6 })
    .map((pieces) => pieces.join('').trim().slice(0, max).trim())
    .filter((text) => [...text].length >= 2 && !UNFIT.test(text));
}

const options = fc
  .uniqueArray(plain(80), {
    minLength: 2,
    maxLength: 10,
    selector: (text) =>
      text
        .normalize('NFKC')
        .toLowerCase()
        .replace(/\s+/gu, '')
        .replace(/[。.;,、!]+$/u, ''),
  })
  .map((texts) => texts.map((text, n) => ({ id: String.fromCharCode(97 + n), text })));

const citation = fc.record(
  {
    source: fc.constantFrom('aqscf-2021', 'xff-2021'),
    locator: fc.oneof(fc.constantFrom('第二十条', '第六十条第（一）项', '5.2'), plain(40)),
    checkedOn: fc.constantFrom('2026-11-23', '2026-01-02'),
  },
  { requiredKeys: ['source'] },
);

const common = fc.record(
  {
    id: fc.constant(`q_${'0'.repeat(26)}`),
    rev: fc.constant(1),
    status: fc.constant('draft' as const),
    stem: plain(200),
    explanation: plain(200),
    difficulty: fc.integer({ min: 1, max: 5 }),
    category: fc.constantFrom('law', 'fire'),
    tags: fc.uniqueArray(plain(24), { minLength: 1, maxLength: 5 }),
    timeLimitSec: fc.integer({ min: 5, max: 600 }),
    citations: fc.array(citation, { maxLength: 3 }),
  },
  { requiredKeys: ['id', 'rev', 'status', 'stem', 'difficulty', 'category', 'citations'] },
);

const number = fc.integer({ min: -100_000, max: 100_000 }).map((n) => n / 100);
const range = fc.tuple(number, number).map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) }));
const share = fc.integer({ min: 0, max: 100 }).map((n) => n / 100);

const keyed: fc.Arbitrary<object> = fc.oneof(
  options.chain((list) =>
    fc.record({
      type: fc.constant('single'),
      options: fc.constant(list),
      answer: fc.record({ option: fc.constantFrom(...list.map(({ id }) => id)) }),
    }),
  ),
  options.chain((list) =>
    fc.record({
      type: fc.constant('multiple'),
      options: fc.constant(list),
      answer: fc.record(
        {
          options: fc.subarray(
            list.map(({ id }) => id),
            { minLength: 1, maxLength: list.length - 1 },
          ),
          scoring: fc.constantFrom('exact', 'partial-no-wrong'),
        },
        { requiredKeys: ['options'] },
      ),
    }),
  ),
  options.chain((list) =>
    fc.record({
      type: fc.constant('ordering'),
      options: fc.constant(list),
      answer: fc.record(
        {
          order: fc.shuffledSubarray(
            list.map(({ id }) => id),
            { minLength: list.length, maxLength: list.length },
          ),
          scoring: fc.constantFrom('exact', 'adjacent-pairs'),
        },
        { requiredKeys: ['order'] },
      ),
    }),
  ),
  fc.record({ type: fc.constant('boolean'), answer: fc.record({ value: fc.boolean() }) }),
  fc.record({
    type: fc.constant('numeric'),
    answer: fc.record(
      {
        accept: fc.array(range, { minLength: 1, maxLength: 5 }),
        unit: fc.constantFrom('米', '%', 'm³/h', '℃'),
        decimals: fc.integer({ min: 0, max: 6 }),
      },
      { requiredKeys: ['accept'] },
    ),
  }),
  fc.record({
    type: fc.constant('text'),
    answer: fc.record(
      {
        blanks: fc.array(fc.record({ accept: fc.array(plain(40), { minLength: 1, maxLength: 3 }) }), {
          minLength: 1,
          maxLength: 6,
        }),
        anyOrder: fc.constant(true),
      },
      { requiredKeys: ['blanks'] },
    ),
  }),
  fc.record({
    type: fc.constant('hotspot'),
    media: fc.constant(['site']),
    answer: fc.record({
      mode: fc.constantFrom('find-one', 'find-all'),
      regions: fc
        .uniqueArray(plain(30), { minLength: 1, maxLength: 3, selector: (label) => label.replace(/\W/gu, '') })
        .chain((labels) =>
          fc.tuple(
            ...labels.map((label, n) =>
              fc.record({
                id: fc.constant(`r${n}`),
                label: fc.constant(label),
                shape: fc.constant('circle'),
                center: fc.tuple(share, share),
                r: fc.constant(0.1),
              }),
            ),
          ),
        ),
    }),
  }),
);

/** A draft of any kind. */
export const aDraft: fc.Arbitrary<Question> = fc
  .tuple(common, keyed)
  .map(([texts, key]) => ({ ...texts, ...key }) as Question);
