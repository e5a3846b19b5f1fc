import type { Phase } from '@anquanli/contract/vocabulary';
import type { Screen } from '../bots/player.js';
import type { ReadRows } from '../server/read-rows.js';

/** What the rows say of a round: what everybody must see. */
export interface Truth {
  readonly version: number;
  readonly phase: Phase;
  readonly questionNo: number;
  readonly opensAt: number | null;
  readonly closesAt: number | null;
  /** The last question with results. */
  readonly resultsOf: number | null;
}

/** Throws when the round is not there. */
export async function readTruth(read: ReadRows, roundId: string): Promise<Truth> {
  const [truth] = await read<Truth>(
    `SELECT version, phase, question_no AS questionNo, opens_at AS opensAt, closes_at AS closesAt,
       (SELECT MAX(question_no) FROM live_result WHERE live_result.round_id = live_round.id) AS resultsOf
     FROM live_round WHERE id = ?`,
    [roundId],
  );
  if (truth === undefined) throw new Error(`There is no round ${roundId}`);
  return truth;
}

const SHOWS_QUESTION: readonly Phase[] = ['question_open', 'question_closed'];

/** What is wrong with a phone's screen; null when it shows what the rows say, with the own standing. */
export function wrongOn(screen: Screen, truth: Truth): string | null {
  if (!screen.isConnected) return 'is offline';
  if (screen.version !== truth.version) return `shows version ${screen.version}, the round is at ${truth.version}`;
  if (screen.phase !== truth.phase || screen.questionNo !== truth.questionNo)
    return `shows ${screen.phase} of question ${screen.questionNo}, not ${truth.phase} of ${truth.questionNo}`;
  if (SHOWS_QUESTION.includes(truth.phase) && screen.opensAt !== truth.opensAt)
    return `counts from ${screen.opensAt}, not from ${truth.opensAt}`;
  if (screen.standingOf !== truth.resultsOf)
    return `shows the standing after question ${screen.standingOf}, not after ${truth.resultsOf}`;
  return null;
}
