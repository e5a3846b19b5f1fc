import type { BlueprintCheck } from '@anquanli/contract/contest-desk.js';
import type { ContestSettings } from '@anquanli/contract/contest-settings.js';
import { LIMITS } from '@anquanli/contract/vocabulary.js';
import { Injectable } from '@nestjs/common';
import { admitWindow } from '../../../domain/contest/window.js';
import { supplyOf } from '../../../domain/paper/draw-paper.js';
import { accept, refuse, type Result } from '../../../domain/shared/result.js';
import { QuestionsApi } from '../../questions/questions.api.js';
import { UnitsApi } from '../../units/units.api.js';
import { Papers } from '../attempts/papers.service.js';
import { paperLength } from '../contests.repository.js';

type Material = Pick<ContestSettings, 'sets' | 'blueprint'>;

/** Do settings make a contest that can be played? Every refusal names the field. */
@Injectable()
export class SettingsCheck {
  constructor(
    private readonly questions: QuestionsApi,
    private readonly units: UnitsApi,
    private readonly papers: Papers,
  ) {}

  async admit(settings: ContestSettings): Promise<Result<null>> {
    const window = admitWindow(settings);
    if (!window.ok) return window;
    const audience = await this.admitAudience(settings);
    if (!audience.ok) return audience;
    const sets = await this.admitSets(settings);
    if (!sets.ok) return sets;
    const rules = admitRules(settings);
    if (!rules.ok) return rules;
    const { parts } = await this.supply(settings);
    const short = parts.findIndex(({ wanted, reachable }) => reachable < wanted);
    if (short < 0) return accept(null);
    const { wanted = 0, reachable = 0 } = parts[short] ?? {};
    return refuse('blueprint_short', {
      ...{ path: `settings.blueprint.${short}.count`, minimum: wanted, available: reachable },
    });
  }

  /** Refusal: `question_set_unknown`. */
  async check(material: Material): Promise<Result<BlueprintCheck>> {
    const sets = await this.admitSets(material);
    return sets.ok ? accept(await this.supply(material)) : sets;
  }

  private async supply({ sets, blueprint }: Material): Promise<BlueprintCheck> {
    const parts = supplyOf(await this.papers.candidates(sets), blueprint);
    return { isEnough: parts.every(({ wanted, reachable }) => reachable >= wanted), parts };
  }

  private async admitAudience({ audience }: ContestSettings): Promise<Result<null>> {
    const tree = await this.units.tree();
    const unknown = audience.unitIds.findIndex((id) => tree.get(id) === null);
    return unknown < 0 ? accept(null) : refuse('unit_unknown', { path: `settings.audience.unitIds.${unknown}` });
  }

  private async admitSets({ sets, blueprint }: Material): Promise<Result<null>> {
    for (const [index, { setId, version }] of sets.entries()) {
      const path = `settings.sets.${index}`;
      const isTwice = sets.findIndex((each) => each.setId === setId) !== index;
      if (isTwice) return refuse('invalid_input', { path });
      if ((await this.questions.findVersion(setId, version)) === null) return refuse('question_set_unknown', { path });
    }
    const known = new Set(sets.map(({ setId }) => setId));
    const foreign = blueprint.findIndex(({ setIds }) => setIds.some((id) => !known.has(id)));
    if (foreign >= 0) return refuse('question_set_unknown', { path: `settings.blueprint.${foreign}.setIds` });
    return accept(null);
  }
}

function admitRules(settings: ContestSettings): Result<null> {
  const length = paperLength(settings);
  const { max } = LIMITS.questionsPerPaper;
  if (length > max) return refuse('invalid_input', { path: 'settings.blueprint', maximum: max });
  if (settings.points.by === 'threshold' && settings.points.atLeast > length) {
    return refuse('invalid_input', { path: 'settings.points.atLeast', maximum: length });
  }
  return accept(null);
}
