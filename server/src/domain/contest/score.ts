import type { Counting } from '@anquanli/contract/vocabulary';
import { pointGivers, type CountedAttempt } from './points.js';

/** What a person has in a contest: all of it follows from the own attempts. */
export interface PersonScore {
  /** Of the latest counting attempt; null without one. */
  readonly unitId: string | null;
  readonly points: number;
  /** Time of the attempts that gave the points; less is better among equals. */
  readonly timeMs: number;
  readonly attempts: number;
  readonly right: number;
  readonly asked: number;
  /** The attempt a certificate would speak of: the most right, then the least time. */
  readonly bestRight: number;
  readonly bestAsked: number;
}

/** What people brought to one unit on one day. `people` = whose first settled attempt this was. */
export interface Cell {
  readonly people: number;
  /** People with an attempt on that day, for the unit. */
  readonly active: number;
  readonly attempts: number;
  readonly points: number;
  readonly right: number;
  readonly asked: number;
  readonly fullMarks: number;
}

export const CELL_FIELDS = ['people', 'active', 'attempts', 'points', 'right', 'asked', 'fullMarks'] as const;
export const NO_CELL: Cell = { people: 0, active: 0, attempts: 0, points: 0, right: 0, asked: 0, fullMarks: 0 };

/** A person's score from the attempts that are in the boards: removal and restoring are the same code with other attempts. */
export function personScore(attempts: readonly CountedAttempt[], counting: Counting): PersonScore {
  const givers = pointGivers(attempts, counting);
  const latest = attempts.reduce<CountedAttempt | null>(
    (held, each) => (held === null || each.startedAt >= held.startedAt ? each : held),
    null,
  );
  const best = attempts.reduce<CountedAttempt | null>(
    (held, each) => (held === null || isMoreRight(each, held) ? each : held),
    null,
  );
  return {
    unitId: latest?.unitId ?? null,
    points: sum(givers, ({ points }) => points),
    timeMs: sum(givers, ({ timeMs }) => timeMs),
    attempts: attempts.length,
    right: sum(attempts, ({ right }) => right),
    asked: sum(attempts, ({ asked }) => asked),
    bestRight: best?.right ?? 0,
    bestAsked: best?.asked ?? 0,
  };
}

/** `unit day` of a cell. */
export function cellKey(unitId: string, day: string): string {
  return `${unitId} ${day}`;
}

/** What one person's attempts bring to the roll-up, by {@link cellKey}: the sum over all people is the roll-up. */
export function cellsOf(attempts: readonly CountedAttempt[], counting: Counting): Map<string, Cell> {
  const cells = new Map<string, Cell>();
  const add = (attempt: CountedAttempt, more: Partial<Cell>) => {
    const key = cellKey(attempt.unitId, attempt.day);
    cells.set(key, plus(cells.get(key) ?? NO_CELL, more));
  };
  const inOrder = [...attempts].sort((a, b) => a.startedAt - b.startedAt || (a.attemptId < b.attemptId ? -1 : 1));
  const seen = new Set<string>();
  for (const [index, attempt] of inOrder.entries()) {
    const { right, asked } = attempt;
    const key = cellKey(attempt.unitId, attempt.day);
    const fullMarks = Number(asked > 0 && right === asked);
    add(attempt, { people: Number(index === 0), active: Number(!seen.has(key)), attempts: 1, right, asked, fullMarks });
    seen.add(key);
  }
  for (const giver of pointGivers(attempts, counting)) add(giver, { points: giver.points });
  return cells;
}

/** new − old, by cell; cells that do not change are left out. In the order of the keys, so that two writers cannot block each other. */
export function cellChanges(before: ReadonlyMap<string, Cell>, after: ReadonlyMap<string, Cell>): [string, Cell][] {
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort();
  return keys.flatMap((key): [string, Cell][] => {
    const [old, now] = [before.get(key) ?? NO_CELL, after.get(key) ?? NO_CELL];
    const change = minus(now, old);
    return CELL_FIELDS.some((field) => change[field] !== 0) ? [[key, change]] : [];
  });
}

/** Field by field: a month of a province is sixty thousand sums. */
export function plus(a: Cell, b: Partial<Cell>): Cell {
  return {
    people: a.people + (b.people ?? 0),
    active: a.active + (b.active ?? 0),
    attempts: a.attempts + (b.attempts ?? 0),
    points: a.points + (b.points ?? 0),
    right: a.right + (b.right ?? 0),
    asked: a.asked + (b.asked ?? 0),
    fullMarks: a.fullMarks + (b.fullMarks ?? 0),
  };
}

function minus(a: Cell, b: Cell): Cell {
  return {
    people: a.people - b.people,
    active: a.active - b.active,
    attempts: a.attempts - b.attempts,
    points: a.points - b.points,
    right: a.right - b.right,
    asked: a.asked - b.asked,
    fullMarks: a.fullMarks - b.fullMarks,
  };
}

function isMoreRight(a: CountedAttempt, b: CountedAttempt): boolean {
  const [one, other] = [a.right * b.asked, b.right * a.asked];
  return one > other || (one === other && a.timeMs < b.timeMs);
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
