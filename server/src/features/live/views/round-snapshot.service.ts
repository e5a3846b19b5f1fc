import type { Statistics } from '@anquanli/contract/live-stage';
import { LIMITS } from '@anquanli/contract/vocabulary';
import { Injectable } from '@nestjs/common';
import { rightShareOf } from '../../../domain/live-round/projection.js';
import type { RoundQuestion, RoundSnapshot } from '../../../domain/live-round/snapshot.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { JoinAddress } from '../rounds/join-address.js';
import { pausesOf, stateOf } from '../rounds/round-row.js';
import type { LoadedRound } from '../rounds/round.repository.js';
import { StandingRepository } from '../results/standing.repository.js';

/** Phases in which some screen shows a board. */
export const WITH_BOARD: readonly string[] = ['reveal', 'leaderboard', 'finished', 'aborted'];

/** Puts together everything shared that is true of a round at its loaded version. */
@Injectable()
export class RoundSnapshotService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly standings: StandingRepository,
    private readonly joinAddress: JoinAddress,
  ) {}

  async snapshotOf(round: LoadedRound): Promise<RoundSnapshot> {
    const { row, questions } = round;
    const state = stateOf(row);
    const boardNo = lastEnded(questions);
    const hasBoard = boardNo > 0 && WITH_BOARD.includes(state.phase);
    return {
      roundId: row.id,
      version: row.version,
      title: row.settings.title,
      scoring: row.settings.scoring,
      phoneShows: row.settings.phoneShows,
      secondsPerQuestion: row.settings.secondsPerQuestion,
      pauses: pausesOf(row),
      state,
      isLobbyLocked: row.isLobbyLocked,
      isRehearsal: row.isRehearsal,
      isDraining: false,
      pin: row.pin,
      joinUrl: this.joinAddress.joinUrl(row),
      joinOrigins: this.joinAddress.origins(),
      stageCode: row.stageCode,
      questions,
      board: hasBoard ? await this.topRows(round, boardNo) : [],
      ranked: hasBoard ? await this.standings.ranked(row.id, boardNo) : 0,
      fastestClimber: state.phase === 'leaderboard' ? await this.standings.fastestClimber(row, boardNo) : null,
      statistics: state.phase === 'finished' ? await this.statisticsOf(round) : null,
    };
  }

  /** What the QR code says now; it may change without the round doing so. */
  joinUrlOf(round: LoadedRound): string {
    return this.joinAddress.joinUrl(round.row);
  }

  async statisticsOf(round: LoadedRound): Promise<Statistics> {
    const boardNo = lastEnded(round.questions);
    const revealed = round.questions.filter((question) => question.status === 'revealed');
    const people = await this.standings.ranked(round.row.id, boardNo);
    return {
      people,
      meanRight: people === 0 ? 0 : await this.meanRight(round.row.id, boardNo),
      questionsPlayed: revealed.length,
      hardest: hardestOf(revealed),
    };
  }

  private async topRows({ row }: LoadedRound, boardNo: number) {
    const rows = await this.standings.board(row, boardNo, { offset: 0, limit: LIMITS.boardRows });
    return rows.map(({ rank, seatNo, name, points, rightCount, move }) => ({
      rank,
      seatNo,
      name,
      points,
      rightCount,
      move,
    }));
  }

  private async meanRight(roundId: string, boardNo: number): Promise<number> {
    const rows: { mean: number | string | null }[] = await this.unitOfWork.read((manager) =>
      manager.query(
        'SELECT AVG(right_count) AS mean FROM live_result WHERE round_id = ? AND question_no = ? AND place > 0',
        [roundId, boardNo],
      ),
    );
    return Number(rows[0]?.mean ?? 0);
  }
}

/** Number of the last question whose results are stored; 0 before the first. */
export function lastEnded(questions: readonly RoundQuestion[]): number {
  const ended = questions.filter(({ status }) => status === 'revealed' || status === 'skipped' || status === 'void');
  return ended[ended.length - 1]?.questionNo ?? 0;
}

function hardestOf(revealed: readonly RoundQuestion[]): Statistics['hardest'] {
  let hardest: Statistics['hardest'] = null;
  for (const question of revealed) {
    const rightShare = rightShareOf(question);
    if (rightShare !== null && (hardest === null || rightShare < hardest.rightShare)) {
      hardest = { questionNo: question.questionNo, rightShare };
    }
  }
  return hardest;
}
