import type { QuestionDiary } from '../bots/diary.js';
import { TOLD_TIMES } from '../bots/tabs.js';
import type { FaultFindings } from './play-with-fault.js';

/** How many promises a fault broke; all 0 when it cost nobody anything. */
export interface FaultVerdict {
  readonly lost: number;
  readonly doubled: number;
  readonly wrongTotals: number;
  readonly wrongRanks: number;
  readonly wrongTimes: number;
  /** People whose answer was taken in none of their time: no ack, or a refusal for good. */
  readonly unanswered: number;
  /** Times to answer that the outage made shorter, of the question as a whole or in the score of one answer. */
  readonly shortened: number;
  /** Phones and consoles that did not show in time what the rows say, after the fault and at the end. */
  readonly leftBehind: number;
  /** Answers that could not be taken and were told so late or in the wrong words, or not at all where that is promised. */
  readonly badlyTold: number;
  /** People whose tabs were told different things. */
  readonly toldOtherwise: number;
  readonly misfits: number;
  /** What is wrong, the first of each kind. */
  readonly examples: readonly string[];
}

/** What people at a phone take for “at once”. */
const AT_ONCE_MS = 2_000;
/** Clocks of generator and server are compared over a connection. */
const CLOCK_SLACK_MS = 150;
/** Shorter gaps are no outage (server/docs/decisions/0005): the phones' patience covers them. */
const OUTAGE_MIN_MS = 2_500;
const EXAMPLES_OF_EACH = 2;

export function verdictOn(findings: FaultFindings): FaultVerdict {
  const { examples, ...counts } = findings.verdict;
  const own = {
    unanswered: unanswered(findings),
    shortened: [...shortenedQuestion(findings), ...shortenedAnswers(findings)],
    leftBehind: leftBehind(findings),
    badlyTold: badlyTold(findings),
    toldOtherwise: toldOtherwise(findings),
    misfits: findings.troubles.misfits,
  };
  return {
    ...counts,
    unanswered: own.unanswered.length,
    shortened: own.shortened.length,
    leftBehind: own.leftBehind.length,
    badlyTold: own.badlyTold.length,
    toldOtherwise: own.toldOtherwise.length,
    misfits: own.misfits.length,
    examples: [
      ...examples,
      ...Object.entries(own).flatMap(([name, all]) => all.slice(0, EXAMPLES_OF_EACH).map((each) => `${name}: ${each}`)),
    ],
  };
}

/** What was broken, one line each; empty when everything was kept. */
export function brokenOf({ examples: _examples, ...counts }: FaultVerdict): string[] {
  return Object.entries(counts).flatMap(([name, count]) => (count === 0 ? [] : [`${name}: ${count}`]));
}

/** Pages of all people, with whose and which they are. */
function pagesOf({ diaries }: FaultFindings): { who: string; questionNo: number; page: QuestionDiary }[] {
  return diaries.flatMap(({ seatNo, questions }) =>
    questions.map((page, index) => ({ who: `question ${index + 1}, seat ${seatNo}`, questionNo: index + 1, page })),
  );
}

function unanswered(findings: FaultFindings): string[] {
  return pagesOf(findings).flatMap(({ who, page }) =>
    page.ackedAt === null ? [`${who}: ${page.refusal ?? (page.sentAt === null ? 'never sent' : 'no verdict')}`] : [],
  );
}

/** The question as a whole must be as long as it was meant to be, after the outage as before it. */
function shortenedQuestion({ fault, before, struck, stored, struckNo }: FaultFindings): string[] {
  const after = stored.questions.find(({ questionNo }) => questionNo === struckNo);
  if (!fault.promises.isTimeGivenBack || before.opensAt === null) return [];
  const lostMs = Math.max(struck.to - struck.from, OUTAGE_MIN_MS);
  const movedMs = (after?.opensAt ?? 0) - before.opensAt;
  return movedMs >= lostMs - CLOCK_SLACK_MS ? [] : [`${lostMs} ms were lost, ${movedMs} ms given back`];
}

/** The outage is nobody's thinking time: who answers after it is scored with the time that was really there. */
function shortenedAnswers({ fault, struck, struckNo, diaries }: FaultFindings): string[] {
  const outageMs = struck.to - struck.from;
  if (!fault.promises.isTimeGivenBack || outageMs < OUTAGE_MIN_MS) return [];
  return diaries.flatMap(({ seatNo, questions }) => {
    const { openings, receivedAt, elapsedMs } = questions[struckNo - 1] ?? {};
    const [opened] = openings ?? [];
    if (opened === undefined || receivedAt == null || elapsedMs == null || receivedAt < struck.to) return [];
    const mostMs = receivedAt - opened - outageMs + CLOCK_SLACK_MS;
    return elapsedMs <= mostMs ? [] : [`seat ${seatNo} had ${mostMs} ms at the most and is scored with ${elapsedMs}`];
  });
}

function leftBehind({ fault, afterFault, atTheEnd }: FaultFindings): string[] {
  const { backWithinMs } = fault.promises;
  const isLate = afterFault.backMs !== null && afterFault.backMs > backWithinMs;
  return [
    ...afterFault.leftBehind,
    ...(isLate ? [`the last was back after ${afterFault.backMs} ms, not within ${backWithinMs}`] : []),
    ...atTheEnd.leftBehind,
  ];
}

function badlyTold(findings: FaultFindings): string[] {
  const { told } = findings.fault.promises;
  const words = pagesOf(findings).flatMap(({ who, page }) =>
    page.deferrals.map(({ code, tookMs }) => ({ who, code, tookMs })),
  );
  const wrong = words.flatMap(({ who, code, tookMs }) => {
    if (code !== told?.code) return [`${who} was told ${code}`];
    return tookMs > AT_ONCE_MS ? [`${who} was told ${code} after ${tookMs} ms`] : [];
  });
  return told?.isSure === true && words.length === 0 ? [`nobody was told ${told.code}`] : wrong;
}

/** Whoever sent an answer from several tabs has been told one thing, each time. */
function toldOtherwise(findings: FaultFindings): string[] {
  return pagesOf(findings).flatMap(({ who, page: { replies } }) => {
    const different = new Set(replies);
    if (replies.length === 0 || (different.size === 1 && replies.length === TOLD_TIMES)) return [];
    return [
      `${who}: ${replies.length} replies, ${different.size} different: ${[...different].slice(0, 2).join(' / ')}`,
    ];
  });
}
