import { describe, expect, it } from '@jest/globals';
import { emptyDiary } from '../bots/diary.js';
import { figuresOf } from './figures.js';
import { percentile } from './percentile.js';
import { cpuMsFrom, memoryFrom, usageOf } from './process-usage.js';
import { referenceFor, voidReasons } from './reference.js';

describe('percentiles', () => {
  it('are values that were measured, whatever the order', () => {
    const values = Array.from({ length: 200 }, (_, index) => 200 - index);
    expect([0.5, 0.99, 1].map((share) => percentile(values, share))).toEqual([100, 198, 200]);
    expect(percentile([7], 0.99)).toBe(7);
    expect(percentile([], 0.99)).toBeNull();
  });
});

describe('figures of a round', () => {
  const course = { openSentAt: [1_000, 5_000], revealSentAt: [3_000, 7_000], cpuMs: 8 };

  it('count each time from the order of its own question', () => {
    const diary = emptyDiary(1, 2);
    Object.assign(diary.questions[0] ?? {}, {
      seenAt: 1_010,
      openings: [7, 9],
      sentAt: 2_000,
      ackedAt: 2_004,
      standingAt: 3_100,
    });
    Object.assign(diary.questions[1] ?? {}, { seenAt: 5_020, sentAt: 6_000, ackedAt: 6_008, standingAt: 7_050 });
    expect(figuresOf([diary], course)).toMatchObject({
      answersSent: 2,
      answersAcked: 2,
      fanoutP50Ms: 10,
      fanoutMaxMs: 20,
      ackP50Ms: 4,
      ackMaxMs: 8,
      resultsMinMs: 50,
      openingsMoved: 1,
      resultsP50Ms: 50,
      resultsMaxMs: 100,
      questionsMissed: 0,
      standingsMissed: 0,
      cpuMsPerPlayerQuestion: 4,
    });
  });

  it('show what never happened', () => {
    const diary = emptyDiary(1, 2);
    Object.assign(diary.questions[0] ?? {}, { seenAt: 4_000, isSeenLate: true, sentAt: 4_001 });
    expect(figuresOf([diary], { ...course, cpuMs: null })).toMatchObject({
      answersSent: 1,
      answersAcked: 0,
      ackP99Ms: null,
      questionsMissed: 1,
      questionsLate: 1,
      standingsMissed: 2,
      cpuMsPerPlayerQuestion: null,
    });
  });
});

describe('what a process used', () => {
  it('is read past a command with spaces and brackets', () => {
    const stat = '4711 (node (worker) 1) S 1 2 3 4 5 6 7 8 9 10 120 30 0 0 20 0';
    expect(cpuMsFrom(stat)).toBe(1_500);
    expect(memoryFrom('Name:\tnode\nVmHWM:\t  2048 kB\nVmRSS:\t  1024 kB\n')).toEqual({
      rssKb: 1_024,
      peakRssKb: 2_048,
    });
  });

  it('is unknown for a process that is not there', () => {
    expect(usageOf(2 ** 30)).toBeNull();
  });
});

describe('a run', () => {
  it('is void when the bare server was half as slow again as this machine is', () => {
    expect(referenceFor(10_000)).toEqual({ fanoutP99Ms: 284, ackP99Ms: 227 });
    expect(voidReasons(10_000, { fanoutP99Ms: 426, ackP99Ms: 340 })).toEqual([]);
    expect(voidReasons(10_000, { fanoutP99Ms: 427, ackP99Ms: 5 })).toHaveLength(1);
    expect(voidReasons(500, { fanoutP99Ms: 30, ackP99Ms: 100 })).toHaveLength(1);
    expect(voidReasons(500, { fanoutP99Ms: null, ackP99Ms: null })).toHaveLength(2);
  });
});
