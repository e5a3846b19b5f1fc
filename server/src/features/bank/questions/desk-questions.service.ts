import type { BankLine, BankProblem, DeskQuestion, QuestionChange } from '@anquanli/contract/bank.js';
import { checkForRelease, checkSet } from '@anquanli/question-bank/check.js';
import type { Problem } from '@anquanli/question-bank/problem.js';
import { isInForce } from '@anquanli/question-bank/rules/sources.js';
import type { Question } from '@anquanli/question-bank/schema.js';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import type { BankChangeEntity } from '../entities/bank-change.entity.js';
import type { BankQuestionEntity } from '../entities/bank-question.entity.js';
import type { BankSetEntity } from '../entities/bank-set.entity.js';
import { RegistryRepository } from '../sets/registry.repository.js';
import { stamp, Stamps } from '../sets/stamps.service.js';
import { WorkingSets } from '../sets/working-set.service.js';
import { BankQuestionRepository } from './bank-question.repository.js';
import { chinaDay } from './china-day.js';
import { ReleasedQuestions } from './released-questions.service.js';

/** Questions of the desk in the words of the wire. */
@Injectable()
export class DeskQuestions {
  constructor(
    private readonly rows: BankQuestionRepository,
    private readonly working: WorkingSets,
    private readonly released: ReleasedQuestions,
    private readonly registry: RegistryRepository,
    private readonly stamps: Stamps,
    private readonly clock: Clock,
  ) {}

  async described(set: BankSetEntity, row: BankQuestionEntity): Promise<DeskQuestion> {
    const { content: question } = row;
    const [nameOf, changed, released, findings] = await Promise.all([
      this.stamps.namesOf([row.createdBy, row.updatedBy]),
      this.changedSources(),
      this.released.of(row.setId),
      this.findings(set, question),
    ]);
    const there = released.questions.get(row.questionId);
    return {
      setId: row.setId,
      version: row.version,
      question,
      created: stamp(row.createdAt, row.createdBy, nameOf),
      updated: stamp(row.updatedAt, row.updatedBy, nameOf),
      released: there && released.version !== null ? { version: released.version, rev: there.rev } : null,
      citesChangedSource: question.citations.some(({ source }) => changed.has(source)),
      ...findings,
    };
  }

  async lines(rows: readonly BankQuestionEntity[]): Promise<BankLine[]> {
    const nameOf = await this.stamps.namesOf(rows.map((row) => row.updatedBy));
    const changed = await this.changedSources();
    const titles = new Map((await this.registry.sources()).map(({ id, title }) => [id, title]));
    return rows.map(({ content: question, ...row }) => ({
      id: question.id,
      rev: question.rev,
      version: row.version,
      kind: question.type,
      status: question.status,
      stem: question.stem,
      category: question.category,
      difficulty: question.difficulty,
      tags: question.tags ?? [],
      sources: [...new Set(question.citations.map(({ source }) => shortTitle(titles.get(source) ?? source)))],
      citesChangedSource: question.citations.some(({ source }) => changed.has(source)),
      updated: stamp(row.updatedAt, row.updatedBy, nameOf),
    }));
  }

  async changes(rows: readonly BankChangeEntity[]): Promise<QuestionChange[]> {
    const nameOf = await this.stamps.namesOf(rows.map((row) => row.changedBy));
    return rows.map(({ id: changeId, changedAt, changedBy, action, rev, fields, note }) => ({
      ...{ changeId, action, rev, fields, note },
      ...stamp(changedAt, changedBy, nameOf),
    }));
  }

  /** Sources that are not in force today: who cites them has to look again. */
  async changedSources(): Promise<Set<string>> {
    const today = chinaDay(this.clock.now());
    return new Set((await this.registry.sources()).filter((one) => !isInForce(one, today)).map(({ id }) => id));
  }

  /** What is wrong with a question, and what it lacks before it can be approved. */
  async findings(set: BankSetEntity, question: Question): Promise<{ problems: BankProblem[]; missing: BankProblem[] }> {
    const related = [...(question.supersedes ?? []), question.deprecation?.replacedBy].filter((id) => id !== undefined);
    const others = related.length === 0 ? [] : await this.rows.findMany(set.setId, related);
    const around = async (one: Question) => this.working.around(set, [one, ...others.map(({ content }) => content)]);
    const own = (problems: readonly Problem[]) => problems.filter(({ where }) => where.questionId === question.id);
    const problems = own(checkSet(await around(question)));
    const isOver = question.status === 'deprecated' || question.status === 'retired';
    const asApproved = isOver ? [] : own(checkForRelease(await around({ ...question, status: 'approved' })));
    const known = new Set(problems.map(keyOf));
    return {
      problems: problems.map(bankProblem),
      missing: asApproved.filter((problem) => !known.has(keyOf(problem))).map(bankProblem),
    };
  }
}

/** A finding of the checks in the words of the wire. */
export function bankProblem({ code, where, found, remedy }: Problem): BankProblem {
  return { code, questionId: where.questionId ?? null, path: where.path ?? null, found, remedy };
}

function keyOf({ code, where, found }: Problem): string {
  return `${code} ${where.path ?? ''} ${found}`;
}

function shortTitle(title: string): string {
  return title.replace(/^中华人民共和国/, '');
}
