import { describe, expect, it } from '@jest/globals';
import { PHASES, type Phase } from '@anquanli/contract/vocabulary';
import { commandsFor, type CommandView, nextStep, type Offer } from './commands';

const OPENS_AT = 10_000;
const CLOSES_AT = 30_000;

function aView(phase: Phase, change: Partial<CommandView> = {}): CommandView {
  return {
    phase,
    questionNo: phase === 'lobby' ? 0 : 2,
    questionCount: 5,
    isDraining: false,
    joinOrigins: ['http://a', 'http://b'],
    question: phase === 'lobby' ? null : { opensAt: OPENS_AT, closesAt: CLOSES_AT },
    ...change,
  };
}

const allowed = (view: CommandView, now = 20_000): Offer[] => [...commandsFor(view, now).allowed].sort();

describe('commandsFor', () => {
  it.each<[Phase, string | null]>([
    ['lobby', 'open_next'],
    ['question_open', 'close'],
    ['question_closed', 'reveal'],
    ['reveal', 'leaderboard'],
    ['leaderboard', 'open_next'],
    ['finished', null],
    ['aborted', null],
  ])('leads on from %s with %s', (phase, primary) => {
    expect(commandsFor(aView(phase), 20_000).primary).toBe(primary);
  });

  it('leads from the last leaderboard to the podium', () => {
    const view = aView('leaderboard', { questionNo: 5 });
    expect(commandsFor(view, 20_000).primary).toBe('finish');
    expect(allowed(view)).not.toContain('open_next');
  });

  it('offers no jump to a next question after the last reveal', () => {
    expect(allowed(aView('reveal', { questionNo: 5 }))).not.toContain('open_next');
    expect(allowed(aView('reveal'))).toContain('open_next');
  });

  it('does not close a question that has not opened yet, but may skip it', () => {
    const view = aView('question_open');
    expect(commandsFor(view, OPENS_AT - 1).primary).toBeNull();
    expect(allowed(view, OPENS_AT - 1)).toContain('skip');
    expect(commandsFor(view, OPENS_AT).primary).toBe('close');
  });

  it('adds time only before the closing instant', () => {
    expect(allowed(aView('question_open'), CLOSES_AT - 1)).toContain('add_time');
    expect(allowed(aView('question_open'), CLOSES_AT)).not.toContain('add_time');
  });

  it('adds no time where the host closes by hand', () => {
    const view = aView('question_open', { question: { opensAt: OPENS_AT, closesAt: null } });
    expect(allowed(view)).not.toContain('add_time');
    expect(commandsFor(view, 20_000).primary).toBe('close');
  });

  it('waits with a second reveal while the last answers are collected', () => {
    const view = aView('question_closed', { isDraining: true });
    expect(commandsFor(view, 40_000).primary).toBeNull();
    expect(allowed(view)).toContain('abort');
  });

  it('lets a question be voided after its reveal and after the end, and at no other time', () => {
    const phases = PHASES.filter((phase) => allowed(aView(phase)).includes('void'));
    expect(phases).toEqual(['reveal', 'leaderboard', 'finished']);
  });

  it('orders nothing once a round is aborted', () => {
    expect(allowed(aView('aborted'))).toEqual([]);
  });

  it('offers no choice of address where there is only one', () => {
    expect(allowed(aView('lobby', { joinOrigins: [] }))).not.toContain('join_origin');
  });

  it('keeps abort within reach until the round is over', () => {
    for (const phase of PHASES) {
      expect(allowed(aView(phase)).includes('abort')).toBe(phase !== 'finished' && phase !== 'aborted');
    }
  });
});

describe('nextStep', () => {
  it('names the coming step even while it may not be ordered', () => {
    expect(nextStep(aView('question_closed', { isDraining: true }))).toBe('reveal');
  });
});
