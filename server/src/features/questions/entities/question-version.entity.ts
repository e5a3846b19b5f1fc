import type { QuestionKind } from '@anquanli/contract/vocabulary.js';
import { Entity } from 'typeorm';
import { IntColumn, JsonColumn, SmallIntColumn, TextColumn } from '../../../platform/database/columns.js';
import type { StoredQuestion } from '../stored-question.js';

/** One question as a set version released it. Never changed. */
@Entity('question_version')
export class QuestionVersionEntity {
  @TextColumn(64, { primary: true })
  setId!: string;

  @TextColumn(24, { primary: true })
  setVersion!: string;

  @TextColumn(32, { primary: true })
  questionId!: string;

  @IntColumn()
  rev!: number;

  @TextColumn(16)
  kind!: QuestionKind;

  @TextColumn(16)
  status!: StoredQuestion['status'];

  @TextColumn(64)
  category!: string;

  @SmallIntColumn()
  difficulty!: number;

  @JsonColumn()
  content!: StoredQuestion;
}
