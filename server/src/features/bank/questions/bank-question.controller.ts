import { bankRoutes as routes } from '@anquanli/contract/bank.js';
import type { InputOf } from '@anquanli/contract/exchange.js';
import { Controller } from '@nestjs/common';
import type { Actor } from '../../../domain/identity/actor.js';
import { RefusalError, valueOf } from '../../../platform/errors/refusal-error.js';
import { Handles } from '../../../platform/http/handles.js';
import { CurrentActor, Input } from '../../../platform/http/parameters.js';
import { BankQuestionRepository } from './bank-question.repository.js';
import { BulkEditService } from './bulk-edit.service.js';
import { DeskQuestions } from './desk-questions.service.js';
import { QuestionEditService } from './question-edit.service.js';
import { QuestionListService } from './question-list.service.js';

/** Questions of a set on the desk. Who may is declared with each route. */
@Controller()
export class BankQuestionController {
  constructor(
    private readonly lists: QuestionListService,
    private readonly edits: QuestionEditService,
    private readonly bulk: BulkEditService,
    private readonly rows: BankQuestionRepository,
    private readonly desk: DeskQuestions,
  ) {}

  @Handles(routes.questions)
  async questions(@Input() { params, query }: InputOf<typeof routes.questions>) {
    return valueOf(await this.lists.page(params.setId, query));
  }

  @Handles(routes.question)
  async question(@Input() { params }: InputOf<typeof routes.question>) {
    return valueOf(await this.edits.get(params.setId, params.questionId));
  }

  @Handles(routes.createQuestion)
  async create(@Input() { params, body }: InputOf<typeof routes.createQuestion>, @CurrentActor() actor: Actor) {
    return valueOf(await this.edits.create(params.setId, body.content, actor.accountId));
  }

  @Handles(routes.saveQuestion)
  async save(@Input() { params, body }: InputOf<typeof routes.saveQuestion>, @CurrentActor() actor: Actor) {
    const { version, content } = body;
    return valueOf(await this.edits.save({ ...params, version, by: actor.accountId }, content));
  }

  @Handles(routes.succeedQuestion)
  async succeed(@Input() { params, body }: InputOf<typeof routes.succeedQuestion>, @CurrentActor() actor: Actor) {
    const { version, content, ...farewell } = body;
    return valueOf(await this.edits.succeed({ ...params, version, by: actor.accountId }, content, farewell));
  }

  @Handles(routes.moveQuestion)
  async move(@Input() { params, body }: InputOf<typeof routes.moveQuestion>, @CurrentActor() actor: Actor) {
    const { version, change } = body;
    return valueOf(await this.edits.move({ ...params, version, by: actor.accountId }, change));
  }

  @Handles(routes.changeMany)
  async changeMany(@Input() { params, body }: InputOf<typeof routes.changeMany>, @CurrentActor() actor: Actor) {
    return valueOf(await this.bulk.apply(params.setId, body, actor.accountId));
  }

  @Handles(routes.history)
  async history(@Input() { params }: InputOf<typeof routes.history>) {
    valueOf(await this.edits.open(params.setId, params.questionId));
    return { changes: await this.desk.changes(await this.rows.history(params.setId, params.questionId)) };
  }

  @Handles(routes.historyEntry)
  async historyEntry(@Input() { params }: InputOf<typeof routes.historyEntry>) {
    const row = await this.rows.historyEntry(params.setId, params.questionId, params.changeId);
    const [change] = row === null ? [] : await this.desk.changes([row]);
    if (row === null || change === undefined) throw new RefusalError('not_found');
    return { change, question: row.content };
  }
}
