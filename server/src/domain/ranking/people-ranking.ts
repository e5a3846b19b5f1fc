import { SortedList } from './sorted-list.js';

/** More points come first, then less time, then the smaller id. */
export interface RankedPerson {
  readonly personId: string;
  readonly unitId: string;
  readonly points: number;
  readonly timeMs: number;
}

/** A person's score as of one of its changes, which are counted. */
export interface CountedPerson extends RankedPerson {
  readonly changes: number;
  /** Whoever is not has a score and no place. */
  readonly isRanked: boolean;
}

/** People in order, among all and among those of some units (null = all): counting and pages cost the same for ten people and a million. */
export class PeopleRanking {
  private readonly people = new Map<string, CountedPerson>();
  private readonly everybody = new SortedList(inOrder);
  private readonly units = new Map<string, SortedList<RankedPerson>>();

  /** In place of what was known of the person, unless that is newer. */
  put(person: CountedPerson): void {
    const known = this.people.get(person.personId);
    if (known !== undefined && known.changes > person.changes) return;
    if (known?.isRanked === true) {
      this.everybody.remove(known);
      this.units.get(known.unitId)?.remove(known);
    }
    this.people.set(person.personId, person);
    if (!person.isRanked) return;
    this.everybody.add(person);
    const unit = this.units.get(person.unitId) ?? new SortedList(inOrder);
    this.units.set(person.unitId, unit);
    unit.add(person);
  }

  size(unitIds: readonly string[] | null): number {
    return this.listsOf(unitIds).reduce((sum, { size }) => sum + size, 0);
  }

  /** How many are better than a score. */
  countBetter(unitIds: readonly string[] | null, { points, timeMs }: Pick<RankedPerson, 'points' | 'timeMs'>): number {
    return countBefore(this.listsOf(unitIds), { personId: '', unitId: '', points, timeMs });
  }

  /** `count` people from the one at `offset` on, counted from 0. */
  page(unitIds: readonly string[] | null, offset: number, count: number): RankedPerson[] {
    const lists = this.listsOf(unitIds).filter(({ size }) => size > 0);
    const [only] = lists;
    if (only === undefined) return [];
    if (lists.length === 1) return taken(only.from(offset), count);
    const size = lists.reduce((sum, list) => sum + list.size, 0);
    if (offset >= size) return [];
    const place = this.placeAmongAll(lists, offset);
    // For every one of theirs so many of all are passed: with many units that is less than to look at the next of each.
    if (this.everybody.size / size <= lists.length)
      return taken(ofUnits(this.everybody.from(place), new Set(unitIds)), count);
    const first = this.everybody.at(place);
    return first === undefined ? [] : taken(merged(lists, first), count);
  }

  /** Where among all the person stands before whom there are `offset` of the lists. What is known of a list narrows with every step. */
  private placeAmongAll(lists: readonly SortedList<RankedPerson>[], offset: number): number {
    let [low, high] = [0, this.everybody.size - 1];
    let [least, most] = [lists.map(() => 0), lists.map(({ size }) => size)];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      const person = this.everybody.at(middle) as RankedPerson;
      const before = lists.map((list, no) => list.countBefore(person, least[no], most[no]));
      if (before.reduce((sum, each) => sum + each, 0) <= offset) [low, least] = [middle, before];
      else [high, most] = [middle - 1, before];
    }
    return low;
  }

  private listsOf(unitIds: readonly string[] | null): readonly SortedList<RankedPerson>[] {
    if (unitIds === null) return [this.everybody];
    return unitIds.flatMap((id) => this.units.get(id) ?? []);
  }
}

function inOrder(a: RankedPerson, b: RankedPerson): number {
  if (a.points !== b.points) return b.points - a.points;
  if (a.timeMs !== b.timeMs) return a.timeMs - b.timeMs;
  if (a.personId === b.personId) return 0;
  return a.personId < b.personId ? -1 : 1;
}

function countBefore(lists: readonly SortedList<RankedPerson>[], person: RankedPerson): number {
  return lists.reduce((sum, list) => sum + list.countBefore(person), 0);
}

function* ofUnits(people: Iterable<RankedPerson>, unitIds: ReadonlySet<string>): Generator<RankedPerson, void, void> {
  for (const person of people) if (unitIds.has(person.unitId)) yield person;
}

/** People of all lists in order, from one of them on. */
function* merged(lists: readonly SortedList<RankedPerson>[], first: RankedPerson): Generator<RankedPerson, void, void> {
  const walks = lists.map((list) => list.from(list.countBefore(first)));
  const heads = walks.map((walk) => walk.next());
  for (;;) {
    let best: { readonly no: number; readonly person: RankedPerson } | null = null;
    for (const [no, head] of heads.entries()) {
      if (head.done !== true && (best === null || inOrder(head.value, best.person) < 0))
        best = { no, person: head.value };
    }
    if (best === null) return;
    yield best.person;
    const next = walks[best.no]?.next();
    if (next !== undefined) heads[best.no] = next;
  }
}

function taken(people: Iterable<RankedPerson>, count: number): RankedPerson[] {
  const found: RankedPerson[] = [];
  if (count <= 0) return found;
  for (const person of people) {
    found.push(person);
    if (found.length === count) break;
  }
  return found;
}
