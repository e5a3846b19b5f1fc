import { Module } from '@nestjs/common';
import { MysqlUnitOfWork } from '../../platform/database/mysql-unit-of-work.js';
import { SqliteUnitOfWork } from '../../platform/database/sqlite-unit-of-work.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { IdentityModule } from '../identity/identity.module.js';
import { PeopleModule } from '../people/people.api.js';
import { QuestionsModule } from '../questions/questions.module.js';
import { AnswerDrain } from './running/answer-drain.service.js';
import { Arrivals } from './sockets/arrivals.service.js';
import { RevokedPeople } from './seats/revoked-people.service.js';
import { ExportService } from './results/export/export.service.js';
import { HandshakeService } from './sockets/handshake.service.js';
import { HostDesk } from './sockets/host-desk.service.js';
import { NodePeers } from './nodes/node-peers.service.js';
import { JoinAddress } from './rounds/join-address.js';
import { JoinService } from './seats/join.service.js';
import { AnswerJournal } from './answers/answer-journal.js';
import { measuredJournal } from './answers/measured-journal.js';
import { AnswerWriter } from './answers/answer-writer.js';
import { MysqlAnswerWriter } from './answers/mysql-answer-writer.js';
import { SqliteAnswerWriter } from './answers/sqlite-answer-writer.js';
import { KnownPeople } from './seats/known-people.service.js';
import { UnitsModule } from '../units/units.module.js';
import { LiveMetrics } from './live-metrics.service.js';
import { Metrics } from '../../platform/metrics/metrics.js';
import { LiveGateway } from './sockets/live.gateway.js';
import { PersonalService } from './views/personal.service.js';
import { PlayController } from './seats/play.controller.js';
import { Partings } from './sockets/partings.js';
import { PlayerDesk } from './sockets/player-desk.service.js';
import { PulseService } from './views/pulse.service.js';
import { RehearsalService } from './rounds/rehearsal.service.js';
import { RemoteController } from './remote/remote.controller.js';
import { RemoteService } from './remote/remote.service.js';
import { ResultsService } from './results/results.service.js';
import { UnitBoards } from './results/unit-board.service.js';
import { RoundAdminService } from './rounds/round-admin.service.js';
import { RoundAnnouncer } from './views/round-announcer.service.js';
import { RoundClock } from './running/round-clock.service.js';
import { RoundCommandService } from './running/round-command.service.js';
import { RoundDescriptions } from './rounds/round-descriptions.service.js';
import { RoundPlayService } from './answers/round-play.service.js';
import { RoundRemoval } from './rounds/round-removal.service.js';
import { RoundRooms } from './running/round-rooms.service.js';
import { RoundSnapshotService } from './views/round-snapshot.service.js';
import { RoundController } from './rounds/round.controller.js';
import { RoundRepository } from './rounds/round.repository.js';
import { ScoringService } from './running/scoring.service.js';
import { SeatClaimService } from './seats/seat-claim.service.js';
import { SeatService } from './seats/seat.service.js';
import { StageDesk } from './sockets/stage-desk.service.js';
import { StandingRepository } from './results/standing.repository.js';

/** The writer that belongs to the engine of the database. */
export function answerWriterFor(unitOfWork: UnitOfWork): AnswerWriter {
  if (unitOfWork instanceof SqliteUnitOfWork) return new SqliteAnswerWriter(unitOfWork);
  if (unitOfWork instanceof MysqlUnitOfWork) return new MysqlAnswerWriter(unitOfWork);
  throw new Error(`no answer writer for ${unitOfWork.engine}`);
}

@Module({
  imports: [IdentityModule, QuestionsModule, PeopleModule, UnitsModule],
  controllers: [PlayController, RoundController, RemoteController],
  providers: [
    { provide: AnswerWriter, useFactory: answerWriterFor, inject: [UnitOfWork] },
    { provide: AnswerJournal, useFactory: measuredJournal, inject: [AnswerWriter, Metrics] },
    AnswerDrain,
    Arrivals,
    ExportService,
    HandshakeService,
    HostDesk,
    RevokedPeople,
    JoinAddress,
    JoinService,
    KnownPeople,
    LiveGateway,
    LiveMetrics,
    NodePeers,
    Partings,
    PersonalService,
    PlayerDesk,
    PulseService,
    RehearsalService,
    RemoteService,
    ResultsService,
    UnitBoards,
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
