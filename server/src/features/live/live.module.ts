import { Module } from '@nestjs/common';
import { MysqlUnitOfWork } from '../../platform/database/mysql-unit-of-work.js';
import { SqliteUnitOfWork } from '../../platform/database/sqlite-unit-of-work.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { IdentityModule } from '../identity/identity.module.js';
import { PeopleModule } from '../people/people.api.js';
import { QuestionsModule } from '../questions/questions.module.js';
import { AnswerDrain } from './answer-drain.service.js';
import { Arrivals } from './arrivals.service.js';
import { ExportService } from './export/export.service.js';
import { HandshakeService } from './handshake.service.js';
import { HostDesk } from './host-desk.service.js';
import { JoinAddress } from './join-address.js';
import { JoinService } from './join.service.js';
import { AnswerJournal } from './journal/answer-journal.js';
import { AnswerWriter } from './journal/answer-writer.js';
import { MysqlAnswerWriter } from './journal/mysql-answer-writer.js';
import { SqliteAnswerWriter } from './journal/sqlite-answer-writer.js';
import { LiveGateway } from './live.gateway.js';
import { PersonalService } from './personal.service.js';
import { PlayController } from './play.controller.js';
import { PlayerDesk } from './player-desk.service.js';
import { PulseService } from './pulse.service.js';
import { RehearsalService } from './rehearsal.service.js';
import { RemoteController } from './remote.controller.js';
import { RemoteService } from './remote.service.js';
import { ResultsService } from './results.service.js';
import { RoundAdminService } from './round-admin.service.js';
import { RoundAnnouncer } from './round-announcer.service.js';
import { RoundClock } from './round-clock.service.js';
import { RoundCommandService } from './round-command.service.js';
import { RoundDescriptions } from './round-descriptions.service.js';
import { RoundPlayService } from './round-play.service.js';
import { RoundRemoval } from './round-removal.service.js';
import { RoundRooms } from './round-rooms.service.js';
import { RoundSnapshotService } from './round-snapshot.service.js';
import { RoundController } from './round.controller.js';
import { RoundRepository } from './round.repository.js';
import { ScoringService } from './scoring.service.js';
import { SeatClaimService } from './seat-claim.service.js';
import { SeatService } from './seat.service.js';
import { StageDesk } from './stage-desk.service.js';
import { StandingRepository } from './standing.repository.js';

/** The writer that belongs to the engine of the database. */
export function answerWriterFor(unitOfWork: UnitOfWork): AnswerWriter {
  if (unitOfWork instanceof SqliteUnitOfWork) return new SqliteAnswerWriter(unitOfWork);
  if (unitOfWork instanceof MysqlUnitOfWork) return new MysqlAnswerWriter(unitOfWork);
  throw new Error(`no answer writer for ${unitOfWork.engine}`);
}

@Module({
  imports: [IdentityModule, QuestionsModule, PeopleModule],
  controllers: [PlayController, RoundController, RemoteController],
  providers: [
    { provide: AnswerWriter, useFactory: answerWriterFor, inject: [UnitOfWork] },
    { provide: AnswerJournal, useFactory: (writer: AnswerWriter) => new AnswerJournal(writer), inject: [AnswerWriter] },
    AnswerDrain,
    Arrivals,
    ExportService,
    HandshakeService,
    HostDesk,
    JoinAddress,
    JoinService,
    LiveGateway,
    PersonalService,
    PlayerDesk,
    PulseService,
    RehearsalService,
    RemoteService,
    ResultsService,
    RoundAdminService,
    RoundAnnouncer,
    RoundClock,
    RoundCommandService,
    RoundDescriptions,
    RoundPlayService,
    RoundRemoval,
    RoundRepository,
    RoundRooms,
    RoundSnapshotService,
    ScoringService,
    SeatClaimService,
    SeatService,
    StageDesk,
    StandingRepository,
  ],
})
export class LiveModule {}
