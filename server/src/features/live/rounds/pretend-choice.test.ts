import { beforeAll, describe, expect, it } from '@jest/globals';
import { aSetOfAllKinds } from '../../../../test/support/all-kinds.js';
import { seededRandom } from '../../../domain/shared/random.js';
import { isChoiceFor, type PlayedQuestion } from '../../../domain/question/question.js';
import { shareRight } from '../../../domain/scoring/share-right.js';
import type { StoredMedia } from '../../questions/questions.api.js';
import { rowsOf } from '../../questions/release-rows.js';
import { anyChoice, rightChoice } from './pretend-choice.js';
import { questionAsPlayed } from '../../questions/played-question.api.js';

describe('pretend players', () => {
  let questions: PlayedQuestion[];

  beforeAll(() => {
    const { set } = aSetOfAllKinds();
    const media = new Map(
      set.media.map(({ id, mime, alt }): [string, StoredMedia] => [
        id,
        { sha256: id, mime, alt, width: 1_200, height: 800 },
      ]),
    );
    questions = rowsOf(set, media).map(({ content }, index) =>
      questionAsPlayed(content, { questionNo: index + 1, seed: 'seed', optionOrder: 'shuffled' }),
    );
  });

  it('who know give the right answer to every kind', () => {
    for (const question of questions) {
      const choice = rightChoice(question);
      const isPossible = isChoiceFor(question, choice);
      expect({ kind: question.kind, isPossible, share: shareRight(question, choice, 'exact') }).toEqual({
        ...{ kind: question.kind, isPossible: true, share: 1 },
      });
    }
  });

  it('who guess give a possible answer to every kind, and mostly a wrong one', () => {
    const random = seededRandom('guess');
    for (const question of questions) {
      const guesses = Array.from({ length: 100 }, () => anyChoice(question, random));
      expect(guesses.filter((guess) => !isChoiceFor(question, guess))).toEqual([]);
      const right = guesses.filter((guess) => shareRight(question, guess, 'exact') === 1).length;
      expect({ kind: question.kind, isMostlyWrong: right <= 70 }).toEqual({ kind: question.kind, isMostlyWrong: true });
    }
  });
});
