import { describe, expect, it } from '@jest/globals';
import { changedKey } from './key-change.js';
import { aHotspot, aMultiple, anOrdering, aSingle } from './set-builder.js';

type WithOptions = Pick<ReturnType<typeof aSingle>, 'options'>;

const reworded = ({ options }: WithOptions, texts: Readonly<Record<string, string>>) =>
  options.map((option) => ({ ...option, text: texts[option.id] ?? option.text }));
const pictured = ({ options }: WithOptions, media: Readonly<Record<string, string>>) =>
  options.map((option) => ({ ...option, media: media[option.id] }));

/** The hot-spot of tests with other labels, by id of the place. */
function labelled(labels: Readonly<Record<string, string>>) {
  const { answer } = aHotspot();
  const named = <P extends { id: string; label: string }>(places: readonly P[]) =>
    places.map((place) => ({ ...place, label: labels[place.id] ?? place.label }));
  return aHotspot({ answer: { ...answer, regions: named(answer.regions), decoys: named(answer.decoys ?? []) } });
}

describe('the key of an ordering', () => {
  const [a = '', b = ''] = anOrdering().options.map(({ text }) => text);

  it('is another when two texts trade places, or two pictures', () => {
    expect(changedKey(anOrdering(), anOrdering({ options: reworded(anOrdering(), { a: b, b: a }) }))).toBe(
      `“${a}” comes at another place`,
    );
    const before = anOrdering({ options: pictured(anOrdering(), { a: 'one', b: 'two' }) });
    const after = anOrdering({ options: pictured(anOrdering(), { a: 'two', b: 'one' }) });
    expect(changedKey(before, after)).toBe('“one” comes at another place');
  });

  it('is the same when a text is mended, or the options are listed in another way', () => {
    const { options } = anOrdering();
    expect(
      changedKey(anOrdering(), anOrdering({ options: reworded(anOrdering(), { a: '先盖上锅盖' }) })),
    ).toBeUndefined();
    expect(changedKey(anOrdering(), anOrdering({ options: reworded(anOrdering(), { a: ` ${a}。` }) }))).toBeUndefined();
    expect(changedKey(anOrdering(), anOrdering({ options: [...options].reverse() }))).toBeUndefined();
  });

  it('is not told by a picture that several steps have', () => {
    const before = anOrdering({ options: pictured(anOrdering(), { a: 'one', b: 'one', c: 'two' }) });
    expect(changedKey(before, anOrdering({ options: [...before.options].reverse() }))).toBeUndefined();
  });
});

describe('the key of a hot-spot', () => {
  it('is another when a right place and a wrong one trade names', () => {
    expect(changedKey(aHotspot(), labelled({ r1: '摆好的灭火器', d1: '洞口没有盖板' }))).toBe(
      '“洞口没有盖板” was right and is wrong',
    );
  });

  it('is another when a name that was wrong is right', () => {
    expect(changedKey(aHotspot(), labelled({ r1: '摆好的灭火器', d1: '配电箱' }))).toBe(
      '“摆好的灭火器” was wrong and is right',
    );
  });

  it('is another when there is another picture', () => {
    expect(changedKey(aHotspot(), aHotspot({ media: ['workshop'] }))).toBe('The picture changed');
  });

  it('is the same when a name is mended, or two right places trade names', () => {
    expect(changedKey(aHotspot(), labelled({ r1: '洞口没有盖好', d1: '灭火器' }))).toBeUndefined();
    expect(changedKey(aHotspot(), labelled({ r1: '没有系安全带', r2: '洞口没有盖板' }))).toBeUndefined();
  });
});

describe('the key of a choice', () => {
  it('is another when a right picture and a wrong one trade places', () => {
    const before = aSingle({ options: pictured(aSingle(), { a: 'one', b: 'two' }) });
    const after = aSingle({ options: pictured(aSingle(), { a: 'two', b: 'one' }) });
    expect(changedKey(before, after)).toBe('“one” was right and is wrong');
  });

  it('is the same when two right texts trade places, and when a picture comes to the stem', () => {
    const [a = '', , c = ''] = aMultiple().options.map(({ text }) => text);
    expect(changedKey(aMultiple(), aMultiple({ options: reworded(aMultiple(), { a: c, c: a }) }))).toBeUndefined();
    expect(changedKey(aSingle(), aSingle({ media: ['site'] }))).toBeUndefined();
  });
});
