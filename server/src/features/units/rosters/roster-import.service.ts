import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  ROSTER_FILE_ROWS,
  type RosterImportPreview,
  type RosterImportResult,
  type RosterRowVerdict,
} from '@anquanli/contract/rosters.js';
import { sha256 } from '@anquanli/question-bank/content-hash.js';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../domain/identity/actor.js';
import { accept, refuse, type Result } from '../../../domain/shared/result.js';
import { planRoster, type RosterPlan, type RosterStep } from '../../../domain/units/roster-plan.js';
import { isRosterExample, readRosterRows, type RosterCells } from '../../../domain/units/roster-rows.js';
import { TableFiles } from '../files/table-files.service.js';
import { ownTop, reaches } from '../tree/unit-scope.js';
import { UnitTreeService } from '../tree/unit-tree.service.js';
import { ROSTER_HEADINGS } from './roster-headings.js';
import { RosterStepWriter } from './roster-step-writer.service.js';
import { Rosters } from './rosters.service.js';

/** Steps in one transaction, so that it is over within 20 ms. */
const STEPS_A_TRANSACTION = 40;

/** A table of names as it was sent. */
export interface RosterFile {
  readonly content: string;
  readonly unitId: string | null;
  readonly removesMissing: boolean;
}

/** Tables of names, looked at and brought in. */
@Injectable()
export class RosterImports {
  constructor(
    private readonly trees: UnitTreeService,
    private readonly tables: TableFiles,
    private readonly rosters: Rosters,
    private readonly writer: RosterStepWriter,
  ) {}

  async preview(actor: Actor, file: RosterFile): Promise<Result<RosterImportPreview>> {
    const looked = await this.look(actor, file);
    if (!looked.ok) return looked;
    const { plan, skipped } = looked.value;
    return accept({ digest: digestOf(plan), skipped, rows: [...plan.verdicts] });
  }

  /** What was shown goes in; a place that somebody took or made meanwhile is told of. */
  async bringIn(actor: Actor, file: RosterFile, digest: string): Promise<Result<RosterImportResult>> {
    const looked = await this.look(actor, file);
    if (!looked.ok) return looked;
    const { plan } = looked.value;
    if (digestOf(plan) !== digest) return refuse('stale_version');
    const done = new Set<RosterStep>();
    for (const steps of inSlices(plan.steps)) {
      for (const step of await this.writer.write(actor.accountId, steps)) done.add(step);
      await nextTurn();
    }
    return accept(resultOf(plan, done));
  }

  private async look(actor: Actor, file: RosterFile): Promise<Result<{ plan: RosterPlan; skipped: number }>> {
    const { tree, rows: units } = await this.trees.load();
    const { unitId, removesMissing } = file;
    if (unitId !== null && !reaches(actor, 'people.manage', tree, unitId))
      return refuse('unit_unknown', { path: 'body.unitId' });
    const wanted = {
      headings: ROSTER_HEADINGS,
      must: 'name' as const,
      rows: ROSTER_FILE_ROWS,
      isAlone: unitId !== null,
    };
    const read = await this.tables.rows(file.content, wanted);
    if (!read.ok) return read;
    const cells: RosterCells[] = read.value;
    const rows = readRosterRows(cells, { units: [...units.values()], top: ownTop(actor), unitId });
    const meant = [...new Set(rows.flatMap((row) => row.unitId ?? []))];
    const pathOf = (id: string) => tree.namesOf(id);
    const plan = planRoster(rows, await this.rosters.ofUnits(meant), { removesMissing, pathOf });
    return accept({ plan, skipped: cells.filter(isRosterExample).length });
  }
}

function inSlices(steps: readonly RosterStep[]): RosterStep[][] {
  const slices: RosterStep[][] = [];
  for (let from = 0; from < steps.length; from += STEPS_A_TRANSACTION)
    slices.push(steps.slice(from, from + STEPS_A_TRANSACTION));
  return slices;
}

function digestOf({ verdicts }: RosterPlan): string {
  return sha256(JSON.stringify(verdicts)).replace(/^sha256:/, '');
}

function resultOf({ verdicts, steps }: RosterPlan, done: ReadonlySet<RosterStep>): RosterImportResult {
  const left = new Set(steps.flatMap((step) => (done.has(step) || step.rowNo === null ? [] : [step.rowNo])));
  const refused = verdicts.flatMap((verdict): RosterRowVerdict[] => {
    if (verdict.is === 'error') return [verdict];
    if (verdict.rowNo === null || !left.has(verdict.rowNo)) return [];
    return [{ ...verdict, is: 'error', problems: [{ column: null, code: 'changed_meanwhile', found: '' }] }];
  });
  const count = (as: RosterStep['as']) => [...done].filter((step) => step.as === as).length;
  const unchanged = verdicts.filter(({ is }) => is === 'unchanged').length;
  return { added: count('new'), changed: count('changed'), removed: count('removed'), unchanged, refused };
}
