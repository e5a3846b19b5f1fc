import type { Choice } from '@anquanli/contract/question';
import type { PlayerDiary, QuestionDiary } from '../bots/diary.js';
import { expectedResults, type ExpectedResult } from './expected-results.js';
import type { ReleasedKey } from './released-keys.js';
import type { StoredAnswer, StoredRound } from './stored-round.js';

/** How many promises were broken; all 0 when the round is what it should be. */
export interface Verdict {
  /** Acknowledged answers that are not stored, or not as they were sent and acknowledged. */
  readonly lost: number;
  /** Stored answers beyond one per player and question, under a second seat, that nobody sent, or that were refused. */
  readonly doubled: number;
  /** Stored or told results whose verdict, points, sum, right answers or time differ from the computed ones, or that are missing. */
  readonly wrongTotals: number;
  /** Stored or told ranks that differ from the computed ones. */
  readonly wrongRanks: number;
  /** Acknowledged or stored times that do not follow from the opening instant and the limit. */
  readonly wrongTimes: number;
  /** What is wrong, the first of each kind. */
  readonly examples: string[];
}

type Count = Exclude<keyof Verdict, 'examples'>;

/** Collects what is wrong: counts all, describes a few. */
class Findings {
  private readonly counts: Record<Count, number> = {
    lost: 0,
    doubled: 0,
    wrongTotals: 0,
    wrongRanks: 0,
    wrongTimes: 0,
  };
  private readonly examples: string[] = [];
  private static readonly EXAMPLES_OF_EACH = 3;

  add(count: Count, example: () => string): void {
    this.counts[count] += 1;
    if (this.counts[count] <= Findings.EXAMPLES_OF_EACH) this.examples.push(`${count}: ${example()}`);
  }

  verdict(): Verdict {
    return { ...this.counts, examples: this.examples };
  }
}

/** Compares what the players sent and were told with the rows, and both with results computed anew. */
export function verify(
  round: StoredRound,
  diaries: readonly PlayerDiary[],
  keys: ReadonlyMap<string, ReleasedKey>,
): Verdict {
  const findings = new Findings();
  checkAnswers(round, diaries, findings);
  checkTimes(round, diaries, findings);
  const expected = expectedResults(round, keys, toldIn(diaries));
  checkStoredResults(round, expected, findings);
  checkToldStandings(diaries, expected, findings);
  return findings.verdict();
}

function checkAnswers(round: StoredRound, diaries: readonly PlayerDiary[], findings: Findings): void {
  const stored = new Map<string, StoredAnswer>();
  const ids = new Set<string>();
  for (const answer of round.answers) {
    const place = placeOf(answer);
    if (stored.has(place)) findings.add('doubled', () => `${place} has a second answer`);
    if (ids.has(answer.answerId)) findings.add('doubled', () => `answer ${answer.answerId} is stored twice`);
    ids.add(answer.answerId);
    stored.set(place, answer);
  }
  const sent = new Set<string>();
  for (const { seatNo, questions } of diaries) {
    questions.forEach((page, index) => {
      const place = placeOf({ questionNo: index + 1, seatNo });
      if (page.sentAt !== null) sent.add(place);
      const answer = stored.get(place);
      if (page.refusal !== null && answer !== undefined) {
        findings.add('doubled', () => `${place} is stored, but was refused with ${page.refusal}`);
      }
      if (page.ackedAt !== null && !isStoredAsAcked(page, answer)) {
        findings.add('lost', () => `${place}: acknowledged ${JSON.stringify(page)}, stored ${JSON.stringify(answer)}`);
      }
    });
  }
  for (const place of stored.keys()) {
    if (!sent.has(place)) findings.add('doubled', () => `${place} is stored, but nobody sent it`);
  }
  if (round.answersWritten !== round.answers.length) {
    findings.add('lost', () => `the round counted ${round.answersWritten} answers, ${round.answers.length} are stored`);
  }
}

function isStoredAsAcked(page: QuestionDiary, answer: StoredAnswer | undefined): boolean {
  return (
    answer !== undefined &&
    page.choice !== null &&
    answer.answerId === page.answerId &&
    answer.receivedAt === page.receivedAt &&
    answer.elapsedMs === page.elapsedMs &&
    canonical(JSON.parse(answer.choice) as Choice) === canonical(page.choice)
  );
}

/** Of a multiple choice the order does not matter; everything else is what was sent, to the letter. */
function canonical(choice: Choice): string {
  const plain = choice.kind === 'multiple' ? { ...choice, options: [...choice.options].sort() } : choice;
  return JSON.stringify(Object.entries(plain).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What phones were told the steps and places are that they named. */
function toldIn(diaries: readonly PlayerDiary[]): Map<string, string> {
  const told = new Map<string, string>();
  for (const { questions } of diaries) {
    questions.forEach(({ named }, index) => {
      for (const [id, words] of Object.entries(named ?? {})) told.set(`${index + 1}/${id}`, words);
    });
  }
  return told;
}

/**
 * A time must follow from the arrival and an opening instant that was announced: the stored one, or an earlier one that phones
 * saw before the server moved the question by an outage.
 */
function checkTimes(round: StoredRound, diaries: readonly PlayerDiary[], findings: Findings): void {
  const limits = new Map(round.questions.map(({ questionNo, limitMs }) => [questionNo, limitMs]));
  const openings = new Map(
    round.questions.map(({ questionNo, opensAt }) => [questionNo, new Set(opensAt === null ? [] : [opensAt])]),
  );
  for (const { questions } of diaries) {
    questions.forEach((page, index) => page.openings.forEach((at) => openings.get(index + 1)?.add(at)));
  }
  for (const { questionNo, seatNo, receivedAt, elapsedMs } of round.answers) {
    const limitMs = limits.get(questionNo) ?? null;
    const possible = [...(openings.get(questionNo) ?? [])]
      .map((opensAt) => receivedAt - opensAt)
      .filter((sinceOpening) => sinceOpening >= 0)
      .map((sinceOpening) => Math.min(sinceOpening, limitMs ?? sinceOpening));
    if (!possible.includes(elapsedMs)) {
      const example = () =>
        `${placeOf({ questionNo, seatNo })}: ${elapsedMs} ms stored, ${possible.join(' or ')} by the clock`;
      findings.add('wrongTimes', example);
    }
  }
}

function checkStoredResults(round: StoredRound, expected: readonly ExpectedResult[], findings: Findings): void {
  const stored = new Map(round.results.map((result) => [placeOf(result), result]));
  if (stored.size !== round.results.length) {
    findings.add('wrongTotals', () => `${round.results.length - stored.size} results are stored twice`);
  }
  for (const one of expected) {
    const result = stored.get(placeOf(one));
    const isRight =
      result?.verdict === one.verdict &&
      result.points === one.points &&
      result.total === one.total &&
      result.rightCount === one.rightCount &&
      result.rightTimeMs === one.rightTimeMs;
    if (!isRight) findings.add('wrongTotals', () => differing('stored', result, one));
    if (result?.place !== one.rank) findings.add('wrongRanks', () => differing('stored', result, one));
  }
  const surplus = stored.size - expected.length;
  if (surplus > 0) findings.add('wrongTotals', () => `${surplus} results are stored for nobody`);
}

function checkToldStandings(
  diaries: readonly PlayerDiary[],
  expected: readonly ExpectedResult[],
  findings: Findings,
): void {
  const byPlace = new Map(expected.map((one) => [placeOf(one), one]));
  for (const { seatNo, questions } of diaries) {
    questions.forEach(({ standing }, index) => {
      const one = byPlace.get(placeOf({ questionNo: index + 1, seatNo }));
      const isRight =
        standing?.verdict === one?.verdict &&
        standing?.points === one?.points &&
        standing?.total === one?.total &&
        standing?.rightCount === one?.rightCount &&
        standing?.rightTimeMs === one?.rightTimeMs;
      if (one === undefined || !isRight) findings.add('wrongTotals', () => differing('told', standing, one));
      if (standing?.rank !== one?.rank) findings.add('wrongRanks', () => differing('told', standing, one));
    });
  }
}

function differing(who: string, found: unknown, one: ExpectedResult | undefined): string {
  return `${who} ${JSON.stringify(found)}, computed ${JSON.stringify(one)}`;
}

function placeOf({ questionNo, seatNo }: { questionNo: number; seatNo: number }): string {
  return `question ${questionNo}, seat ${seatNo}`;
}
