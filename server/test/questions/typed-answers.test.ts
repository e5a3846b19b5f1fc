import { normalise } from '@anquanli/question-bank/normalise.js';
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { normaliseAnswer } from '../../src/domain/question/normalise-answer.js';

const TEXTS = [
  ...[
    '',
    ' ',
    '预防',
    ' 预 防 ',
    '预防。',
    '预防．',
    '预防;；,，、!！',
    '。预防',
    '预。防',
    'GB 30871－2022',
    'ｇｂ３０８７１',
  ],
  ...[
    '19.5%',
    '１９．５％',
    '①',
    'ﬁre',
    '㎡',
    'Ⅳ',
    'İ',
    'ß',
    'Σς',
    '\u3000全角\u3000',
    'a\u00a0b',
    'a\u200bb',
    '\ufeffab',
    'a\u00adb',
    'ab。\u200d',
    '\u2066ab\u2069',
    'e\u200b\u0301',
    '\ud83d\u200b\udd25',
    '\u200b',
    '🔥',
    '\ud800',
  ],
];

it('typed answers are compared by the rule by which the bank tells texts apart', () => {
  for (const text of TEXTS) expect([text, normaliseAnswer(text)]).toEqual([text, normalise(text)]);
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => normaliseAnswer(text) === normalise(text)));
});

it('typed answers do not differ by what nobody sees, width, case, white space or a closing stop', () => {
  const ways = [
    'GB30871',
    'gb 30871',
    'ＧＢ３０８７１',
    ' GB　30871。',
    'Gb30871!',
    '\ufeffGB\u200b308\u00ad71。\u200b',
  ];
  expect(new Set(ways.map(normaliseAnswer))).toEqual(new Set(['gb30871']));
});
