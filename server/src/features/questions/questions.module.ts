import { Module } from '@nestjs/common';
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

@Module({
  controllers: [QuestionSetController, MediaController],
  providers: [
    MediaRepository,
    MediaService,
    ReleasedMedia,
    QuestionSetService,
    QuestionsRepository,
    ReleaseLoader,
    { provide: QuestionsApi, useClass: QuestionsService },
  ],
  exports: [QuestionsApi, ReleaseLoader],
})
export class QuestionsModule {}
