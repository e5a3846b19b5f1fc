import type { RosterRowProblem, RosterRowVerdict } from '@anquanli/contract/rosters';
import { nameKey } from '../live-round/name.js';
import { employeeKey } from './roster-choice.js';
import type { RosterRow } from './roster-rows.js';

/** A place that is there already. Erased ones have no name and are none here. */
export interface KnownPlace {
  readonly id: string;
  readonly unitId: string;
  readonly name: string;
  readonly employeeNo: string | null;
  readonly claimedBy: string | null;
}

/** What is to be written. `id` null = a new place. */
export interface RosterStep {
  readonly as: 'new' | 'changed' | 'removed';
  readonly rowNo: number | null;
  readonly id: string | null;
  readonly unitId: string;
  readonly name: string;
  readonly employeeNo: string | null;
  /** A place that became somebody’s meanwhile is not renamed and not removed. */
  readonly mustBeFree: boolean;
}

export interface RosterPlan {
  readonly verdicts: readonly RosterRowVerdict[];
  readonly steps: readonly RosterStep[];
}

export interface RosterPlanOptions {
  /** Free places of the units in the file that no row names go. */
  readonly removesMissing: boolean;
  /** Names down to a unit, for what stands in no row. */
  readonly pathOf: (unitId: string) => readonly string[];
}

/**
 * What rows mean for the rosters. A place is known by name and number, else by the number, else by the name alone while it has no
 * number; two people of one name must have numbers. Nothing but the arguments counts; carried out and asked again, no step is left.
 */
export function planRoster(
  rows: readonly RosterRow[],
  places: readonly KnownPlace[],
  { removesMissing, pathOf }: RosterPlanOptions,
): RosterPlan {
  const units = new Map<string, UnitRoster>();
  for (const { unitId } of rows)
    if (unitId !== null && !units.has(unitId)) units.set(unitId, new UnitRoster(rows, unitId));
  for (const place of places) units.get(place.unitId)?.add(place);
  const verdicts: RosterRowVerdict[] = [];
  const steps: RosterStep[] = [];
  // Whoever is known for certain is not taken for somebody who is only alike.
  for (const row of rows) if (row.problems.length === 0 && row.unitId !== null) units.get(row.unitId)?.know(row);
  for (const row of rows) {
    const { verdict, step } = (row.unitId === null ? null : units.get(row.unitId))?.judge(row) ?? refused(row, []);
    verdicts.push(verdict);
    if (step !== null) steps.push(step);
  }
  if (removesMissing) {
    for (const { id, unitId, name, employeeNo } of [...units.values()].flatMap((unit) => unit.missing())) {
      const place = { rowNo: null, path: [...pathOf(unitId)], name, employeeNo };
      verdicts.push({ is: 'removed', ...place, before: null, problems: [] });
      steps.push({ as: 'removed', rowNo: null, id, unitId, name, employeeNo, mustBeFree: true });
    }
  }
  return { verdicts, steps };
}

interface Judgement {
  readonly verdict: RosterRowVerdict;
  readonly step: RosterStep | null;
}

/** The roster of one unit, against which its rows are held. */
class UnitRoster {
  private readonly byKey = new Map<string, KnownPlace[]>();
  private readonly byNumber = new Map<string, KnownPlace>();
  private readonly taken = new Map<string, RosterRow>();
  /** Rows by name, and by number; the first of each number speaks for it. */
  private readonly rowsOf = new Map<string, RosterRow[]>();
  private readonly firstOf = new Map<string, RosterRow>();
  /** Names, and numbers after a #, of rows with a problem: whoever is meant by them is not missing. */
  private readonly inDoubt = new Set<string>();

  constructor(rows: readonly RosterRow[], unitId: string) {
    for (const row of rows) {
      if (row.unitId !== unitId) continue;
      const namesakes = this.rowsOf.get(nameKey(row.name));
      if (namesakes === undefined) this.rowsOf.set(nameKey(row.name), [row]);
      else namesakes.push(row);
      const number = employeeKey(row.employeeNo);
      if (number !== '' && !this.firstOf.has(number)) this.firstOf.set(number, row);
    }
  }

  add(place: KnownPlace): void {
    const key = nameKey(place.name);
    this.byKey.set(key, [...(this.byKey.get(key) ?? []), place]);
    if (place.employeeNo !== null) this.byNumber.set(employeeKey(place.employeeNo), place);
  }

  /** Takes note of the place that is certainly meant: of this name and number, or the only one of the name. */
  know(row: RosterRow): void {
    const namesakes = this.namesakes(row);
    const number = employeeKey(row.employeeNo);
    const isAlone = namesakes.length === 1 && this.rowsOf.get(nameKey(row.name))?.length === 1;
    const place =
      number === '' ? (isAlone ? namesakes[0] : undefined) : namesakes.find((each) => isNumbered(each, number));
    if (place !== undefined && !this.taken.has(place.id)) this.taken.set(place.id, row);
  }

  judge(row: RosterRow): Judgement {
    const judgement = this.judgementOf(row);
    if (judgement.verdict.is === 'error') this.doubt(row);
    return judgement;
  }

  /** Free places that no row speaks of, not even one with a problem. */
  missing(): KnownPlace[] {
    const isSpokenOf = ({ id, name, employeeNo }: KnownPlace) =>
      this.taken.has(id) || this.inDoubt.has(nameKey(name)) || this.inDoubt.has(`#${employeeKey(employeeNo)}`);
    return [...this.byKey.values()].flat().filter((place) => place.claimedBy === null && !isSpokenOf(place));
  }

  private doubt({ name, employeeNo }: RosterRow): void {
    this.inDoubt.add(nameKey(name));
    if (employeeNo !== null) this.inDoubt.add(`#${employeeKey(employeeNo)}`);
  }

  private judgementOf(row: RosterRow): Judgement {
    if (row.problems.length > 0) return refused(row, []);
    const rowsOfName = this.rowsOf.get(nameKey(row.name)) ?? [];
    const number = employeeKey(row.employeeNo);
    const first = rowsOfName.find((each) => employeeKey(each.employeeNo) === number);
    if (first !== row && number !== '') return refused(row, ['row_repeated'], String(first?.rowNo ?? ''));
    if (number === '') return this.judgeNameAlone(row, rowsOfName);
    if (this.firstOf.get(number) !== row) return refused(row, ['employee_no_repeated']);
    const same = this.namesakes(row).find((place) => isNumbered(place, number));
    if (same !== undefined) return this.take(row, same);
    const numbered = this.byNumber.get(number);
    if (numbered !== undefined) {
      // The number was somebody else's before: theirs it stays once they have registered, or while the file names them.
      if (numbered.claimedBy !== null) return refused(row, ['employee_no_claimed'], numbered.name);
      const isNamed = this.rowsOf.has(nameKey(numbered.name));
      return isNamed ? refused(row, ['employee_no_repeated']) : this.take(row, numbered);
    }
    const unnumbered = this.namesakes(row).find((place) => place.employeeNo === null && !this.taken.has(place.id));
    return unnumbered === undefined ? made(row) : this.take(row, unnumbered);
  }

  private judgeNameAlone(row: RosterRow, rowsOfName: readonly RosterRow[]): Judgement {
    const namesakes = this.namesakes(row);
    if (rowsOfName.length > 1 || namesakes.length > 1) return refused(row, ['employee_no_needed']);
    const [place] = namesakes;
    return place === undefined ? made(row) : this.take(row, place);
  }

  private take(row: RosterRow, place: KnownPlace): Judgement {
    this.taken.set(place.id, row);
    const isClaimed = place.claimedBy !== null;
    // A name that somebody registered with is not spelt anew.
    const name = isClaimed ? place.name : row.name;
    const employeeNo = row.employeeNo ?? place.employeeNo;
    const isSame = name === place.name && employeeKey(employeeNo) === employeeKey(place.employeeNo);
    if (isSame) return { verdict: verdictOf(row, 'unchanged'), step: null };
    const before = { name: place.name, employeeNo: place.employeeNo };
    const mustBeFree = name !== place.name;
    return {
      verdict: { ...verdictOf(row, 'changed'), name, employeeNo, before },
      step: { as: 'changed', rowNo: row.rowNo, id: place.id, unitId: place.unitId, name, employeeNo, mustBeFree },
    };
  }

  private namesakes({ name }: RosterRow): readonly KnownPlace[] {
    return this.byKey.get(nameKey(name)) ?? [];
  }
}

function isNumbered({ employeeNo }: KnownPlace, key: string): boolean {
  return employeeKey(employeeNo) === key;
}

function made(row: RosterRow): Judgement {
  const { rowNo, name, employeeNo, unitId } = row;
  const step: RosterStep = { as: 'new', rowNo, id: null, unitId: unitId ?? '', name, employeeNo, mustBeFree: false };
  return { verdict: verdictOf(row, 'new'), step };
}

function refused(row: RosterRow, codes: readonly RosterRowProblem[], found = row.employeeNo ?? ''): Judgement {
  const own = codes.map((code) => ({ column: code === 'row_repeated' ? null : ('employeeNo' as const), code, found }));
  return { verdict: { ...verdictOf(row, 'error'), problems: [...row.problems, ...own] }, step: null };
}

function verdictOf({ rowNo, path, name, employeeNo }: RosterRow, is: RosterRowVerdict['is']): RosterRowVerdict {
  return { is, rowNo, path: [...path], name, employeeNo, before: null, problems: [] };
}
