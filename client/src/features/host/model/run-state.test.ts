import { describe, expect, it } from '@jest/globals';
import type { HostView, SharedHostView } from '@anquanli/contract/live-host';
import { newerViewDueAt, NOTHING_KNOWN, withNews } from './run-state';

function aView(version: number, change: Partial<HostView> = {}): SharedHostView {
  const view: HostView = {
    phase: 'lobby',
    title: '现场答题',
    questionCount: 3,
    questionNo: 0,
    phaseSince: 0,
    pin: '428613',
    joinUrl: 'http://hall.test/j/abc',
    joinOrigins: [],
    stageCode: 'ABCD2345',
    isLobbyLocked: false,
    isRehearsal: false,
    autopilot: 'off',
    autopilotMovesAt: null,
    isDraining: false,
    question: null,
    distribution: null,
    board: [],
    ranked: 0,
    statistics: null,
    questions: [],
    ...change,
  };
  return { roundId: 'r', version, serverNow: 1_000, view };
}

describe('withNews', () => {
  it('keeps the newest version whatever the order of arrival', () => {
    const newer = withNews(NOTHING_KNOWN, { type: 'view', shared: aView(5) });
    expect(withNews(newer, { type: 'view', shared: aView(4) }).shared?.version).toBe(5);
    expect(withNews(newer, { type: 'view', shared: aView(6) }).shared?.version).toBe(6);
  });

  it('replaces a view of the same version', () => {
    const first = withNews(NOTHING_KNOWN, { type: 'view', shared: aView(5) });
    const again = withNews(first, { type: 'view', shared: aView(5, { isDraining: true }) });
    expect(again.shared?.view.isDraining).toBe(true);
  });
});

describe('newerViewDueAt', () => {
  it('expects news at the closing instant and at the move of the autopilot', () => {
    const question = {
      questionNo: 1,
      kind: 'boolean' as const,
      stem: '',
      options: [],
      media: [],
      form: null,
      opensAt: 0,
      closesAt: 9_000,
      limitMs: 9_000,
    };
    expect(newerViewDueAt(aView(1, { phase: 'question_open', question }))).toBe(9_000);
    expect(newerViewDueAt(aView(1, { phase: 'reveal', autopilotMovesAt: 7_000 }))).toBe(7_000);
  });

  it('expects news at once while the last answers are collected, and none while the host speaks', () => {
    expect(newerViewDueAt(aView(1, { phase: 'question_closed', isDraining: true }))).toBe(1_000);
    expect(newerViewDueAt(aView(1))).toBeNull();
  });
});
