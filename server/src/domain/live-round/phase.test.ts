import { PHASES, type Phase } from '@anquanli/contract/vocabulary';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aClosedState, anOpenState, aState, NINE } from '../../../test/support/a-round.js';
import {
  advance,
  autopilotMove,
  clockMove,
  MOVES,
  switchAutopilot,
  TRANSITIONS,
  type Move,
  type RoundState,
} from './phase.js';

const PAUSES = { closedMs: 2_000, revealMs: 8_000, leaderboardMs: 6_000 };
const LATER = NINE + 5_000;

/** A state of each phase in which every legal move of that phase is possible. */
const IN: Readonly<Record<Phase, RoundState>> = {
  lobby: aState(),
  question_open: anOpenState(),
  question_closed: aClosedState(),
  reveal: aClosedState({ phase: 'reveal' }),
  leaderboard: aClosedState({ phase: 'leaderboard' }),
  finished: aClosedState({ phase: 'finished' }),
  aborted: aClosedState({ phase: 'aborted' }),
};

/** Written out by hand on purpose: the table of the code is compared with what the product says. */
const LEGAL: Readonly<Record<Phase, Partial<Record<Move, Phase>>>> = {
  lobby: { open_next: 'question_open', abort: 'aborted' },
  question_open: { close: 'question_closed', add_time: 'question_open', skip: 'leaderboard', abort: 'aborted' },
  question_closed: { reveal: 'reveal', skip: 'leaderboard', abort: 'aborted' },
  reveal: {
    leaderboard: 'leaderboard',
    open_next: 'question_open',
    finish: 'finished',
    void: 'reveal',
    abort: 'aborted',
  },
  leaderboard: { open_next: 'question_open', finish: 'finished', void: 'leaderboard', abort: 'aborted' },
  finished: { void: 'finished' },
  aborted: {},
};

const everyPair = PHASES.flatMap((phase) => MOVES.map((move) => ({ phase, move, leadsTo: LEGAL[phase][move] })));
const after = (state: RoundState, move: Move, at = LATER, limitMs: number | null = 20_000): RoundState => {
  const moved = advance(state, move, at, limitMs);
  if (!moved.ok) throw new Error(`${state.phase} refused ${move}: ${moved.code}`);
  return moved.value;
};

describe('the table of transitions', () => {
  it('is the one the product describes', () => {
    expect(TRANSITIONS).toEqual(LEGAL);
  });

  it.each(everyPair.filter(({ leadsTo }) => leadsTo))(
    '$phase + $move leads to $leadsTo',
    ({ phase, move, leadsTo }) => {
      expect(after(IN[phase], move).phase).toBe(leadsTo);
    },
  );

  it.each(everyPair.filter(({ leadsTo }) => !leadsTo))(
    '$phase refuses $move and says where it is',
    ({ phase, move }) => {
      expect(advance(IN[phase], move, LATER, 20_000)).toEqual({ ok: false, code: 'wrong_phase', details: { phase } });
    },
  );

  it('leads out of every phase but the final two', () => {
    const isLeft = (phase: Phase) => Object.values(TRANSITIONS[phase]).some((next) => next !== phase);
    expect(PHASES.filter((phase) => !isLeft(phase))).toEqual(['finished', 'aborted']);
  });

  it('dates every change of phase, and neither added time nor a voided question', () => {
    for (const { phase, move, leadsTo } of everyPair) {
      if (!leadsTo) continue;
      const { phaseSince, autopilotFrom } = after(IN[phase], move);
      const isChange = leadsTo !== phase;
      expect([phase, move, phaseSince]).toEqual([phase, move, isChange ? LATER : IN[phase].phaseSince]);
      expect([phase, move, autopilotFrom]).toEqual([phase, move, isChange ? LATER : IN[phase].autopilotFrom]);
    }
  });
});

describe('opening a question', () => {
  it('sets opening and closing in one move: three seconds later, and the limit after that', () => {
    expect(after(aState(), 'open_next', NINE, 15_000)).toMatchObject({
      phase: 'question_open',
      questionNo: 1,
      opensAt: NINE + 3_000,
      closesAt: NINE + 18_000,
      limitMs: 15_000,
      acceptsUntil: null,
    });
  });

  it('has no closing instant while the host closes by hand', () => {
    expect(after(aState(), 'open_next', NINE, null)).toMatchObject({
      opensAt: NINE + 3_000,
      closesAt: null,
      limitMs: null,
    });
  });

  it('forgets the instants of the question before', () => {
    const next = after(aClosedState({ phase: 'leaderboard' }), 'open_next', NINE + 60_000, 20_000);
    expect(next).toMatchObject({ questionNo: 2, opensAt: NINE + 63_000, closesAt: NINE + 83_000, acceptsUntil: null });
  });

  it.each(['reveal', 'leaderboard'] as const)('is refused in %s after the last question', (phase) => {
    const last = aClosedState({ phase, questionNo: 3 });
    expect(advance(last, 'open_next', LATER, 20_000)).toEqual({ ok: false, code: 'no_more_questions' });
  });
});

describe('closing a question', () => {
  it('keeps the closing instant when the clock is late, so that nobody gets more time than others', () => {
    const { closesAt, acceptsUntil } = after(anOpenState(), 'close', NINE + 20_350);
    expect([closesAt, acceptsUntil]).toEqual([NINE + 20_000, NINE + 20_700]);
  });

  it('moves the closing instant to now when the host closes early', () => {
    const { closesAt, acceptsUntil, limitMs } = after(anOpenState(), 'close', NINE + 4_000);
    expect([closesAt, acceptsUntil, limitMs]).toEqual([NINE + 4_000, NINE + 4_700, 20_000]);
  });

  it('gives an untimed question its closing instant', () => {
    expect(after(anOpenState({ closesAt: null, limitMs: null }), 'close', NINE + 90_000)).toMatchObject({
      closesAt: NINE + 90_000,
      acceptsUntil: NINE + 90_700,
    });
  });

  it('is refused one millisecond before the opening, and possible at the opening', () => {
    expect(advance(anOpenState(), 'close', NINE - 1, null)).toMatchObject({ ok: false, code: 'wrong_phase' });
    expect(after(anOpenState(), 'close', NINE).closesAt).toBe(NINE);
  });

  it('never moves the closing instant later, whenever it happens', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300_000 }), fc.integer({ min: 5_000, max: 240_000 }), (late, limitMs) => {
        const open = anOpenState({ closesAt: NINE + limitMs, limitMs });
        const { closesAt, acceptsUntil } = after(open, 'close', NINE + late);
        expect(closesAt).toBe(NINE + Math.min(late, limitMs));
        expect(acceptsUntil).toBe((closesAt ?? 0) + 700);
      }),
    );
  });
});

describe('adding time', () => {
  it('moves the closing instant by ten seconds and leaves the T of the score alone', () => {
    const more = after(anOpenState(), 'add_time');
    expect(more).toEqual({ ...anOpenState(), closesAt: NINE + 30_000 });
    expect(after(more, 'add_time')).toMatchObject({ closesAt: NINE + 40_000, limitMs: 20_000 });
  });

  it('is possible during get ready and until the last millisecond, not at the closing instant', () => {
    expect(after(anOpenState(), 'add_time', NINE - 2_000).closesAt).toBe(NINE + 30_000);
    expect(after(anOpenState(), 'add_time', NINE + 19_999).closesAt).toBe(NINE + 30_000);
    expect(advance(anOpenState(), 'add_time', NINE + 20_000, null)).toMatchObject({ ok: false, code: 'wrong_phase' });
  });

  it('has no meaning where the host closes by hand', () => {
    expect(advance(anOpenState({ closesAt: null }), 'add_time', LATER, null)).toMatchObject({ code: 'wrong_phase' });
  });
});

describe('voiding a question', () => {
  it('changes nothing of the state: only results are computed again', () => {
    for (const phase of ['reveal', 'leaderboard', 'finished'] as const) {
      expect(after(IN[phase], 'void')).toEqual(IN[phase]);
    }
  });
});

describe('the autopilot', () => {
  it.each([
    ['question_closed', 'reveal', 2_000],
    ['reveal', 'leaderboard', 8_000],
    ['leaderboard', 'open_next', 6_000],
  ] as const)('moves from %s to %s after its pause', (phase, move, pause) => {
    expect(autopilotMove({ ...IN[phase], autopilot: 'running' }, PAUSES)).toEqual({ move, at: NINE + pause });
  });

  it('finishes after the board of the last question', () => {
    const last = { ...IN.leaderboard, questionNo: 3, autopilot: 'running' as const };
    expect(autopilotMove(last, PAUSES)).toEqual({ move: 'finish', at: NINE + 6_000 });
  });

  it.each(['lobby', 'question_open', 'finished', 'aborted'] as const)('has no move of its own in %s', (phase) => {
    expect(autopilotMove({ ...IN[phase], autopilot: 'running' }, PAUSES)).toBeNull();
  });

  it.each(['off', 'paused'] as const)('makes no move while it is %s', (autopilot) => {
    for (const phase of PHASES) expect(autopilotMove({ ...IN[phase], autopilot }, PAUSES)).toBeNull();
  });

  it('counts its pause anew from the moment it is switched on again', () => {
    const paused = switchAutopilot({ ...IN.reveal, autopilot: 'running' }, false, NINE + 3_000);
    expect(autopilotMove(paused, PAUSES)).toBeNull();
    const resumed = switchAutopilot(paused, true, NINE + 60_000);
    expect(clockMove(resumed, PAUSES)).toEqual({ move: 'leaderboard', at: NINE + 68_000 });
  });

  it('paused, never touches an open question: it closes at its time', () => {
    for (const autopilot of ['off', 'running', 'paused'] as const) {
      const open = anOpenState({ autopilot });
      expect(clockMove(open, PAUSES)).toEqual({ move: 'close', at: NINE + 20_000 });
      const { autopilot: _, autopilotFrom, ...rest } = switchAutopilot(open, false, LATER);
      expect({ ...open, autopilotFrom }).toMatchObject(rest);
      expect(clockMove(switchAutopilot(open, false, LATER), PAUSES)).toEqual({ move: 'close', at: NINE + 20_000 });
    }
  });

  it('leaves closing to the host where there is no limit', () => {
    expect(autopilotMove(anOpenState({ closesAt: null, autopilot: 'running' }), PAUSES)).toBeNull();
  });

  it('ends a round that nobody has moved for a day, with its board where there is one', () => {
    const endOf = (state: RoundState) =>
      clockMove({ ...state, autopilot: 'off', closesAt: null, phaseSince: NINE }, PAUSES);
    expect(endOf(IN.reveal)).toEqual({ move: 'finish', at: NINE + 86_400_000 });
    expect(endOf(IN.leaderboard)).toEqual({ move: 'finish', at: NINE + 86_400_000 });
    expect(endOf(IN.question_closed)).toEqual({ move: 'abort', at: NINE + 86_400_000 });
    expect(endOf(anOpenState({}))).toEqual({ move: 'abort', at: NINE + 86_400_000 });
    expect([endOf(IN.lobby), endOf(IN.finished), endOf(IN.aborted)]).toEqual([null, null, null]);
  });

  it('plays a whole round alone once the first question is open', () => {
    let state = after(aState({ autopilot: 'running' }), 'open_next', NINE, 20_000);
    const phases = [state.phase];
    for (let due = clockMove(state, PAUSES); due; due = clockMove(state, PAUSES)) {
      state = after(state, due.move, due.at, 20_000);
      phases.push(state.phase);
    }
    const question = ['question_open', 'question_closed', 'reveal', 'leaderboard'];
    expect(phases).toEqual([...question, ...question, ...question, 'finished']);
    expect(state.questionNo).toBe(3);
  });
});

describe('any sequence of orders', () => {
  it('keeps the round in order: numbers only rise, open questions have their instants, final stays final', () => {
    const order = fc.record({ move: fc.constantFrom(...MOVES), wait: fc.integer({ min: 0, max: 30_000 }) });
    fc.assert(
      fc.property(
        fc.array(order, { maxLength: 60 }),
        fc.option(fc.constant(20_000), { nil: null }),
        (orders, limitMs) => {
          let state = aState();
          let at = NINE;
          for (const { move, wait } of orders) {
            at += wait;
            const moved = advance(state, move, at, limitMs);
            if (!moved.ok) continue;
            const next = moved.value;
            expect(next.questionNo - state.questionNo).toBe(move === 'open_next' ? 1 : 0);
            expect(next.questionNo).toBeLessThanOrEqual(next.questionCount);
            if (next.phase === 'question_open') expect(next.opensAt).not.toBeNull();
            if (next.phase === 'question_closed') expect(next.acceptsUntil).toBe((next.closesAt ?? 0) + 700);
            if (state.phase === 'finished' || state.phase === 'aborted') expect(next.phase).toBe(state.phase);
            state = next;
          }
        },
      ),
    );
  });
});
