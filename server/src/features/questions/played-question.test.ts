import { describe, expect, it } from '@jest/globals';
import { aSetOfAllKinds } from '../../../test/support/all-kinds.js';
import type { StoredMedia } from './questions.api.js';
import { rowsOf } from './release-rows.js';
import { questionAsPlayed, type Place } from './played-question.api.js';

const { set } = aSetOfAllKinds();
const media = new Map(
  set.media.map(({ id, mime, alt }): [string, StoredMedia] => [
    id,
    { sha256: 'ab'.repeat(32), mime, alt, width: 1_200, height: 800 },
  ]),
);
const stored = rowsOf(set, media).map(({ content }) => content);
const inRound = (kind: string, changes: Partial<Place> = {}) => {
  const question = stored.find(({ type }) => type === kind);
  if (!question) throw new Error(`no question of kind ${kind}`);
  return questionAsPlayed(question, { questionNo: 1, seed: 'seed', optionOrder: 'fixed', ...changes });
};

const STEPS = ['提起灭火器', '拔掉保险销', '握住喷管', '压下压把'];

describe('a question of a round', () => {
  it('has its pictures by their addresses, of the stem and of options', () => {
    const src = `/api/media/${'ab'.repeat(32)}`;
    expect(inRound('boolean').media).toEqual([{ src, alt: expect.any(String), width: 1_200, height: 800 }]);
    expect(inRound('single').options[0]?.media).toMatchObject({ src, alt: '黄色三角形' });
    expect(inRound('multiple').options[0]).not.toHaveProperty('media');
  });

  it('says how it is answered where options do not', () => {
    expect(['single', 'multiple', 'boolean', 'ordering'].map((kind) => inRound(kind).form)).toEqual(
      Array(4).fill(null),
    );
    expect(inRound('numeric').form).toEqual({ kind: 'numeric', unit: '%', decimals: 1 });
    expect(inRound('text').form).toEqual({ kind: 'text', blanks: 2 });
    // As many taps as there are places, right and wrong: it does not tell how many are right.
    expect(inRound('hotspot').form).toEqual({ kind: 'hotspot', mode: 'find-all', maxClicks: 5 });
  });

  it('has its steps and its places mixed even where options keep their order', () => {
    expect(inRound('multiple').options.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
    expect(inRound('ordering').options.map(({ text }) => text)).not.toEqual(STEPS);
    const seeds = Array.from({ length: 50 }, (_, seed) => inRound('hotspot', { seed: String(seed) }).options[0]?.text);
    expect(new Set(seeds).size).toBe(5);
  });

  it('knows the steps of an ordering by the names of the round alone', () => {
    const { options, key } = inRound('ordering');
    expect(options.map(({ id }) => id)).toEqual(['s1', 's2', 's3', 's4']);
    const order = key.kind === 'ordering' ? key.order : [];
    expect(order.map((id) => options.find((option) => option.id === id)?.text)).toEqual(STEPS);
  });

  it('knows the places of a picture by the names of the round alone', () => {
    const { options, key, decoys } = inRound('hotspot');
    expect(options.map(({ id }) => id)).toEqual(['p1', 'p2', 'p3', 'p4', 'p5']);
    const inKey = key.kind === 'hotspot' ? key.zones : [];
    expect([...inKey, ...decoys].map(({ id }) => id).sort()).toEqual(['p1', 'p2', 'p3', 'p4', 'p5']);
    expect(inKey.map(({ label }) => label)).toEqual(['出口前的货物', '破损的电缆', '没有固定的气瓶']);
    expect(inKey[1]).toMatchObject({ feedback: '外皮破损，铜线裸露。' });
  });

  it('is the same for ever', () => {
    for (const { type } of stored) expect(inRound(type)).toEqual(inRound(type));
  });
});
