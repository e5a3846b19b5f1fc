import { type DynamicModule, Module } from '@nestjs/common';
import { AccountEntity } from './features/identity/entities/account.entity.js';
import { SessionEntity } from './features/identity/entities/session.entity.js';
import { IdentityModule } from './features/identity/identity.module.js';
import { QuestionSetVersionEntity } from './features/questions/entities/question-set-version.entity.js';
import { QuestionVersionEntity } from './features/questions/entities/question-version.entity.js';
import { QuestionsModule } from './features/questions/questions.module.js';
import { MIGRATIONS } from './platform/database/migrations/migrations.js';
import type { Schema } from './platform/database/schema.js';
import { PolicyGuard } from './platform/http/policy.guard.js';
import { type Foundation, PlatformModule } from './platform/platform.module.js';

/** All tables of all features. */
export const SCHEMA: Schema = {
  entities: [AccountEntity, SessionEntity, QuestionSetVersionEntity, QuestionVersionEntity],
  migrations: MIGRATIONS,
};

/** The whole server; the only file that knows every feature. */
@Module({})
export class AppModule {
  static on(foundation: Foundation): DynamicModule {
    return {
      module: AppModule,
      imports: [PlatformModule.on(foundation), IdentityModule, QuestionsModule],
      providers: [PolicyGuard],
    };
  }
}
