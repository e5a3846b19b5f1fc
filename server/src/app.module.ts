import { type DynamicModule, Module } from '@nestjs/common';
import { BankModule } from './features/bank/bank.module.js';
import { BankCategoryEntity } from './features/bank/entities/bank-category.entity.js';
import { BankChangeEntity } from './features/bank/entities/bank-change.entity.js';
import { BankImportEntity } from './features/bank/entities/bank-import.entity.js';
import { BankMediaEntity } from './features/bank/entities/bank-media.entity.js';
import { BankQuestionEntity } from './features/bank/entities/bank-question.entity.js';
import { BankSetEntity } from './features/bank/entities/bank-set.entity.js';
import { BankSourceEntity } from './features/bank/entities/bank-source.entity.js';
import { ContestModule } from './features/contest/contest.module.js';
import { ContestEntity } from './features/contest/entities/contest.entity.js';
import { ContestUnitEntity } from './features/contest/entities/contest-unit.entity.js';
import { ContestScoreEntity } from './features/contest/entities/contest-score.entity.js';
import { ContestAttemptEntity } from './features/contest/entities/contest-attempt.entity.js';
import { ContestAnswerEntity } from './features/contest/entities/contest-answer.entity.js';
import { ContestMissedEntity } from './features/contest/entities/contest-missed.entity.js';
import { ContestUnitDayEntity } from './features/contest/entities/contest-unit-day.entity.js';
import { ContestHourEntity } from './features/contest/entities/contest-hour.entity.js';
import { ContestQuestionEntity } from './features/contest/entities/contest-question.entity.js';
import { ContestCertificateEntity } from './features/contest/entities/contest-certificate.entity.js';
import { ContestLogEntity } from './features/contest/entities/contest-log.entity.js';
import { ContestPulseEntity } from './features/contest/entities/contest-pulse.entity.js';
import { ContestOutageEntity } from './features/contest/entities/contest-outage.entity.js';
import { AccountEntity } from './features/identity/entities/account.entity.js';
import { SessionEntity } from './features/identity/entities/session.entity.js';
import { SetupLinkEntity } from './features/identity/entities/setup-link.entity.js';
import { IdentityModule } from './features/identity/identity.module.js';
import { LiveAnswerEntity } from './features/live/entities/live-answer.entity.js';
import { LiveQuestionEntity } from './features/live/entities/live-question.entity.js';
import { LiveRemoteCodeEntity } from './features/live/entities/live-remote-code.entity.js';
import { LiveResultEntity } from './features/live/entities/live-result.entity.js';
import { LiveRoundEntity } from './features/live/entities/live-round.entity.js';
import { LiveSeatClaimEntity } from './features/live/entities/live-seat-claim.entity.js';
import { LiveSeatEntity } from './features/live/entities/live-seat.entity.js';
import { LiveModule } from './features/live/live.module.js';
import { PersonTokenEntity } from './features/people/entities/person-token.entity.js';
import { PersonEntity } from './features/people/entities/person.entity.js';
import { QuestionSetReleaseEntity } from './features/questions/entities/question-set-release.entity.js';
import { QuestionSetVersionEntity } from './features/questions/entities/question-set-version.entity.js';
import { QuestionVersionEntity } from './features/questions/entities/question-version.entity.js';
import { MediaEntity } from './features/questions/media/media.entity.js';
import { QuestionsModule } from './features/questions/questions.module.js';
import { ReportEntity } from './features/reports/entities/report.entity.js';
import { BulletinEntity } from './features/reports/entities/bulletin.entity.js';
import { ReportsModule } from './features/reports/reports.module.js';
import { UnitEntity } from './features/units/entities/unit.entity.js';
import { UnitTreeEntity } from './features/units/entities/unit-tree.entity.js';
import { UnitCodeEntity } from './features/units/entities/unit-code.entity.js';
import { UnitChangeEntity } from './features/units/entities/unit-change.entity.js';
import { ParticipantEntity } from './features/units/entities/participant.entity.js';
import { PersonClaimEntity } from './features/units/entities/person-claim.entity.js';
import { RosterEntryEntity } from './features/units/entities/roster-entry.entity.js';
import { UnitsModule } from './features/units/units.module.js';
import { MIGRATIONS } from './platform/database/migrations/migrations.js';
import type { Schema } from './platform/database/schema.js';
import { StoredFilePartEntity } from './platform/database/stored-file-part.entity.js';
import { PolicyGuard } from './platform/http/policy.guard.js';
import { type Foundation, PlatformModule } from './platform/platform.module.js';

/** All tables of all features. */
export const SCHEMA: Schema = {
  entities: [
    AccountEntity,
    SessionEntity,
    SetupLinkEntity,
    QuestionSetVersionEntity,
    QuestionVersionEntity,
    MediaEntity,
    QuestionSetReleaseEntity,
    StoredFilePartEntity,
    BankCategoryEntity,
    BankChangeEntity,
    BankImportEntity,
    BankMediaEntity,
    BankQuestionEntity,
    BankSetEntity,
    BankSourceEntity,
    PersonEntity,
    PersonTokenEntity,
    LiveRoundEntity,
    LiveQuestionEntity,
    LiveSeatEntity,
    LiveAnswerEntity,
    LiveResultEntity,
    LiveSeatClaimEntity,
    LiveRemoteCodeEntity,
    UnitEntity,
    UnitTreeEntity,
    UnitCodeEntity,
    UnitChangeEntity,
    ParticipantEntity,
    PersonClaimEntity,
    RosterEntryEntity,
    ContestEntity,
    ContestUnitEntity,
    ContestScoreEntity,
    ContestAttemptEntity,
    ContestAnswerEntity,
    ContestMissedEntity,
    ContestUnitDayEntity,
    ContestHourEntity,
    ContestQuestionEntity,
    ContestCertificateEntity,
    ContestLogEntity,
    ContestPulseEntity,
    ContestOutageEntity,
    ReportEntity,
    BulletinEntity,
  ],
  migrations: MIGRATIONS,
};

/** The whole server; the only file that knows every feature. */
@Module({})
export class AppModule {
  static on(foundation: Foundation): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.on(foundation),
        IdentityModule,
        QuestionsModule,
        BankModule,
        UnitsModule,
        LiveModule,
        ContestModule,
        ReportsModule,
      ],
      providers: [PolicyGuard],
    };
  }
}
