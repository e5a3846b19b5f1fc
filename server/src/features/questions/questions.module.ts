import { Module } from '@nestjs/common';
import { MediaApi } from './media/media.api.js';
import { MediaController } from './media/media.controller.js';
import { MediaRepository } from './media/media.repository.js';
import { MediaService } from './media/media.service.js';
import { ReleasedMedia } from './media/released-media.service.js';
import { QuestionSetController } from './question-set.controller.js';
import { QuestionSetService } from './question-set.service.js';
import { QuestionsApi } from './questions.api.js';
import { QuestionsRepository } from './questions.repository.js';
import { QuestionsService } from './questions.service.js';
import { ReleaseLoader } from './release-loader.service.js';
import { ReleaseStore } from './release-store.service.js';
import { ReleasesApi } from './releases.api.js';

@Module({
  controllers: [QuestionSetController, MediaController],
  providers: [
    MediaRepository,
    { provide: MediaApi, useExisting: MediaRepository },
    MediaService,
    ReleasedMedia,
    QuestionSetService,
    QuestionsRepository,
    ReleaseLoader,
    ReleaseStore,
    { provide: ReleasesApi, useExisting: ReleaseStore },
    { provide: QuestionsApi, useClass: QuestionsService },
  ],
  exports: [MediaApi, QuestionsApi, ReleaseLoader, ReleasesApi],
})
export class QuestionsModule {}
