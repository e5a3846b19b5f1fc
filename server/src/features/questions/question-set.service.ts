import type { BankQuestion, QuestionSetSummary } from '@anquanli/contract/question-bank.js';
import { compareVersions } from '@anquanli/question-bank/version.js';
import { Injectable } from '@nestjs/common';
import { accept, refuse, type Result } from '../../domain/shared/result.js';
import { bankQuestion, isPlayable, summaryOf } from './bank-view.js';
import type { QuestionSetVersionEntity } from './entities/question-set-version.entity.js';
import { latestOf } from './latest-version.js';
import { QuestionsApi } from './questions.api.js';
import { QuestionsRepository } from './questions.repository.js';

/** Sets as organisers browse them. */
@Injectable()
export class QuestionSetService {
  constructor(
    private readonly repository: QuestionsRepository,
    private readonly questions: QuestionsApi,
  ) {}

  /** All versions, withdrawn ones too: by set, newest first. */
  async list(): Promise<QuestionSetSummary[]> {
    const versions = await this.repository.allVersions();
    versions.sort((a, b) => (a.setId === b.setId ? compareVersions(b.version, a.version) : a.setId < b.setId ? -1 : 1));
    return Promise.all(versions.map((version) => this.summarise(version, versions)));
  }

  async get(setId: string, version: string): Promise<Result<{ set: QuestionSetSummary; questions: BankQuestion[] }>> {
    const versions = await this.repository.versionsOf(setId);
    const found = versions.find((each) => each.version === version);
    if (found === undefined) {
      return refuse('question_set_unknown');
    }
    const questions = await this.questions.questionsOf(setId, version);
    return accept({
      set: await this.summarise(found, versions),
      questions: questions.filter(isPlayable).map(bankQuestion),
    });
  }

  private async summarise(
    version: QuestionSetVersionEntity,
    all: readonly QuestionSetVersionEntity[],
  ): Promise<QuestionSetSummary> {
    const latest = latestOf(all.filter(({ setId }) => setId === version.setId));
    return summaryOf(version, await this.questions.questionsOf(version.setId, version.version), latest === version);
  }
}
