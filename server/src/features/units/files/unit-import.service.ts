import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  UNIT_FILE,
  type UnitImportPreview,
  type UnitImportResult,
  type UnitRowVerdict,
} from '@anquanli/contract/unit-files.js';
import { sha256 } from '@anquanli/question-bank/content-hash.js';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../domain/identity/actor.js';
import { accept, refuse, type Result } from '../../../domain/shared/result.js';
import { planImport, type ImportPlan, type ImportStep } from '../../../domain/units/import-plan.js';
import type { UnitCells } from '../../../domain/units/unit-cells.js';
import { ownTop } from '../tree/unit-scope.js';
import { UnitTreeService, type LoadedTree } from '../tree/unit-tree.service.js';
import { TableFiles } from './table-files.service.js';
import { UNIT_HEADINGS } from './unit-headings.js';
import { UnitStepWriter } from './unit-step-writer.service.js';

/** Steps in one transaction, so that it is over within 20 ms and answers of a round wait for no longer. */
const STEPS_A_TRANSACTION = 20;
/** How often the tree may change under an import before the rest is left to a second look. */
const LOOKS = 5;

interface Look {
  readonly plan: ImportPlan;
  readonly loaded: LoadedTree;
}

/** Tables of units, looked at and brought in. */
@Injectable()
export class UnitImports {
  constructor(
    private readonly trees: UnitTreeService,
    private readonly tables: TableFiles,
    private readonly writer: UnitStepWriter,
  ) {}

  async preview(actor: Actor, content: string): Promise<Result<UnitImportPreview>> {
    const rows = await this.read(content);
    if (!rows.ok) return rows;
    const { plan } = await this.look(actor, rows.value);
    const { verdicts, skipped } = plan;
    const count = (is: UnitRowVerdict['is']) => verdicts.filter((verdict) => verdict.is === is).length;
    const counts = {
      new: count('new'),
      changed: count('changed'),
      unchanged: count('unchanged'),
      error: count('error'),
    };
    return accept({ digest: digestOf(plan), counts, skipped, rows: [...verdicts] });
  }

  /** What was shown goes in, in short transactions; a row that would do something else by then does not. */
  async bringIn(actor: Actor, content: string, digest: string): Promise<Result<UnitImportResult>> {
    const rows = await this.read(content);
    if (!rows.ok) return rows;
    let look = await this.look(actor, rows.value);
    if (digestOf(look.plan) !== digest) return refuse('stale_version');
    const shown = new Map(look.plan.verdicts.map((verdict) => [verdict.rowNo, verdict]));
    const done = new Set<number>();
    let steps: readonly ImportStep[] = look.plan.steps;
    for (let looks = 1; looks <= LOOKS && !(await this.carryOut(actor, steps, { look, done })); looks += 1) {
      look = await this.look(actor, rows.value);
      steps = stillAsShown(look.plan, shown, done);
    }
    return accept(resultOf([...shown.values()], done));
  }

  private read(content: string): Promise<Result<UnitCells[]>> {
    return this.tables.rows(content, { headings: UNIT_HEADINGS, must: 'name', rows: UNIT_FILE.rows });
  }

  private async look(actor: Actor, rows: readonly UnitCells[]): Promise<Look> {
    const loaded = await this.trees.load();
    return { loaded, plan: planImport(rows, [...loaded.rows.values()], { top: ownTop(actor) }) };
  }

  /** False as soon as somebody else has changed the tree. */
  private async carryOut(
    actor: Actor,
    steps: readonly ImportStep[],
    { look, done }: { look: Look; done: Set<number> },
  ): Promise<boolean> {
    const ids = this.writer.idsFor(steps);
    let { version } = look.loaded;
    for (let from = 0; from < steps.length; from += STEPS_A_TRANSACTION) {
      const some = steps.slice(from, from + STEPS_A_TRANSACTION);
      if (!(await this.writer.write(actor.accountId, some, { version, ids, rows: look.loaded.rows }))) return false;
      version += 1;
      for (const { rowNo } of some) done.add(rowNo);
      await nextTurn();
    }
    return true;
  }
}

function digestOf({ verdicts }: ImportPlan): string {
  return sha256(JSON.stringify(verdicts)).replace(/^sha256:/, '');
}

/** Steps of rows that mean what they meant, below units that are there or will be. */
function stillAsShown(
  { verdicts, steps }: ImportPlan,
  shown: ReadonlyMap<number, UnitRowVerdict>,
  done: ReadonlySet<number>,
): ImportStep[] {
  const now = new Map(verdicts.map((verdict) => [verdict.rowNo, JSON.stringify(verdict)]));
  const made = new Set<string>();
  return steps.filter(({ rowNo, after }) => {
    const isSame = now.get(rowNo) === JSON.stringify(shown.get(rowNo));
    const hasParent = after.parentId === null || !after.parentId.startsWith('row:') || made.has(after.parentId);
    if (!isSame || !hasParent || done.has(rowNo)) return false;
    made.add(after.id);
    return true;
  });
}

function resultOf(shown: readonly UnitRowVerdict[], done: ReadonlySet<number>): UnitImportResult {
  const went = shown.filter(({ rowNo }) => done.has(rowNo));
  const refused = shown.flatMap((verdict): UnitRowVerdict[] => {
    if (verdict.is === 'error') return [verdict];
    if (verdict.is === 'unchanged' || done.has(verdict.rowNo)) return [];
    const { rowNo, path, name } = verdict;
    return [{ is: 'error', rowNo, path, name, problems: [{ column: null, code: 'changed_meanwhile', found: '' }] }];
  });
  return {
    added: went.filter(({ is }) => is === 'new').length,
    changed: went.filter(({ is }) => is === 'changed').length,
    unchanged: shown.filter(({ is }) => is === 'unchanged').length,
    refused,
  };
}
