import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { QuestionSetVersionEntity } from './entities/question-set-version.entity.js';
import { QuestionVersionEntity } from './entities/question-version.entity.js';
import type { StoredQuestion } from './stored-question.js';

/** Released sets as rows. */
@Injectable()
export class QuestionsRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  findVersion(setId: string, version: string): Promise<QuestionSetVersionEntity | null> {
    return this.unitOfWork.read((manager) => manager.findOneBy(QuestionSetVersionEntity, { setId, version }));
  }

  versionsOf(setId: string): Promise<QuestionSetVersionEntity[]> {
    return this.unitOfWork.read((manager) => manager.findBy(QuestionSetVersionEntity, { setId }));
  }

  allVersions(): Promise<QuestionSetVersionEntity[]> {
    return this.unitOfWork.read((manager) => manager.find(QuestionSetVersionEntity));
  }

  async questionsOf(setId: string, setVersion: string): Promise<StoredQuestion[]> {
    const rows = await this.unitOfWork.read((manager) =>
      manager.find(QuestionVersionEntity, { where: { setId, setVersion }, order: { questionId: 'ASC' } }),
    );
    return rows.map(({ content }) => content);
  }
}
