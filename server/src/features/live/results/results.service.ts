import type { Choice, QuestionView, Revelation } from '@anquanli/contract/question';
import type { QuestionResult, ResultRow } from '@anquanli/contract/rounds';
import type { Verdict } from '@anquanli/contract/vocabulary';
import { Injectable } from '@nestjs/common';
import { optionView, questionView, revelationOf } from '../../../domain/live-round/projection.js';
import type { RoundQuestion } from '../../../domain/live-round/snapshot.js';
import { refuse, accept, type Result } from '../../../domain/shared/result.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { lastEnded, RoundSnapshotService } from '../views/round-snapshot.service.js';
import { RoundRepository, type LoadedRound } from '../rounds/round.repository.js';
import { StandingRepository } from './standing.repository.js';
import { UnitBoards } from './unit-board.service.js';

const PAGE = 200;
const NO_ANSWERS = { seats: 0, answered: 0, right: 0, choices: [] };

/** One question of a phone's review. */
export interface Reviewed {
  question: QuestionView;
  revelation: Revelation;
  choice: Choice | null;
  verdict: Verdict;
  points: number;
  elapsedMs: number | null;
}

/** What a round has come to: for the organiser's page and for each phone's review. Reads result rows, never scans answers. */
@Injectable()
export class ResultsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rounds: RoundRepository,
    private readonly standings: StandingRepository,
    private readonly snapshots: RoundSnapshotService,
    private readonly unitBoards: UnitBoards,
  ) {}

  async of(roundId: string, offset: number) {
    const round = await this.rounds.load(roundId);
    if (!round) return refuse('not_found');
    const boardNo = lastEnded(round.questions);
    const rows =
      boardNo === 0 ? [] : await this.standings.board(round.row, boardNo, { offset, limit: PAGE, names: 'full' });
    const ranked = boardNo === 0 ? 0 : await this.standings.ranked(roundId, boardNo);
    const unitOf = await this.standings.unitsOfSeats(
      roundId,
      rows.map(({ seatNo }) => seatNo),
    );
    const { units, seats, nameOf } = await this.unitBoards.of(round);
    return accept({
      row: round.row,
      statistics: await this.snapshots.statisticsOf(round),
      board: rows.map((each): ResultRow => ({ ...each, unitName: nameOf(unitOf.get(each.seatNo)) })),
      ranked,
      units,
      guests: ranked - seats,
      questions: await this.questionResults(round),
    });
  }

  /** Every revealed question as one seat played it. */
  async review(roundId: string, seatNo: number): Promise<Result<{ questions: Reviewed[] }>> {
    const round = await this.rounds.load(roundId);
    if (!round) return refuse('not_found');
    const [answers, results] = await this.unitOfWork.read(async (manager) => [
      await manager.query<{ question_no: number; choice: string; elapsed_ms: number }[]>(
        'SELECT question_no, choice, elapsed_ms FROM live_answer WHERE round_id = ? AND seat_no = ?',
        [roundId, seatNo],
      ),
      await manager.query<{ question_no: number; verdict: Verdict; points: number }[]>(
        'SELECT question_no, verdict, points FROM live_result WHERE round_id = ? AND seat_no = ?',
        [roundId, seatNo],
      ),
    ]);
    const answerOf = new Map(answers.map((row) => [row.question_no, row]));
    const resultOf = new Map(results.map((row) => [row.question_no, row]));
    return accept({
      questions: round.questions.filter(isTold).map((question) => {
        const answer = answerOf.get(question.questionNo);
        const result = resultOf.get(question.questionNo);
        return {
          question: questionView(question),
          revelation: revelationOf(question),
          choice: answer ? (JSON.parse(answer.choice) as Choice) : null,
          verdict: result?.verdict ?? 'none',
          points: result?.points ?? 0,
          elapsedMs: answer?.elapsed_ms ?? null,
        };
      }),
    });
  }

  private async questionResults({ row, questions }: LoadedRound): Promise<QuestionResult[]> {
    const means: { question_no: number; mean: number | string | null }[] = await this.unitOfWork.read((manager) =>
      manager.query(
        'SELECT question_no, AVG(elapsed_ms) AS mean FROM live_result WHERE round_id = ? GROUP BY question_no',
        [row.id],
      ),
    );
    const meanOf = new Map(means.map(({ question_no, mean }) => [question_no, mean === null ? null : Number(mean)]));
    return questions.map((question) => ({
      questionNo: question.questionNo,
      status: question.status,
      kind: question.kind,
      stem: question.stem,
      options: question.options.map(optionView),
      media: [...question.media],
      revelation: revelationOf(question),
      distribution: question.distribution ?? NO_ANSWERS,
      meanElapsedMs: meanOf.get(question.questionNo) ?? null,
    }));
  }
}

function isTold(question: RoundQuestion): boolean {
  return question.status === 'revealed' || question.status === 'void';
}
