import { Module } from '@nestjs/common';
import { QuestionSetController } from './question-set.controller.js';
import { QuestionSetService } from './question-set.service.js';
import { QuestionsApi } from './questions.api.js';
import { QuestionsRepository } from './questions.repository.js';
import { QuestionsService } from './questions.service.js';
import { ReleaseLoader } from './release-loader.service.js';
import { ReleaseStore } from './release-store.service.js';
import { ReleasesApi } from './releases.api.js';

@Module({
  controllers: [QuestionSetController],
  providers: [
    QuestionSetService,
    QuestionsRepository,
    ReleaseLoader,
    ReleaseStore,
    { provide: ReleasesApi, useExisting: ReleaseStore },
    { provide: QuestionsApi, useClass: QuestionsService },
  ],
  exports: [QuestionsApi, ReleaseLoader, ReleasesApi],
})
export class QuestionsModule {}
