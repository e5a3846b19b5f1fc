import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { QuestionsModule } from '../questions/questions.module.js';
import { ImportCommit } from './imports/import-commit.service.js';
import { ImportController } from './imports/import.controller.js';
import { ImportFiles } from './imports/import-files.js';
import { ImportItems } from './imports/import-items.service.js';
import { ImportReader } from './imports/import-reader.service.js';
import { ImportsService } from './imports/imports.service.js';
import { BankMediaController } from './media/bank-media.controller.js';
import { BankMediaService } from './media/bank-media.service.js';
import { BankQuestionController } from './questions/bank-question.controller.js';
import { BankQuestionRepository } from './questions/bank-question.repository.js';
import { BulkEditService } from './questions/bulk-edit.service.js';
import { DeskQuestions } from './questions/desk-questions.service.js';
import { QuestionEditService } from './questions/question-edit.service.js';
import { QuestionListService } from './questions/question-list.service.js';
import { References } from './questions/references.service.js';
import { ReleasedQuestions } from './questions/released-questions.service.js';
import { ReleaseController } from './releasing/release.controller.js';
import { ReleaseService } from './releasing/release.service.js';
import { SetFiles } from './releasing/set-files.service.js';
import { ReviewController } from './review/review.controller.js';
import { ReviewService } from './review/review.service.js';
import { BankSeeder } from './sets/bank-seeder.service.js';
import { BankSetController } from './sets/bank-set.controller.js';
import { BankSetService } from './sets/bank-set.service.js';
import { RegistryRepository } from './sets/registry.repository.js';
import { RegistryService } from './sets/registry.service.js';
import { Stamps } from './sets/stamps.service.js';
import { WorkingSets } from './sets/working-set.service.js';

@Module({
  imports: [IdentityModule, QuestionsModule],
  controllers: [
    BankMediaController,
    BankSetController,
    BankQuestionController,
    ReviewController,
    ReleaseController,
    ImportController,
  ],
  providers: [
    BankMediaService,
    BankQuestionRepository,
    BankSeeder,
    BankSetService,
    BulkEditService,
    DeskQuestions,
    ImportCommit,
    ImportFiles,
    ImportItems,
    ImportReader,
    ImportsService,
    QuestionEditService,
    QuestionListService,
    References,
    RegistryRepository,
    RegistryService,
    ReleasedQuestions,
    ReleaseService,
    ReviewService,
    SetFiles,
    Stamps,
    WorkingSets,
  ],
  exports: [BankSeeder],
})
export class BankModule {}
