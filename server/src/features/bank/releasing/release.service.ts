import type { BankRelease } from '@anquanli/contract/bank.js';
import type { ReleasePlan, SetComparison } from '@anquanli/contract/bank-releases.js';
import { diffSets } from '@anquanli/question-bank/diff.js';
import { planRelease, suggestedVersion, type ReleasePlan as Plan } from '@anquanli/question-bank/release-plan.js';
import type { QuestionSet } from '@anquanli/question-bank/schema.js';
import { Injectable } from '@nestjs/common';
import { accept, refuse, type Result } from '../../../domain/shared/result.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { ReleasesApi } from '../../questions/releases.api.js';
import { BankSetEntity } from '../entities/bank-set.entity.js';
import { bankProblem } from '../questions/desk-questions.service.js';
import { BankSetService, releaseLine } from '../sets/bank-set.service.js';
import { Stamps } from '../sets/stamps.service.js';
import { WorkingSets } from '../sets/working-set.service.js';
import { comparisonOf } from './comparison.js';
import { settled, staysBehind } from './settled.js';

/** Turning what is on the desk into versions that never change, and taking versions out of choice. */
@Injectable()
export class ReleaseService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sets: BankSetService,
    private readonly working: WorkingSets,
    private readonly releases: ReleasesApi,
    private readonly stamps: Stamps,
  ) {}

  /** What would be released, and what forbids it. Without a version: as the one that the changes ask for. */
  async plan(setId: string, version: string | undefined): Promise<Result<ReleasePlan>> {
    const planned = await this.planned(setId, version);
    if (!planned.ok) return planned;
    const { plan, latest, leftBehind } = planned.value;
    return accept({
      version: plan.set.version,
      questionCount: plan.set.questions.length,
      leftBehind,
      comparison: comparisonOf(latest, plan.set, plan.diff),
      problems: plan.problems.map(bankProblem),
    });
  }

  async release(setId: string, version: string, by: string): Promise<Result<BankRelease>> {
    const planned = await this.planned(setId, version);
    if (!planned.ok) return planned;
    const { set, problems } = planned.value.plan;
    const [first] = problems;
    if (first !== undefined) return refuse('release_refused', { path: first.code });
    // Before the version is there: a start that came in between must not lay it on the desk over later changes.
    await this.unitOfWork.run((tx) => tx.update(BankSetEntity, { setId }, { seededFrom: version }));
    if (!(await this.releases.store(set, by))) return refuse('release_refused', { path: 'version_exists' });
    return this.line(setId, version);
  }

  async withdraw(setId: string, version: string, by: string, reason: string): Promise<Result<BankRelease>> {
    if (!(await this.releases.withdraw(setId, version, by, reason))) return refuse('not_found');
    return this.line(setId, version);
  }

  /** What changed from one released version to another. */
  async compare(setId: string, from: string, to: string): Promise<Result<SetComparison>> {
    const [before, after] = [await this.releases.document(setId, from), await this.releases.document(setId, to)];
    if (before === null || after === null) return refuse('question_set_unknown');
    return accept(comparisonOf(before, after, diffSets(before, after)));
  }

  private async planned(setId: string, version: string | undefined): Promise<Result<Planned>> {
    const row = await this.sets.find(setId);
    if (row === null) return refuse('set_unknown');
    const versions = await this.releases.versions(setId);
    const newest = versions.at(-1);
    const latest = (newest === undefined ? null : await this.releases.document(setId, newest)) ?? undefined;
    const onDesk = await this.working.load(row);
    const under = settled(onDesk, latest);
    const before = { versions, latest };
    const first = planRelease(under, version ?? '0.0.1', before);
    const plan = version === undefined ? planRelease(under, suggestedVersion(before, first.diff), before) : first;
    const leftBehind = onDesk.set.questions.filter(({ status }) => status === 'draft' || status === 'in-review').length;
    const problems = plan.problems.filter(({ where }) => !staysBehind(under, where.questionId));
    return accept({ plan: { ...plan, problems }, latest, leftBehind });
  }

  private async line(setId: string, version: string): Promise<Result<BankRelease>> {
    const release = (await this.releases.list(setId)).find((one) => one.version === version);
    if (release === undefined) return refuse('not_found');
    const nameOf = await this.stamps.namesOf([release.releasedBy, release.withdrawal?.by ?? null]);
    return accept(releaseLine(release, nameOf));
  }
}

interface Planned {
  readonly plan: Plan;
  readonly latest: QuestionSet | undefined;
  readonly leftBehind: number;
}
