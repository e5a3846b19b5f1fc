import { Module } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { HotState } from '../../platform/hot-state/hot-state.js';
import { Lifecycle } from '../../platform/lifecycle/lifecycle.js';
import { Log } from '../../platform/logging/log.js';
import { Metrics } from '../../platform/metrics/metrics.js';
import { Random } from '../../platform/random/random.js';
import { IdentityModule } from '../identity/identity.module.js';
import { QuestionsModule } from '../questions/questions.module.js';
import { UnitsModule } from '../units/units.module.js';
import { AnswerBook } from './attempts/answer-book.service.js';
import { AttemptPlay } from './attempts/attempt-play.service.js';
import { AttemptStart } from './attempts/attempt-start.service.js';
import { AttemptView } from './attempts/attempt-view.service.js';
import { AttemptController } from './attempts/attempt.controller.js';
import { AttemptsRepository } from './attempts/attempts.repository.js';
import { ContestDoor } from './attempts/contest-door.service.js';
import { ContestHomeService } from './attempts/contest-home.service.js';
import { Notebook } from './attempts/notebook.service.js';
import { Papers } from './attempts/papers.service.js';
import { Settler } from './attempts/settler.service.js';
import { BoardController } from './boards/board.controller.js';
import { ContestFiguresService } from './boards/contest-figures.service.js';
import { BoardCopies } from './boards/board-copies.js';
import { CopiedPeopleBoard } from './boards/copied-people-board.js';
import { MemoryBoards } from './boards/memory-boards.js';
import { PeopleBoard } from './boards/people-board.js';
import { RedisBoards } from './boards/redis-boards.js';
import { ScoreRows } from './boards/score-rows.service.js';
import { SqlPeopleBoard } from './boards/sql-people-board.js';
import { StandingService } from './boards/standing.service.js';
import { UnitBoards } from './boards/unit-boards.service.js';
import { Certificates } from './certificates/certificates.service.js';
import { ContestClock } from './clock/contest-clock.service.js';
import { ContestErasure } from './clock/contest-erasure.service.js';
import { ContestPulse } from './clock/contest-pulse.service.js';
import { ContestLog } from './contest-log.service.js';
import { ContestUnits } from './contest-units.service.js';
import { ContestsApi } from './contest.api.js';
import { ContestsRepository } from './contests.repository.js';
import { ContestsService } from './contests.service.js';
import { ContestDeskController } from './desk/contest-desk.controller.js';
import { ContestEdit } from './desk/contest-edit.service.js';
import { ContestJudge } from './desk/contest-judge.service.js';
import { ContestList } from './desk/contest-list.service.js';
import { ContestPeople } from './desk/contest-people.service.js';
import { ContestWatchController } from './desk/contest-watch.controller.js';
import { DashboardService } from './desk/dashboard.service.js';
import { DeskScope } from './desk/desk-scope.service.js';
import { SettingsCheck } from './desk/settings-check.service.js';
import { ScoreKeeper } from './scores/score-keeper.service.js';
import { Tally } from './scores/tally.service.js';

const attempts = [
  ...[AttemptsRepository, AttemptStart, AnswerBook, AttemptPlay, AttemptView, ContestDoor, ContestHomeService],
  ...[Notebook, Papers, Settler],
];
const boards = [ContestFiguresService, ScoreRows, SqlPeopleBoard, StandingService, UnitBoards];
const desk = [ContestEdit, ContestJudge, ContestList, ContestPeople, DashboardService, DeskScope, SettingsCheck];

@Module({
  imports: [IdentityModule, UnitsModule, QuestionsModule],
  controllers: [AttemptController, BoardController, ContestDeskController, ContestWatchController],
  providers: [
    ...[ContestsRepository, ContestUnits, ContestLog, ContestClock, ContestErasure, ContestPulse],
    ...attempts,
    ...boards,
    ...desk,
    ...[Certificates, ScoreKeeper, Tally],
    {
      provide: BoardCopies,
      inject: [HotState, ScoreRows, Clock, Random, Lifecycle, Log],
      // Decided by the configuration, once: several servers share their boards.
      useFactory: (
        ...[hotState, rows, clock, random, lifecycle, log]: [HotState | null, ScoreRows, Clock, Random, Lifecycle, Log]
      ): BoardCopies =>
        hotState === null
          ? new MemoryBoards({ rows, clock, lifecycle, log })
          : new RedisBoards({ hotState, rows, clock, random, lifecycle, log }),
    },
    {
      provide: PeopleBoard,
      inject: [BoardCopies, SqlPeopleBoard, Metrics, Log, ContestErasure],
      useFactory: (
        ...[copies, rows, metrics, log, erasure]: [BoardCopies, SqlPeopleBoard, Metrics, Log, ContestErasure]
      ): PeopleBoard => {
        const board = new CopiedPeopleBoard({ copies, rows, metrics, log });
        erasure.onErased((contestId) => board.forget(contestId));
        return board;
      },
    },
    { provide: ContestsApi, useClass: ContestsService },
  ],
  exports: [ContestsApi],
})
export class ContestModule {}
