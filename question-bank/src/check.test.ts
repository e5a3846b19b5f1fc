import { describe, expect, it } from '@jest/globals';
import { checkForRelease, checkPlayable, checkSet } from './check.js';
import type { Question, QuestionSet } from './schema.js';
import {
  aBoolean,
  aHotspot,
  aMultiple,
  anId,
  aNumeric,
  anOrdering,
  aSingle,
  aText,
  everyKind,
  underCheck,
} from './set-builder.js';

const codes = (questions: Question[], changes: Partial<QuestionSet> = {}) =>
  checkSet(underCheck(questions, changes)).map(({ code }) => code);
const paths = (questions: Question[]) => checkSet(underCheck(questions)).map(({ where }) => where.path);
const readiness = (changes: Parameters<typeof aSingle>[0]) =>
  checkForRelease(underCheck([aSingle(changes)])).map(({ code }) => code);
const options = (...texts: string[]) => texts.map((text, n) => ({ id: 'abcdefghij'.charAt(n), text }));

it('finds nothing wrong with a sound set of every kind', () => {
  expect(checkForRelease(underCheck(everyKind()))).toEqual([]);
});

describe('identity', () => {
  it('wants question ids to be unique', () => {
    expect(codes([aSingle(), aBoolean()])).toEqual(['duplicate_id']);
    expect(codes([aSingle(), aBoolean({ id: anId(2) })])).toEqual([]);
  });

  it('wants option and region ids to be unique in their question', () => {
    const [first, ...others] = aSingle().options;
    expect(codes([aSingle({ options: [...(first ? [first] : []), ...others, { id: 'a', text: '别的' }] })])).toEqual([
      'duplicate_id',
    ]);
    const { answer } = aHotspot();
    const decoys = answer.decoys?.map((decoy) => ({ ...decoy, id: 'r1' })) ?? [];
    expect(codes([aHotspot({ answer: { ...answer, decoys } })])).toEqual(['duplicate_id']);
  });

  it('wants ids of categories to be unique', () => {
    const fire = { id: 'fire', title: '消防安全' };
    expect(codes([aSingle()], { categories: [fire, fire] })).toEqual(['duplicate_id']);
  });
});

describe('references', () => {
  it('wants the category, the source and the media to exist', () => {
    expect(codes([aSingle({ category: 'gas' })])).toEqual(['unknown_category']);
    expect(codes([aSingle({ citations: [{ source: 'nowhere' }] })])).toEqual(['unknown_source']);
    expect(codes([aSingle({ media: ['nothing'] })])).toEqual(['unknown_media']);
    expect(codes([aSingle({ media: ['site'] })])).toEqual([]);
  });

  it('looks for the media of options too', () => {
    const withMedia = aSingle().options.map((option) => ({ ...option, media: 'nothing' }));
    expect(new Set(codes([aSingle({ options: withMedia })]))).toEqual(new Set(['unknown_media']));
  });

  it('wants parents of categories to exist, without a circle', () => {
    expect(codes([aSingle()], { categories: [{ id: 'fire', title: '火', parent: 'nowhere' }] })).toEqual([
      'unknown_category',
    ]);
    const circle = [
      { id: 'fire', title: '火', parent: 'water' },
      { id: 'water', title: '水', parent: 'fire' },
    ];
    expect(codes([aSingle()], { categories: circle })).toEqual(['unknown_category', 'unknown_category']);
    expect(
      codes([aSingle()], {
        categories: [
          { id: 'fire', title: '火', parent: 'all' },
          { id: 'all', title: '全' },
        ],
      }),
    ).toEqual([]);
  });

  it('wants a superseded question to be kept and deprecated', () => {
    const deprecation = { since: '1.1.0', reason: 'wrong-key', replacedBy: anId(1) } as const;
    const newer = aSingle({ supersedes: [anId(2)] });
    expect(codes([newer])).toEqual(['unknown_question']);
    expect(codes([newer, aBoolean({ id: anId(2) })])).toEqual(['not_deprecated']);
    expect(codes([newer, aBoolean({ id: anId(2), status: 'deprecated', deprecation })])).toEqual([]);
    expect(codes([aBoolean({ status: 'retired', deprecation: { ...deprecation, replacedBy: anId(9) } })])).toEqual([
      'unknown_question',
    ]);
  });

  it('wants a reason exactly where a question is deprecated or retired', () => {
    expect(codes([aSingle({ status: 'deprecated' })])).toEqual(['deprecation_missing']);
    expect(codes([aSingle({ deprecation: { since: '1.0.0', reason: 'other' } })])).toEqual(['deprecation_unexpected']);
    expect(codes([aSingle({ status: 'retired', deprecation: { since: '1.0.0', reason: 'other' } })])).toEqual([]);
  });

  it('wants validity to run forwards', () => {
    expect(codes([aSingle({ validFrom: '2026-02-01', validTo: '2026-01-01' })])).toEqual(['validity_backwards']);
    expect(codes([aSingle({ validFrom: '2026-01-01', validTo: null })])).toEqual([]);
  });
});

describe('answers', () => {
  it('wants the key to name options that exist', () => {
    expect(codes([aSingle({ answer: { option: 'e' } })])).toEqual(['unknown_option']);
    expect(codes([aMultiple({ answer: { options: ['a', 'e'] } })])).toEqual(['unknown_option']);
  });

  it('wants an ordering to name every option once', () => {
    expect(codes([anOrdering({ answer: { order: ['a', 'b', 'c'] } })])).toEqual(['not_a_permutation']);
    expect(codes([anOrdering({ answer: { order: ['a', 'b', 'c', 'c'] } })])).toEqual(['not_a_permutation']);
    expect(codes([anOrdering({ answer: { order: ['d', 'c', 'b', 'a'] } })])).toEqual([]);
  });

  it('wants option texts that differ by more than width, case, space and a closing stop', () => {
    for (const [one, other] of [
      ['ABC', 'ａｂｃ'],
      ['1 米', '1米'],
      ['断电。', '断电'],
    ]) {
      expect(codes([aSingle({ options: options(one ?? '', other ?? '', '别的') })])).toEqual(['options_alike']);
    }
    expect(codes([aSingle({ options: options('1.5米', '15米', '±15米') })])).toEqual([]);
  });

  it('wants places of a picture to have labels that differ', () => {
    const { answer } = aHotspot();
    const decoys = answer.decoys?.map((decoy) => ({ ...decoy, label: '没有系安全带' })) ?? [];
    expect(codes([aHotspot({ answer: { ...answer, decoys } })])).toEqual(['options_alike']);
  });

  it('wants a multiple choice to have a wrong option and no option named twice', () => {
    expect(codes([aMultiple({ answer: { options: ['a', 'b', 'c', 'd'] } })])).toEqual(['no_wrong_option']);
    expect(codes([aMultiple({ answer: { options: ['a', 'a'] } })])).toEqual(['duplicate_id']);
  });

  it('wants ranges to run from the smaller to the larger number', () => {
    expect(codes([aNumeric({ answer: { accept: [{ min: 3, max: 2 }] } })])).toEqual(['range_backwards']);
    expect(codes([aNumeric({ answer: { accept: [{ min: 2, max: 3 }] } })])).toEqual([]);
  });
});

describe('what can be answered', () => {
  const ranged = (min: number, max: number, decimals?: number) =>
    aNumeric({ answer: { accept: [{ min, max }], ...(decimals !== undefined && { decimals }) } });

  it.each<[number, number, number | undefined]>([
    [2, 2, 0],
    [1.2, 2.8, 0],
    [0.1 + 0.2, 0.1 + 0.2, 1],
    [-0.4, 0.4, 0],
    [-1.9, -1.05, 1],
    [0.000001, 0.000001, undefined],
    [1e9, 1e9, 0],
    [36, 1e12, 0],
    [-1e12, 1e12, 6],
    // 1e9 itself
    [999_999_999.5, 1e12, 0],
  ])('finds a number from %d to %d with decimals %p', (min, max, decimals) => {
    expect(codes([ranged(min, max, decimals)])).toEqual([]);
  });

  it.each<[number, number, number | undefined]>([
    [19.5, 19.5, 0],
    [1.2, 1.8, 0],
    [-1.8, -1.2, 0],
    [0.11, 0.19, 1],
    [1e-7, 9e-7, undefined],
    [999_999_999.2, 999_999_999.8, 0],
  ])('finds none from %d to %d with decimals %p', (min, max, decimals) => {
    expect(codes([ranged(min, max, decimals)])).toEqual(['range_empty']);
  });

  it('wants every range to be within reach, and says which is not', () => {
    expect(codes([ranged(1e9 + 1, 1e10)])).toEqual(['range_out_of_reach']);
    expect(codes([ranged(-1e12, -1e10)])).toEqual(['range_out_of_reach']);
    const accept = [
      { min: 2, max: 2 },
      { min: 2.5, max: 2.5 },
    ];
    expect(paths([aNumeric({ answer: { accept, decimals: 0 } })])).toEqual(['answer.accept.1']);
  });

  it('wants every accepted writing of a blank to be more than stops and what nobody sees', () => {
    const blanks = [{ accept: ['119', '。'] }, { accept: [' ！', '预防'] }];
    expect(codes([aText({ answer: { blanks } })]).filter((code) => code === 'blank_empty')).toHaveLength(2);
    expect(codes([aText({ answer: { blanks: [{ accept: ['\u200B'] }] } })])).toContain('blank_empty');
    expect(paths([aText({ answer: { blanks: [{ accept: ['119', '。'] }] } })])).toEqual(['answer.blanks.0.accept.1']);
  });

  it('wants as many clicks as there are places to find', () => {
    const clicked = (maxClicks: number, mode: 'find-one' | 'find-all' = 'find-all') =>
      codes([aHotspot({ answer: { ...aHotspot().answer, mode, maxClicks } })]);
    expect(clicked(1)).toEqual(['clicks_few']);
    expect(clicked(2)).toEqual([]);
    expect(clicked(1, 'find-one')).toEqual([]);
  });

  it('wants wrong places to lie apart from right ones, as the picture shows them', () => {
    const [site = never()] = underCheck([]).set.media;
    const near = { id: 'd1', label: '摆好的灭火器', shape: 'circle', r: 0.01 } as const;
    const question = aHotspot({ answer: { ...aHotspot().answer, decoys: [{ ...near, center: [0.5, 0.58] }] } });
    expect(codes([question])).toEqual([]);
    expect(codes([question], { media: [{ ...site, width: 1000, height: 500 }] })).toEqual(['decoy_over_region']);
    const inside = { ...near, center: [0.15, 0.2] satisfies [number, number] };
    const answer = {
      ...aHotspot().answer,
      decoys: [...(aHotspot().answer.decoys ?? []), { ...inside, id: 'd2', label: '路锥' }],
    };
    expect(paths([aHotspot({ answer })])).toEqual(['answer.decoys.1']);
  });

  it('leaves alone what is over, and what was released', () => {
    const deprecation = { since: '1.1.0', reason: 'wrong-key' } as const;
    const unwinnable = ranged(19.5, 19.5, 0);
    expect(codes([{ ...unwinnable, status: 'deprecated', deprecation }])).toEqual([]);
    expect(checkPlayable(underCheck([unwinnable]))).toEqual([]);
  });
});

describe('plain text', () => {
  it.each([
    '<b>粗</b>',
    'a&nbsp;b',
    '**粗**',
    '[链接](http://a)',
    '零\u200B宽',
    '反\u202E向',
    '表\t格',
    '空\u00A0格',
    ' 开头',
    '结尾\n',
  ])('refuses %j', (text) => {
    expect(codes([aSingle({ explanation: text })])).toContain('not_plain_text');
  });

  it.each(['浓度<3%，且>1%', '第一行\n第二行', '（　）米', '①②③ ㎡ ℃', 'A & B', '2×3=6', '____', '____是____'])(
    'keeps %j',
    (text) => {
      expect(codes([aSingle({ explanation: text })])).toEqual([]);
    },
  );

  it('says in which text', () => {
    const options = aSingle().options.map((option, n) => (n === 2 ? { ...option, feedback: '<i>' } : option));
    expect(paths([aSingle({ options })])).toEqual(['options.2.feedback']);
    expect(paths([aSingle({ translations: { en: { stem: '<i>' } } })])).toEqual(['translations.en.stem']);
  });
});

describe('visible keys', () => {
  it.each([
    '油锅起火应当（ A ）。',
    '正确的有（ABC）',
    '油锅起火应当(A、C)。',
    '应当浇水。（√）',
    '应当浇水（错）',
    '怎么做？答案：盖锅盖',
  ])('finds the key printed in “%s”', (stem) => {
    expect(codes([aSingle({ stem })])).toEqual(['key_visible']);
  });

  it.each(['油锅起火应当（　）。', '噪声不应超过多少 dB(A)？', '哪类火灾可以用水扑救（单选）？'])(
    'keeps “%s”',
    (stem) => {
      expect(codes([aSingle({ stem })])).toEqual([]);
    },
  );

  it('finds the right option in the stem unless a wrong one is there too', () => {
    expect(codes([aSingle({ stem: '盖上锅盖并关火是灭油锅火的办法，对吗？' })])).toEqual(['key_visible']);
    expect(codes([aSingle({ stem: '盖上锅盖并关火，还是马上往锅里浇水？' })])).toEqual([]);
  });

  it('finds the accepted text, the number with its unit and the labelled place', () => {
    expect(codes([aText({ stem: '火警电话119是____。' })])).toEqual(['key_visible']);
    expect(codes([aNumeric({ stem: '2 米以上是高处作业，是几米？' })])).toEqual(['key_visible']);
    expect(codes([aNumeric({ stem: '12米处的作业，几米起算？' })])).toEqual([]);
    expect(codes([aHotspot({ stem: '谁没有系安全带？' })])).toEqual(['key_visible']);
  });

  it('looks into alternative texts and file names', () => {
    const media = (changes: object) => [{ ...(underCheck([]).set.media[0] ?? never()), ...changes }];
    expect(codes([aHotspot()], { media: media({ alt: '一个人没有系安全带' }) })).toEqual(['key_visible']);
    expect(codes([aHotspot()], { media: media({ path: 'media/site-answer-2.webp' }) })).toEqual(['key_visible']);
    expect(codes([aHotspot()], { media: media({ path: 'media/monkey-site.webp' }) })).toEqual([]);
  });
});

describe('sources', () => {
  const cited = (changes: object) => [{ ...(underCheck([]).set.sources[0] ?? never()), ...changes }];

  it.each([
    { status: 'repealed' },
    { status: 'amended' },
    { status: 'unknown' },
    { status: 'upcoming' },
    { effectiveFrom: '2026-11-24' },
    { effectiveTo: '2026-11-22' },
  ])('refuses a source with %j', (changes) => {
    expect(codes([aSingle()], { sources: cited(changes) })).toEqual(['source_not_in_force']);
  });

  it('accepts a source on its first and last day, and without known days', () => {
    expect(codes([aSingle()], { sources: cited({ effectiveFrom: '2026-11-23', effectiveTo: '2026-11-23' }) })).toEqual(
      [],
    );
    expect(codes([aSingle()], { sources: cited({ effectiveFrom: null }) })).toEqual([]);
  });

  it('lets deprecated questions keep their old source', () => {
    const old = aSingle({ status: 'deprecated', deprecation: { since: '1.0.0', reason: 'law-changed' } });
    expect(codes([old], { sources: cited({ status: 'repealed' }) })).toEqual([]);
  });

  it('allows three questions on one article and refuses the fourth', () => {
    const citing = (n: number, locator: string) =>
      aBoolean({ id: anId(n), citations: [{ source: 'xff-2021', locator }] });
    const three = [1, 2, 3].map((n) => citing(n, '第五条'));
    expect(codes(three)).toEqual([]);
    expect(codes([...three, citing(4, '第五条 ')])).toContain('source_overused');
    expect(codes([...three, citing(4, '第六条')])).toEqual([]);
  });
});

describe('balance', () => {
  const singles = (keys: string[], texts = ['一二', '三四', '五六', '七八']) =>
    keys.map((option, n) => aSingle({ id: anId(n + 1), options: options(...texts), answer: { option } }));
  const even = Array.from({ length: 20 }, (_, n) => 'abcd'.charAt(n % 4));

  it('lets no letter be right in more than 35 % of the four-option singles', () => {
    expect(codes(singles(even))).toEqual([]);
    const seven = ['a', 'a', ...even.slice(0, -2)];
    expect(seven.filter((key) => key === 'a')).toHaveLength(7);
    expect(codes(singles(seven))).toEqual([]);
    expect(codes(singles(['a', ...seven.slice(0, -1)]))).toEqual(['key_position_unbalanced']);
  });

  it('says nothing about shares of few questions', () => {
    expect(codes(singles(even.slice(1).map(() => 'a')))).toEqual([]);
  });

  it('does not let the right option stand out by its length', () => {
    expect(codes(singles(even.map((_, n) => 'abcd'.charAt(n % 4))).map((q, n) => longRight(q, n < 8)))).toEqual([]);
    expect(codes(singles(even).map((q, n) => longRight(q, n < 9)))).toEqual(['key_is_longest']);
  });

  function longRight(question: ReturnType<typeof aSingle>, isLong: boolean) {
    if (!isLong) return question;
    const text = '一个长出许多的选项';
    return {
      ...question,
      options: question.options.map((option) => (option.id === question.answer.option ? { ...option, text } : option)),
    };
  }
});

describe('readiness for release', () => {
  const sourceText = { kind: 'source-text', on: '2026-11-23', result: 'agrees' } as const;
  const independent = { kind: 'independent-answer', on: '2026-11-23', result: 'agrees' } as const;

  it('wants an explanation and a citation', () => {
    expect(readiness({ explanation: undefined })).toEqual(['explanation_missing']);
    expect(readiness({ citations: [] })).toEqual(['citation_missing']);
  });

  it('wants a blind answer and a comparison with the source', () => {
    expect(readiness({ checks: undefined })).toEqual(['check_missing', 'check_missing']);
    expect(readiness({ checks: [sourceText] })).toEqual(['check_missing']);
    expect(readiness({ checks: [independent] })).toEqual(['check_missing']);
    expect(readiness({ checks: [independent, { ...sourceText, kind: 'expert-review' }] })).toEqual(['check_missing']);
    expect(readiness({ checks: [sourceText, independent] })).toEqual([]);
  });

  it('wants a fact-sheet check to name its entry', () => {
    expect(readiness({ checks: [independent, { ...sourceText, kind: 'fact-sheet' }] })).toEqual(['fact_unnamed']);
    expect(readiness({ checks: [independent, { ...sourceText, kind: 'fact-sheet', note: 'F12' }] })).toEqual([]);
  });

  it('refuses a disagreement until a later check of that kind agrees', () => {
    const disagrees = { ...independent, result: 'disagrees' } as const;
    expect(readiness({ checks: [sourceText, disagrees] })).toEqual(['check_missing', 'check_disagrees']);
    expect(readiness({ checks: [sourceText, disagrees, { ...independent, on: '2026-11-24' }] })).toEqual([]);
    expect(readiness({ checks: [sourceText, independent, { ...disagrees, on: '2026-11-24' }] })).toEqual([
      'check_disagrees',
    ]);
  });

  it('asks nothing of drafts', () => {
    expect(readiness({ status: 'draft', explanation: undefined, citations: [], checks: undefined })).toEqual([]);
  });
});

it('asks of released sets only what playing needs', () => {
  const old = underCheck([aSingle({ supersedes: [anId(9)], stem: '（A）' })]);
  expect(checkPlayable(old)).toEqual([]);
  expect(checkPlayable(underCheck([aSingle({ answer: { option: 'z' } })]))).toHaveLength(1);
});

function never(): never {
  throw new Error('The builder has one of each');
}
