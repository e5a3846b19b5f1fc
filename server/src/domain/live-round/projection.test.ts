import { SharedPlayerView } from '@anquanli/contract/live';
import { HostView } from '@anquanli/contract/live-host';
import { SharedStageView } from '@anquanli/contract/live-stage';
import type { Zone } from '@anquanli/contract/question';
import { PHASES, QUESTION_KINDS, type Phase, type QuestionKind } from '@anquanli/contract/vocabulary';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aRoundQuestion, aSnapshot, aState, NINE } from '../../../test/support/a-round.js';
import { mixPlaces } from '../question/places.js';
import { mixSteps } from '../question/option-order.js';
import { hostView, playerView, rightShareOf, stageView } from './projection.js';
import type { RoundQuestion, RoundSnapshot } from './snapshot.js';

/** Words that stand in the secret parts of a question and nowhere else. */
const SECRETS = ['SECRET-KEY', 'SECRET-EXPLANATION', 'SECRET-CITATION', 'SECRET-REASON'];
/** Numbers that stand in keys and nowhere else: ranges, zones, tolerance. */
const SECRET_NUMBERS = /77777|88888|0\.0?777|0\.888/;
const PICTURE = { src: `/api/media/${'a1'.repeat(32)}`, alt: '一个仓库', width: 1_200, height: 800 };
const isOnAir = (phase: Phase) => phase === 'question_open' || phase === 'question_closed';

function aZone(id: string, changes: object = {}): Zone {
  const secret = { label: 'SECRET-KEY', feedback: 'SECRET-EXPLANATION' };
  return { id, ...secret, shape: 'rect', from: [0.777, 0.1], to: [0.888, 0.2], ...changes };
}

const KEYS = {
  single: { kind: 'single', option: 'SECRET-KEY' },
  multiple: { kind: 'multiple', options: ['SECRET-KEY', 'b'] },
  boolean: { kind: 'boolean', value: true },
  ordering: { kind: 'ordering', order: ['SECRET-KEY', 'a'] },
  numeric: { kind: 'numeric', accept: [{ min: 77_777, max: 88_888 }], unit: 'mm' },
  text: { kind: 'text', blanks: [['SECRET-KEY', '预防']], anyOrder: false },
  hotspot: { kind: 'hotspot', mode: 'find-all', zones: [aZone('p2')], tolerance: 0.0777 },
} satisfies Record<QuestionKind, RoundQuestion['key']>;

const FORMS: Partial<Record<QuestionKind, RoundQuestion['form']>> = {
  numeric: { kind: 'numeric', unit: 'mm', decimals: 1 },
  text: { kind: 'text', blanks: 1 },
  hotspot: { kind: 'hotspot', mode: 'find-all', maxClicks: 2 },
};

const questions = fc
  .record({
    kind: fc.constantFrom(...QUESTION_KINDS),
    isTold: fc.boolean(),
    right: fc.nat(40),
    isUntimed: fc.boolean(),
    isVoid: fc.boolean(),
  })
  .map(({ kind, isTold, right, isUntimed, isVoid }) =>
    aRoundQuestion({
      kind,
      key: KEYS[kind],
      form: FORMS[kind] ?? null,
      media: [PICTURE],
      decoys: kind === 'hotspot' ? [aZone('p1')] : [],
      explanation: 'SECRET-EXPLANATION',
      citations: [{ title: 'SECRET-CITATION', locator: null }],
      voidReason: isVoid ? 'SECRET-REASON' : null,
      status: isTold ? 'revealed' : 'open',
      opensAt: NINE,
      closesAt: isUntimed ? null : NINE + 20_000,
      limitMs: isUntimed ? null : 20_000,
      distribution: isTold ? { seats: 40, answered: 40, right, choices: [{ id: 'SECRET-KEY', count: right }] } : null,
    }),
  );

/** Any round in any phase, its questions full of secrets. */
const rounds = fc
  .record({
    phase: fc.constantFrom(...PHASES),
    questions: fc.array(questions, { minLength: 1, maxLength: 5 }),
    at: fc.nat(),
    phoneShows: fc.constantFrom('full' as const, 'buttons' as const),
    autopilot: fc.constantFrom('off' as const, 'running' as const, 'paused' as const),
    isLobbyLocked: fc.boolean(),
  })
  .map(({ phase, questions: drawn, at, phoneShows, autopilot, isLobbyLocked }): RoundSnapshot => {
    const questionNo = phase === 'lobby' ? 0 : (at % drawn.length) + 1;
    return aSnapshot({
      phoneShows,
      isLobbyLocked,
      state: aState({ phase, questionNo, questionCount: drawn.length, autopilot }),
      questions: drawn.map((question, index) => ({ ...question, questionNo: index + 1 })),
      board: [{ rank: 1, seatNo: 3, name: '张*三', points: 1_099, rightCount: 1, move: null }],
      ranked: 40,
    });
  });

const wrap = (view: unknown) => ({ roundId: 'r', version: 1, serverNow: NINE, view });

describe('before the reveal', () => {
  it.each([
    ['phones', playerView],
    ['the stage', stageView],
  ])('nothing that %s are sent tells the right answer, in any phase of any round', (_, viewFor) => {
    fc.assert(
      fc.property(rounds, (round) => {
        const sent = JSON.stringify(viewFor(round));
        if (round.state.phase === 'reveal') return;
        for (const secret of SECRETS) expect(sent).not.toContain(secret);
        expect(sent).not.toMatch(SECRET_NUMBERS);
        expect(sent).not.toMatch(/"(key|decoys|zones|explanation|citations|revelation|distribution|voidReason)"/);
      }),
      { numRuns: 500 },
    );
  });

  it('a picture on air is the same whichever of its places are right', () => {
    const places = ['r1', 'r2', 'r3', 'r4', 'r5'].map((id) => aZone(id, { label: `${id} 处` }));
    const onAir = (isRight: readonly boolean[], seed: string) => {
      const [right, wrong] = [true, false].map((side) => places.filter((_, index) => isRight[index] === side));
      const { options, zones, decoys } = mixPlaces(right ?? [], wrong ?? [], seed, 1);
      const key = { ...KEYS.hotspot, zones: [...zones] };
      const question = aRoundQuestion({
        kind: 'hotspot',
        options,
        key,
        decoys,
        form: FORMS.hotspot ?? null,
        media: [PICTURE],
      });
      const round = aSnapshot({ state: aState({ phase: 'question_open', questionNo: 1 }), questions: [question] });
      return JSON.stringify([playerView(round), playerView({ ...round, phoneShows: 'buttons' }), stageView(round)]);
    };
    const sides = fc.array(fc.boolean(), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(sides, sides, fc.string(), (one, other, seed) => {
        expect(onAir(one, seed)).toBe(onAir(other, seed));
      }),
    );
  });

  it('an ordering on air is the same whatever its right order is, and however its author laid and lettered its steps', () => {
    const texts = ['提起灭火器', '拔掉保险销', '握住喷管', '压下压把'];
    /** As imported: the steps stand and are lettered in the right order. */
    const lettered = (right: readonly string[]) => ({
      steps: right.map((text, index) => ({ id: 'abcd'.charAt(index), text })),
      order: ['a', 'b', 'c', 'd'],
    });
    /** The letters stay with the texts, the key alone says the order. */
    const keyed = (right: readonly string[]) => ({
      steps: texts.map((text, index) => ({ id: 'abcd'.charAt(index), text })),
      order: right.map((text) => 'abcd'.charAt(texts.indexOf(text))),
    });
    const inRound = ({ steps, order }: ReturnType<typeof keyed>, seed: string) => {
      const { options, rightOrder } = mixSteps(steps, order, seed, 1);
      return aRoundQuestion({ kind: 'ordering', options, key: { kind: 'ordering', order: rightOrder } });
    };
    const sent = (question: RoundQuestion) => {
      const round = aSnapshot({ state: aState({ phase: 'question_open', questionNo: 1 }), questions: [question] });
      return JSON.stringify([playerView(round), playerView({ ...round, phoneShows: 'buttons' }), stageView(round)]);
    };
    const shown = ({ options }: RoundQuestion) => options.map(({ text }) => text).join();
    const orders = fc.shuffledSubarray(texts, { minLength: texts.length });
    const ways = fc.constantFrom(lettered, keyed);
    fc.assert(
      fc.property(orders, orders, ways, ways, fc.string(), (right, otherRight, way, otherWay, seed) => {
        const [one, other] = [inRound(way(right), seed), inRound(otherWay(otherRight), seed)];
        // A right order is never shown: where the hall would see it, it sees the next draw.
        fc.pre(shown(one) !== otherRight.join() && shown(other) !== right.join());
        expect(sent(one)).toBe(sent(other));
      }),
      { numRuns: 500 },
    );
  });

  it('a question on air is the same for every key it might have', () => {
    const withKey = (option: string) =>
      aSnapshot({
        state: aState({ phase: 'question_open', questionNo: 1 }),
        questions: [aRoundQuestion({ key: { kind: 'single', option }, explanation: option, status: 'open' })],
      });
    expect(playerView(withKey('a'))).toEqual(playerView(withKey('b')));
    expect(stageView(withKey('a'))).toEqual(stageView(withKey('b')));
  });
});

describe('every view of any round', () => {
  it('is what the contract says, for phones, stage and host', () => {
    fc.assert(
      fc.property(rounds, (round) => {
        for (const [schema, view] of [
          [SharedPlayerView, wrap(playerView(round))],
          [SharedStageView, wrap(stageView(round))],
          [HostView, hostView(round)],
        ] as const) {
          const parsed = schema.safeParse(view);
          expect(parsed.error?.issues ?? []).toEqual([]);
          // The schema drops what it does not know: a field more than the contract names would be a leak.
          expect(parsed.data).toEqual(view);
        }
      }),
    );
  });
});

describe('on the phone', () => {
  const open = (phase: Phase, phoneShows: 'full' | 'buttons') =>
    playerView(aSnapshot({ phoneShows, state: aState({ phase, questionNo: 2 }) }));

  it.each(PHASES.filter(isOnAir))('the words are left out in %s where only the buttons are wanted', (phase) => {
    expect(open(phase, 'buttons')).toMatchObject({
      question: {
        stem: null,
        options: [
          { id: 'a', text: null },
          { id: 'b', text: null },
        ],
      },
    });
    expect(open(phase, 'full')).toMatchObject({
      question: { stem: '第一步做什么？', options: [{ text: '先通风' }, {}] },
    });
  });

  it('a picture to tap stays on the buttons alone, and so do the names of its places', () => {
    const options = [{ id: 'p1', text: '灭火器' }];
    const asked = (kind: QuestionKind) =>
      playerView(
        aSnapshot({
          phoneShows: 'buttons',
          state: aState({ phase: 'question_open', questionNo: 1 }),
          questions: [aRoundQuestion({ kind, options, form: FORMS[kind] ?? null, media: [PICTURE] })],
        }),
      );
    expect(asked('hotspot')).toMatchObject({ question: { stem: null, media: [PICTURE], options } });
    expect(asked('single')).toMatchObject({ question: { stem: null, media: [], options: [{ id: 'p1', text: null }] } });
    expect(asked('numeric')).toMatchObject({ question: { form: { unit: 'mm' } } });
  });

  it('the reveal shows the words in any case, for people want to learn', () => {
    expect(open('reveal', 'buttons')).toMatchObject({
      question: { stem: '第一步做什么？', options: [{ text: '先通风' }, { text: '先检测' }] },
      revelation: { key: { kind: 'single', option: 'b' }, explanation: '因为如此。' },
    });
  });

  it('nothing but the board comes after a skipped question', () => {
    const skipped = [aRoundQuestion({ status: 'skipped' })];
    const view = playerView(aSnapshot({ questions: skipped, state: aState({ phase: 'leaderboard', questionNo: 1 }) }));
    expect(view).toMatchObject({ phase: 'leaderboard', isSkipped: true });
    expect(view).not.toHaveProperty('revelation');
  });
});

describe('on the stage', () => {
  it('the reveal shows how the hall answered', () => {
    const distribution = { seats: 3, answered: 2, right: 1, choices: [{ id: 'a', count: 1 }] };
    const told = [aRoundQuestion({ status: 'revealed', distribution })];
    const state = aState({ phase: 'reveal', questionNo: 1 });
    expect(stageView(aSnapshot({ questions: told, state }))).toMatchObject({ distribution });
  });

  it('the board shows the share of right answers of a revealed question alone', () => {
    const distribution = { seats: 4, answered: 4, right: 1, choices: [] };
    const shareAfter = (status: RoundQuestion['status']) =>
      stageView(
        aSnapshot({
          questions: [aRoundQuestion({ status, distribution })],
          state: aState({ phase: 'leaderboard', questionNo: 1 }),
        }),
      );
    expect(shareAfter('revealed')).toMatchObject({ rightShare: 0.25 });
    expect(shareAfter('void')).toMatchObject({ rightShare: null });
    expect(shareAfter('skipped')).toMatchObject({ rightShare: null, isSkipped: true });
  });

  it('the address is short enough to type', () => {
    expect(stageView(aSnapshot())).toMatchObject({ joinHost: '192.168.1.7:3000' });
  });
});

describe('for the host', () => {
  it('all keys are there from the start, and no question is on air in the lobby', () => {
    const view = hostView(aSnapshot());
    expect(view.questions.map(({ revelation }) => revelation.key)).toEqual(
      Array(3).fill({ kind: 'single', option: 'b' }),
    );
    expect(view.question).toBeNull();
  });

  it('the next move of the autopilot is told while it flies', () => {
    const reveal = (autopilot: 'running' | 'paused') =>
      hostView(aSnapshot({ state: aState({ phase: 'reveal', questionNo: 1, autopilot }) })).autopilotMovesAt;
    expect([reveal('running'), reveal('paused')]).toEqual([NINE + 8_000, null]);
  });
});

it('the share of right answers is of all who could answer, and none where there was nobody', () => {
  const shareOf = (seats: number, right: number) =>
    rightShareOf(aRoundQuestion({ distribution: { seats, answered: right, right, choices: [] } }));
  expect([shareOf(8, 2), shareOf(0, 0), rightShareOf(aRoundQuestion())]).toEqual([0.25, null, null]);
});
