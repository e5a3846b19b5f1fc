import type { PlayerDiary, QuestionDiary } from '../bots/diary.js';
import type { RoundCourse } from '../round/play-round.js';
import { percentile, rounded } from './percentile.js';

/** What a round looked like from the phones. Times in ms; null = never happened. */
export interface Figures {
  readonly answersSent: number;
  readonly answersAcked: number;
  readonly fanoutP50Ms: number | null;
  /** From the host's order to the question's arrival on each phone. */
  readonly fanoutP99Ms: number | null;
  readonly fanoutMaxMs: number | null;
  /** Questions that never reached a phone, and that reached it after the opening instant. */
  readonly questionsMissed: number;
  readonly questionsLate: number;
  /** How often the opening instant of a question was moved: the server gave back time after what it took for an outage. */
  readonly openingsMoved: number;
  readonly ackMinMs: number | null;
  readonly ackP50Ms: number | null;
  /** From the first sending of an answer to its acknowledgement. */
  readonly ackP99Ms: number | null;
  readonly ackMaxMs: number | null;
  /** The fastest phone: before it nobody knew, because late answers were waited for. */
  readonly resultsMinMs: number | null;
  readonly resultsP50Ms: number | null;
  /** From the host's reveal to the own standing on each phone; the drain of late answers is in it. */
  readonly resultsP99Ms: number | null;
  readonly resultsMaxMs: number | null;
  readonly standingsMissed: number;
  readonly cpuMsPerPlayerQuestion: number | null;
}

/** Sums up the diaries of all players over all questions. */
export function figuresOf(diaries: readonly PlayerDiary[], course: RoundCourse): Figures {
  const pages = diaries.flatMap(({ questions }) => questions.map((page, index) => ({ page, index })));
  const since = (starts: readonly number[], end: (page: QuestionDiary) => number | null) =>
    pages.flatMap(({ page, index }) => {
      const [from, to] = [starts[index], end(page)];
      return from === undefined || to === null ? [] : [to - from];
    });
  const fanout = since(course.openSentAt, (page) => page.seenAt);
  const results = since(course.revealSentAt, (page) => page.standingAt);
  const acks = pages.flatMap(({ page }) =>
    page.sentAt === null || page.ackedAt === null ? [] : [page.ackedAt - page.sentAt],
  );
  return {
    answersSent: pages.filter(({ page }) => page.sentAt !== null).length,
    answersAcked: acks.length,
    fanoutP50Ms: rounded(percentile(fanout, 0.5)),
    fanoutP99Ms: rounded(percentile(fanout, 0.99)),
    fanoutMaxMs: rounded(percentile(fanout, 1)),
    questionsMissed: pages.filter(({ page }) => page.seenAt === null).length,
    questionsLate: pages.filter(({ page }) => page.isSeenLate).length,
    openingsMoved: openingsMoved(diaries),
    ackMinMs: rounded(percentile(acks, 0)),
    ackP50Ms: rounded(percentile(acks, 0.5)),
    ackP99Ms: rounded(percentile(acks, 0.99)),
    ackMaxMs: rounded(percentile(acks, 1)),
    resultsMinMs: rounded(percentile(results, 0)),
    resultsP50Ms: rounded(percentile(results, 0.5)),
    resultsP99Ms: rounded(percentile(results, 0.99)),
    resultsMaxMs: rounded(percentile(results, 1)),
    standingsMissed: pages.filter(({ page }) => page.standingAt === null).length,
    cpuMsPerPlayerQuestion: rounded(perPlayerQuestion(course.cpuMs, pages.length)),
  };
}

function openingsMoved(diaries: readonly PlayerDiary[]): number {
  const [first] = diaries;
  return (first?.questions ?? []).reduce((sum, { openings }) => sum + Math.max(0, openings.length - 1), 0);
}

function perPlayerQuestion(cpuMs: number | null, playerQuestions: number): number | null {
  return cpuMs === null || playerQuestions === 0 ? null : cpuMs / playerQuestions;
}
