import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { boardName, cleanName, fullName, maskName, nameKey } from './name.js';

const cleaned = (typed: string) => {
  const name = cleanName(typed);
  return name.ok ? name.value : name.code;
};
const REFUSED = 'name_invalid';

describe('a name', () => {
  it.each([
    ['three characters', '张小三', '张小三'],
    ['two characters', '张三', '张三'],
    ['a single one', '李', '李'],
    ['a dot between the parts', '阿依古丽·买买提', '阿依古丽·买买提'],
    ['a rare character outside the basic plane', '𠮷野家', '𠮷野家'],
    ['letters and numbers', 'Team 7 (A组)', 'Team 7 (A组)'],
    ['spaces around and between', '  Anna \t  Smith\n', 'Anna Smith'],
    ['a full-width space', '张　三', '张 三'],
    ['an emoji', '😀', '😀'],
    ['a flag', '🇨🇳', '🇨🇳'],
    ['an emoji with a skin', '👍🏽', '👍🏽'],
    ['letters with their marks', 'Zoë Nguyễn', 'Zoë Nguyễn'],
    ['a letter and its mark typed apart', 'Zoe\u0308', 'Zoë'],
  ])('with %s is fine', (_, typed, expected) => {
    expect(cleaned(typed)).toBe(expected);
  });

  it.each([
    ['a bidi override', '张\u202e三', '张三'],
    ['bidi isolates', '\u2066张三\u2069', '张三'],
    ['a left-to-right mark', '张\u200e三', '张三'],
    ['a zero-width space', '张\u200b三', '张三'],
    ['a zero-width joiner', '张\u200d三', '张三'],
    ['a zero-width no-break space', '张\ufeff三', '张三'],
    ['a word joiner', '张\u2060三', '张三'],
    ['a soft hyphen', '张\u00ad三', '张三'],
    ['a control character', '张\u0007三', '张三'],
    ['a Hangul filler', '张\u3164三', '张三'],
    ['an empty braille cell', '张\u2800三', '张三'],
    ['a private character', '张\ue000三', '张三'],
    ['what stood between a letter and its mark', 'Zoe\u200b\u0308', 'Zo\u00eb'],
    ['half a surrogate pair', '张\ud83d三', '张三'],
    ['invisible characters around a space', '张\u200b \u200b三', '张 三'],
  ])('loses %s', (_, typed, expected) => {
    expect(cleaned(typed)).toBe(expected);
  });

  it.each([
    ['nothing', ''],
    ['spaces', ' \t　 '],
    ['zero-width characters', '\u200b\u200d\ufeff'],
    ['an empty braille cell', '\u2800'],
    ['fillers', '\u3164\u115f\uffa0'],
    ['a mark without a letter', '\u0301'],
  ])('of %s alone is refused, with the bounds', (_, typed) => {
    expect(cleanName(typed)).toEqual({
      ok: false,
      code: REFUSED,
      details: { path: 'name', minimum: 1, maximum: 20 },
    });
  });

  it('has at most twenty graphemes, whatever they are made of', () => {
    for (const grapheme of ['张', '𠮷', 'e\u0301', '👍🏽', '🇨🇳', 'न\u093f']) {
      expect(cleaned(grapheme.repeat(20))).toBe(grapheme.repeat(20).normalize('NFC'));
      expect(cleaned(grapheme.repeat(21))).toBe(REFUSED);
    }
  });

  it('carries no tower of marks into other people’s lines', () => {
    expect(cleaned(`Z${'\u0300'.repeat(40)}ed`)).toBe(`Z${'\u0300'.repeat(3)}ed`);
    expect(cleaned(`a${'\u0300\u0323'.repeat(9)}`).length).toBeLessThanOrEqual(4);
  });

  it('fits its column, however one grapheme is stretched', () => {
    // Conjoining consonants are one grapheme each, as many as one likes, and some grow when composed.
    for (const typed of ['\u1100'.repeat(200), '\u0958\u094d'.repeat(100), '\ufb2c'.repeat(20)]) {
      expect(cleaned(typed).length).toBeLessThanOrEqual(200);
    }
  });

  it('once cleaned stays as it is, shows something, and hides nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
        const name = cleanName(typed);
        if (!name.ok) return;
        expect(cleanName(name.value)).toEqual(name);
        expect(name.value).toMatch(/[\p{L}\p{N}\p{S}\p{P}]/u);
        expect(name.value).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|^\s|\s$/u);
        expect(nameKey(name.value).length).toBeLessThanOrEqual(200);
      }),
      { numRuns: 500 },
    );
  });
});

describe('equal names', () => {
  it.each([
    ['width', 'ＡＢＣ１２３', 'abc123'],
    ['case', 'Anna', 'ANNA'],
    ['compatibility forms', '㈱', '(株)'],
    ['composition', 'Zo\u00eb', 'Zoe\u0308'],
  ])('differ only in %s', (_, one, other) => {
    expect(nameKey(cleaned(one))).toBe(nameKey(cleaned(other)));
  });

  it('are not those that merely look alike to a machine', () => {
    expect(nameKey('张三')).not.toBe(nameKey('张山'));
    expect(nameKey('张 三')).not.toBe(nameKey('张三'));
  });

  it('have keys that fit their column, also where one character stands for a sentence', () => {
    expect(cleaned('\ufdfa'.repeat(20))).toBe('\ufdfa'.repeat(20));
    expect(nameKey('\ufdfa'.repeat(20)).length).toBeLessThanOrEqual(200);
  });
});

describe('a masked name', () => {
  it.each([
    ['张三', '张*'],
    ['张小三', '张*三'],
    ['欧阳小明', '欧*明'],
    ['李', '李*'],
    ['Anna Smith', 'A*h'],
    ['𠮷野家', '𠮷*家'],
    ['👍🏽🇨🇳😀', '👍🏽*😀'],
  ])('of %s is %s', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });
});

describe('the name of a seat', () => {
  const seat = { seatNo: 7, name: '张小三', isNameShared: false, isNameHidden: false };
  const shared = { ...seat, isNameShared: true };

  it('in full tells people of the same name apart by their seat', () => {
    expect([fullName(seat), fullName(shared)]).toEqual(['张小三', '张小三 #7']);
  });

  it('on the board is full, masked or hidden, as the round wants it', () => {
    expect((['full', 'masked', 'hidden'] as const).map((display) => boardName(seat, display))).toEqual([
      '张小三',
      '张*三',
      '#7',
    ]);
    expect((['full', 'masked', 'hidden'] as const).map((display) => boardName(shared, display))).toEqual([
      '张小三 #7',
      '张*三 #7',
      '#7',
    ]);
  });

  it('that the host has hidden shows the seat alone, whatever the round wants', () => {
    for (const display of ['full', 'masked', 'hidden'] as const) {
      expect(boardName({ ...shared, isNameHidden: true }, display)).toBe('#7');
    }
  });
});
