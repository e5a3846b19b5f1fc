import { ROSTER_COLUMNS, type RosterColumn, type RosterRowProblem } from '@anquanli/contract/rosters';
import { cleanName } from '../live-round/name.js';
import { DraftTree, fileKey, type KnownUnit } from './draft-tree.js';
import { parted, PATH_SIGNS } from './escaped-list.js';
import { EXAMPLE_MARKS, shortened } from './unit-cells.js';

/** A row of a file: the text of each column it has. */
export interface RosterCells {
  readonly rowNo: number;
  readonly cells: Readonly<Partial<Record<RosterColumn, string>>>;
  readonly faults?: readonly RosterColumn[];
}

export interface RosterProblem {
  readonly column: RosterColumn | null;
  readonly code: RosterRowProblem;
  readonly found: string;
}

/** What a row says, and of which unit; null where that is not understood. */
export interface RosterRow {
  readonly rowNo: number;
  readonly unitId: string | null;
  readonly path: readonly string[];
  readonly name: string;
  readonly employeeNo: string | null;
  readonly problems: readonly RosterProblem[];
}

/** Which units a file may speak of, and of which it does where it names none. */
export interface RosterScope {
  readonly units: readonly KnownUnit[];
  readonly top: string | null;
  readonly unitId: string | null;
}

export function isRosterExample({ cells }: RosterCells): boolean {
  const name = (cells.name ?? '').trim().toLowerCase();
  return EXAMPLE_MARKS.some((mark) => name.startsWith(mark));
}

/** Reads rows; of units out of reach no more is said than of those that are not there. */
export function readRosterRows(rows: readonly RosterCells[], scope: RosterScope): RosterRow[] {
  const tree = new DraftTree(scope.units);
  const ofPath = new Map<string, string | null>();
  const found = (text: string): string | null => {
    const known = ofPath.get(text);
    if (known !== undefined) return known;
    const id = unitAt(tree, parted(text, PATH_SIGNS));
    ofPath.set(text, id);
    return id;
  };
  return rows.filter((row) => !isRosterExample(row)).map((row) => readRow(row, { tree, found, scope }));
}

interface Surroundings {
  readonly tree: DraftTree;
  readonly found: (path: string) => string | null;
  readonly scope: RosterScope;
}

function readRow({ rowNo, cells, faults = [] }: RosterCells, { tree, found, scope }: Surroundings): RosterRow {
  const problems: RosterProblem[] = [];
  const text = (column: RosterColumn) => (cells[column] ?? '').normalize('NFC').trim();
  const blame = (column: RosterColumn, code: RosterRowProblem) => {
    if (!problems.some((problem) => problem.column === column))
      problems.push({ column, code, found: shortened(text(column)) });
  };
  for (const column of ROSTER_COLUMNS) if (faults.includes(column)) blame(column, 'cell_unreadable');
  const isByCode = text('code') !== '';
  const column = isByCode ? 'code' : 'path';
  const meant = isByCode ? tree.ofCode(text('code').normalize('NFKC')) : found(text('path'));
  const isSaid = isByCode || text('path') !== '';
  const unitId = isSaid ? meant : scope.unitId;
  const isInReach = unitId !== null && (scope.top === null || tree.isWithin(unitId, scope.top));
  if (!isSaid && unitId === null) blame('path', 'unit_missing');
  else if (!isInReach) blame(column, 'unit_unknown');
  else if (tree.get(unitId)?.status !== 'active') blame(column, 'unit_not_active');
  const name = cleanName(text('name'));
  if (text('name') === '') blame('name', 'name_missing');
  else if (!name.ok) blame('name', 'name_invalid');
  const employeeNo = text('employeeNo').normalize('NFKC');
  if (employeeNo !== '' && !/^[0-9A-Za-z-]{1,32}$/.test(employeeNo)) blame('employeeNo', 'employee_no_invalid');
  return {
    ...{ rowNo, problems, unitId: isInReach ? unitId : null },
    path: isInReach ? tree.namesOf(unitId) : parted(text('path'), PATH_SIGNS),
    name: name.ok ? name.value : shortened(text('name')),
    employeeNo: employeeNo === '' ? null : shortened(employeeNo),
  };
}

/** The unit at the end of names from the top; aliases do as well. */
function unitAt(tree: DraftTree, names: readonly string[]): string | null {
  let at: string | null = null;
  for (const name of names) {
    const called = tree.thoseCalled(at, fileKey(name));
    const unit = called.find((each) => fileKey(each.name) === fileKey(name)) ?? called[0];
    if (unit === undefined) return null;
    at = unit.id;
  }
  return at;
}
