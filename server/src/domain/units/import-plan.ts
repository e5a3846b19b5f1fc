import { UNIT_COLUMNS, type UnitColumn, type UnitRowProblem, type UnitRowVerdict } from '@anquanli/contract/unit-files';
import { LIMITS } from '@anquanli/contract/vocabulary';
import type { RefusalValue } from '../shared/result.js';
import { DraftTree, fileKey, type KnownUnit } from './draft-tree.js';
import { ALIAS_SIGNS, joined, PATH_SIGNS } from './escaped-list.js';
import { admitPlace } from './placement.js';
import { type ReadRow, RowNodes, type RowNode } from './row-nodes.js';
import { tidyAliases } from './sister-names.js';
import { cleanText, isExample, readCells, shortened, type CellProblem, type UnitCells } from './unit-cells.js';

/** What a row would do to the tree. Ids of units that are not made yet are `row:12`. */
export interface ImportStep {
  readonly rowNo: number;
  readonly before: KnownUnit | null;
  readonly after: KnownUnit;
  readonly columns: readonly UnitColumn[];
}

export interface ImportPlan {
  /** One a row, as they stand in the file; examples are left out. */
  readonly verdicts: readonly UnitRowVerdict[];
  /** In an order in which they can be carried out one by one, each allowed by the rules of the tree. */
  readonly steps: readonly ImportStep[];
  readonly skipped: number;
}

/** How far somebody reaches: all of the tree, or the unit and what is below. */
export interface ImportScope {
  readonly top: string | null;
}

/**
 * What a table of units means for the tree: which rows make a unit, change one, say what is so already, or cannot go in and why.
 * Nothing but the arguments counts; carried out and asked again, it has no steps left, unless rows take names that other rows
 * leave behind on a move: then the second look may find what the first one could not.
 */
export function planImport(rows: readonly UnitCells[], units: readonly KnownUnit[], { top }: ImportScope): ImportPlan {
  const meant = rows.filter((row) => !isExample(row));
  const read = meant.map((row): ReadRow => ({ rowNo: row.rowNo, ...readCells(row) }));
  const draft = new DraftTree(units);
  // Rows are told by the tree as it is: all of them, before anything is tried out on the draft.
  const nodes = new RowNodes(draft, read);
  const trials = read.map((row) => new Trial(row, nodes.of(row), { draft, top }));
  const steps: ImportStep[] = [];
  let open = trials.filter((trial) => trial.isOpen);
  for (let before = -1; open.length !== before;) {
    before = open.length;
    open = open.filter((trial) => {
      const step = trial.tryOut();
      if (step !== null) steps.push(step);
      return trial.isOpen;
    });
  }
  return { verdicts: trials.map((trial) => trial.verdict()), steps, skipped: rows.length - meant.length };
}

interface Surroundings {
  readonly draft: DraftTree;
  readonly top: string | null;
}

/** One row on its way to a verdict. What is refused now may do once another row has made room for it. */
class Trial {
  isOpen: boolean;
  private problems: CellProblem[];
  private step: ImportStep | null = null;
  private readonly placeBefore: string;

  constructor(
    private readonly row: ReadRow,
    private readonly node: RowNode | null,
    private readonly around: Surroundings,
  ) {
    this.problems = [...row.problems];
    // Of a path that is cut short nothing is known but that.
    const isCut = row.problems.some(({ code }) => code === 'too_deep');
    if (node?.problem && !isCut) this.problems.push(node.problem);
    const known = node?.known ?? null;
    if (known === null && node?.problem?.code !== 'row_repeated') this.missWhatNewOnesNeed(row);
    // What is out of reach is not compared with: a file must not tell what stands there.
    if (known !== null && !this.reaches(known.id))
      this.problems = [{ column: null, code: 'out_of_reach', found: shortened(row.sayings.name) }];
    this.placeBefore = this.namesOf(known?.parentId ?? null);
    this.isOpen = this.problems.length === 0;
  }

  private missWhatNewOnesNeed({ sayings }: ReadRow): void {
    const miss = (column: UnitColumn, code: UnitRowProblem) => {
      if (!blames(this.problems, column)) this.problems.push({ column, code, found: '' });
    };
    if (sayings.name === '') miss('name', 'name_missing');
    if (sayings.kind === undefined) miss('kind', 'kind_missing');
  }

  /** Puts the row into the draft if the rules allow it now. */
  tryOut(): ImportStep | null {
    const { node, row } = this;
    if (node === null || node.parentId === undefined) return null;
    const before = node.known;
    const after = unitAfter(row, node, node.parentId);
    const columns = before === null ? UNIT_COLUMNS : UNIT_COLUMNS.filter((column) => isChanged(column, before, after));
    if (columns.length === 0) {
      this.isOpen = false;
      return null;
    }
    const problem = this.refusalOf(before, after, columns);
    this.problems = problem === null ? [] : [problem];
    if (problem !== null) return null;
    this.isOpen = false;
    this.around.draft.put(after);
    this.step = { rowNo: row.rowNo, before, after, columns };
    return this.step;
  }

  verdict(): UnitRowVerdict {
    const { row, node, step, problems } = this;
    const { rowNo, sayings } = row;
    const known = node?.known ?? null;
    const isUntold = known !== null && problems.length === 0;
    const path = isUntold && sayings.path.length === 0 ? this.pathOf(known.parentId) : [...sayings.path];
    const place = { rowNo, path, name: sayings.name || (isUntold ? known.name : '') };
    if (problems.length > 0) return { is: 'error', ...place, problems };
    if (step === null) return { is: 'unchanged', ...place, unitId: known?.id ?? '' };
    const { before, after, columns } = step;
    if (before === null) return { is: 'new', ...place, kind: after.kind, code: after.code };
    const changes = columns.map((column) => ({
      column,
      before: column === 'path' ? this.placeBefore : textOf(column, before),
      after: column === 'path' ? this.namesOf(after.parentId) : textOf(column, after),
    }));
    return { is: 'changed', ...place, unitId: before.id, changes };
  }

  private refusalOf(before: KnownUnit | null, after: KnownUnit, columns: readonly UnitColumn[]): CellProblem | null {
    const { draft, top } = this.around;
    const isMoved = before === null || columns.includes('path');
    const { parentId } = after;
    if (isMoved) {
      if (parentId !== null && draft.unit(parentId) === null) return this.blame('path', 'parent_refused');
      const isInReach = parentId === null ? top === null : this.reaches(parentId);
      if (!isInReach || before?.id === top) return this.blame('path', 'out_of_reach');
    }
    if (isMoved || columns.includes('kind')) {
      const place = admitPlace(draft, { id: before?.id ?? null, kind: after.kind, parentId });
      // A unit below one that is retired stays there.
      if (!place.ok && (isMoved || place.code !== 'unit_not_active')) return this.blame('path', placeProblem(place));
    }
    if (isMoved || columns.includes('name') || columns.includes('aliases')) {
      const names = draft.admitNames(after, parentId, after.id);
      if (!names.ok) return this.blame(names.details?.path === 'content.name' ? 'name' : 'aliases', 'name_taken');
    }
    const owner = after.code === null ? null : draft.ofCode(after.code);
    return owner === null || owner === after.id ? null : this.blame('code', 'code_taken');
  }

  private blame(column: UnitColumn, code: UnitRowProblem): CellProblem {
    const { sayings } = this.row;
    const texts: Partial<Record<UnitColumn, string>> = {
      path: joined(sayings.path, PATH_SIGNS),
      name: sayings.name,
      code: sayings.code ?? '',
      aliases: joined(sayings.aliases ?? [], ALIAS_SIGNS),
    };
    return { column, code, found: shortened(texts[column] ?? '') };
  }

  private reaches(id: string): boolean {
    const { draft, top } = this.around;
    return top === null || draft.isWithin(id, top);
  }

  private pathOf(id: string | null): string[] {
    const { draft } = this.around;
    return id === null ? [] : draft.pathOf(id).map((each) => draft.unit(each)?.name ?? '');
  }

  private namesOf(id: string | null): string {
    return joined(this.pathOf(id), PATH_SIGNS);
  }
}

function blames(problems: readonly CellProblem[], column: UnitColumn): boolean {
  return problems.some((problem) => problem.column === column);
}

function placeProblem({ code, details }: RefusalValue): UnitRowProblem {
  if (code === 'unit_not_active') return 'unit_not_active';
  if (details?.maximum === LIMITS.units) return 'too_many_units';
  return details?.maximum === LIMITS.unitDepth ? 'too_deep' : 'place_refused';
}

/** The unit as the row wants it. */
function unitAfter({ sayings }: ReadRow, { id, known }: RowNode, parentId: string | null): KnownUnit {
  if (known === null) {
    const { name, kind = 'team', sector = null, code = null, headCount = null, needsApproval = false } = sayings;
    const aliases = tidyAliases({ name, aliases: sayings.aliases ?? [] });
    const made = { status: 'active' as const, mergedInto: null };
    return { id, parentId, name, kind, sector, code, headCount, aliases, needsApproval, ...made };
  }
  const alias = known.aliases.find((each) => isCalled(each, sayings.name) && !isCalled(known.name, sayings.name));
  const name = alias !== undefined || same(known.name, sayings.name || undefined) ? known.name : sayings.name;
  // Who is called by an alias keeps name and alias: else the same file would not find it again.
  const said = sayings.aliases && tidyAliases({ name, aliases: [...sayings.aliases, ...(alias ? [alias] : [])] });
  return {
    ...known,
    parentId,
    name,
    kind: sayings.kind ?? known.kind,
    sector: same(known.sector ?? '', sayings.sector) ? known.sector : (sayings.sector ?? null),
    code: sayings.code ?? known.code,
    headCount: sayings.headCount ?? known.headCount,
    aliases: said === undefined || isSameList(said, known.aliases) ? known.aliases : said,
    needsApproval: sayings.needsApproval ?? known.needsApproval,
  };
}

function isCalled(name: string, said: string): boolean {
  return fileKey(name) === fileKey(said);
}

/** Is what is said the text as a file shows it? Nothing said is the same. */
function same(text: string, said: string | undefined): boolean {
  return said === undefined || cleanText(text) === said;
}

function isSameList(said: readonly string[], known: readonly string[]): boolean {
  return said.length === known.length && said.every((alias, at) => cleanText(known[at] ?? '') === alias);
}

function isChanged(column: UnitColumn, before: KnownUnit, after: KnownUnit): boolean {
  return column === 'path' ? before.parentId !== after.parentId : before[column] !== after[column];
}

function textOf(column: Exclude<UnitColumn, 'path'>, unit: KnownUnit): string | null {
  if (column === 'aliases') return joined(unit.aliases, ALIAS_SIGNS) || null;
  const value = unit[column];
  return value === null ? null : String(value);
}
