import { Choice } from '@anquanli/contract/question';
import { MULTIPLE_SCORINGS } from '@anquanli/contract/vocabulary';
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { countedIds, distributionOf } from '../../src/domain/question/distribution.js';
import { CHOICE_CHARS, keptChoice } from '../../src/domain/question/kept-choice.js';
import { isChoiceFor } from '../../src/domain/question/question.js';
import { shareRight } from '../../src/domain/scoring/share-right.js';
import { questionAsPlayed } from '../../src/features/questions/played-question.api.js';
import { rowsOf } from '../../src/features/questions/release-rows.js';
import type { StoredMedia } from '../../src/features/questions/questions.api.js';
import { aSetOfAllKinds } from '../support/all-kinds.js';

const { set } = aSetOfAllKinds();
const size = { width: 1_200, height: 800 };
const media = new Map(
  set.media.map(({ id, mime, alt }): [string, StoredMedia] => [id, { sha256: 'ab'.repeat(32), mime, alt, ...size }]),
);
const questions = rowsOf(set, media).map(({ content }, index) =>
  questionAsPlayed(content, { questionNo: index + 1, seed: 'seed', optionOrder: 'shuffled' }),
);

const id = fc.constantFrom<string>('a', 'b', 'c', 'd', 'e', 'p1', 'p2', 'p3', 'p4', 'p5', 'zzzzzzzz');
const ids = fc.array(id, { maxLength: 8 });
const steps = fc.shuffledSubarray(['s1', 's2', 's3', 's4']);
const share = fc.double({ min: 0, max: 1, noNaN: true });
/** Anything that the contract takes, whether it fits a question or not. */
const choices = fc
  .oneof(
    fc.record({ kind: fc.constant('single'), option: id }),
    fc.record({ kind: fc.constant('multiple'), options: ids }),
    fc.record({ kind: fc.constant('boolean'), value: fc.boolean() }),
    fc.record({ kind: fc.constant('ordering'), order: fc.oneof(steps, ids) }),
    fc.record({ kind: fc.constant('numeric'), value: fc.double({ min: -1e9, max: 1e9, noNaN: true }) }),
    fc.record({ kind: fc.constant('numeric'), value: fc.integer({ min: 0, max: 400 }).map((tenths) => tenths / 10) }),
    fc.record({
      kind: fc.constant('text'),
      blanks: fc.array(fc.string({ unit: 'binary', maxLength: 30 }), { maxLength: 6 }),
    }),
    fc.record({
      kind: fc.constant('hotspot'),
      points: fc.array(fc.tuple(share, share), { maxLength: 6 }),
      places: ids,
    }),
  )
  .filter((each): each is Choice => Choice.safeParse(each).success);

it('any choice that the contract takes is refused or scored, counted and kept, for a question of any kind', () => {
  fc.assert(
    fc.property(choices, fc.constantFrom(...questions), (choice, question) => {
      if (!isChoiceFor(question, choice)) return;
      const kept = keptChoice(choice, question.form);
      expect(Choice.safeParse(kept).data).toEqual(kept);
      expect(isChoiceFor(question, kept)).toBe(true);
      expect(JSON.stringify(kept).length).toBeLessThanOrEqual(CHOICE_CHARS);
      const [exact = -1, partial = -1] = MULTIPLE_SCORINGS.map((scoring) => shareRight(question, kept, scoring));
      expect([0, 1]).toContain(exact);
      expect(partial).toBeGreaterThanOrEqual(exact);
      expect(partial).toBeLessThanOrEqual(1);
      expect(partial === 1).toBe(exact === 1);
      const told = distributionOf(question, [kept], { seats: 1, right: exact });
      expect(new Set(countedIds(question, kept)).size).toBe(countedIds(question, kept).length);
      expect(told.choices.reduce((sum, { count }) => sum + count, 0)).toBe(countedIds(question, kept).length);
    }),
    { numRuns: 2_000 },
  );
});
