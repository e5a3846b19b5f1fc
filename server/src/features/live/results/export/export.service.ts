import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Choice } from '@anquanli/contract/question';
import type { Verdict } from '@anquanli/contract/vocabulary';
import { Injectable } from '@nestjs/common';
import { fullName } from '../../../../domain/live-round/name.js';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { RefusalError } from '../../../../platform/errors/refusal-error.js';
import { LiveSeatEntity } from '../../entities/live-seat.entity.js';
import { lastEnded } from '../../views/round-snapshot.service.js';
import { RoundRepository, type LoadedRound } from '../../rounds/round.repository.js';
import { UnitBoards, type UnitBoard } from '../unit-board.service.js';
import type { ExportedPerson, ExportedQuestion, RoundExport } from './round-sheets.js';
import type { ExportLanguage } from './words.js';

const TIMEOUT_MS = 60_000;
/** A worker is compiled code, also where its starter is read as source. */
const WORKER = import.meta.url.endsWith('.ts')
  ? new URL('../../../../../dist/src/features/live/results/export/export.worker.js', import.meta.url)
  : new URL('./export.worker.js', import.meta.url);

interface AnswerRow {
  question_no: number;
  seat_no: number;
  choice: string;
  elapsed_ms: number;
}

interface ResultRow {
  question_no: number;
  seat_no: number;
  verdict: Verdict;
  points: number;
  total: number;
  right_count: number;
  right_time_ms: number;
  place: number;
}

/** A round as a workbook: who got how many right, per person and per question. */
@Injectable()
export class ExportService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rounds: RoundRepository,
    private readonly unitBoards: UnitBoards,
  ) {}

  async workbook(roundId: string, language: ExportLanguage): Promise<Uint8Array> {
    const round = await this.rounds.load(roundId);
    if (!round) throw new RefusalError('not_found');
    return inWorker(await this.collect(round, language));
  }

  private async collect(round: LoadedRound, language: ExportLanguage): Promise<RoundExport> {
    const { row } = round;
    const board = await this.unitBoards.of(round);
    return {
      language,
      settings: row.settings,
      startedAt: row.createdAt,
      finishedAt: row.finishedAt,
      questions: round.questions.map(exportedQuestion),
      people: await this.people(round, board),
      units: board.units,
    };
  }

  /** Board first, then those who are off it. */
  private async people({ row, questions }: LoadedRound, { nameOf }: UnitBoard): Promise<ExportedPerson[]> {
    const last = lastEnded(questions);
    const [seats, answers, results] = await this.unitOfWork.read(async (manager) => [
      await manager.find(LiveSeatEntity, { where: { roundId: row.id }, order: { seatNo: 'ASC' } }),
      await manager.query<AnswerRow[]>(
        'SELECT question_no, seat_no, choice, elapsed_ms FROM live_answer WHERE round_id = ?',
        [row.id],
      ),
      await manager.query<ResultRow[]>(
        'SELECT question_no, seat_no, verdict, points, total, right_count, right_time_ms, place FROM live_result WHERE round_id = ?',
        [row.id],
      ),
    ]);
    const answerOf = new Map(answers.map((each) => [`${each.question_no}/${each.seat_no}`, each]));
    const resultsOf = groupBySeat(results);
    const people = seats.map((seat): ExportedPerson => {
      const own = resultsOf.get(seat.seatNo) ?? [];
      const standing = own.find((each) => each.question_no === last);
      return {
        seatNo: seat.seatNo,
        name: fullName(seat),
        unitName: nameOf(seat.unitId),
        rank: seat.status === 'active' ? (standing?.place ?? 0) : 0,
        total: standing?.total ?? 0,
        rightCount: standing?.right_count ?? 0,
        rightTimeMs: standing?.right_time_ms ?? 0,
        answers: Object.fromEntries(
          own.map(({ question_no, verdict, points }) => {
            const answer = answerOf.get(`${question_no}/${seat.seatNo}`);
            const choice = answer ? (JSON.parse(answer.choice) as Choice) : null;
            return [question_no, { choice, verdict, points, elapsedMs: answer?.elapsed_ms ?? null }];
          }),
        ),
      };
    });
    return people.sort((a, b) => (a.rank || Infinity) - (b.rank || Infinity) || a.seatNo - b.seatNo);
  }
}

function exportedQuestion(question: LoadedRound['questions'][number]): ExportedQuestion {
  const { distribution, opensAt: _opensAt, closesAt: _closesAt, limitMs: _limitMs, ...words } = question;
  return {
    ...words,
    seats: distribution?.seats ?? 0,
    answered: distribution?.answered ?? 0,
    right: distribution?.right ?? 0,
  };
}

function groupBySeat(results: readonly ResultRow[]): Map<number, ResultRow[]> {
  const groups = new Map<number, ResultRow[]>();
  for (const row of results) {
    const group = groups.get(row.seat_no);
    if (group) group.push(row);
    else groups.set(row.seat_no, [row]);
  }
  return groups;
}

async function inWorker(round: RoundExport): Promise<Uint8Array> {
  const worker = new Worker(WORKER, { workerData: round });
  try {
    const [bytes] = (await once(worker, 'message', { signal: AbortSignal.timeout(TIMEOUT_MS) })) as [Uint8Array];
    return bytes;
  } finally {
    await worker.terminate();
  }
}
