import { seededRandom } from '../bots/seeded-random.js';

/** How large a pretend month is. */
export interface MonthSize {
  /** Enterprises, each with one team in which its people are registered. */
  readonly units: number;
  readonly people: number;
  readonly days: number;
  readonly seed: number;
}

export interface PlannedUnit {
  readonly no: number;
  readonly name: string;
  readonly region: string;
  readonly sector: string;
  /** null = unknown: such a unit has no rate. */
  readonly headCount: number | null;
}

export interface PlannedPerson {
  readonly no: number;
  readonly unitNo: number;
  /** Days on which the person answers, from 1, in order. */
  readonly days: readonly number[];
  /** How likely an answer is right. */
  readonly skill: number;
}

export interface MonthPlan {
  readonly size: MonthSize;
  readonly units: readonly PlannedUnit[];
  readonly people: readonly PlannedPerson[];
}

const UNITS_A_REGION = 40;
const SECTORS = ['城镇燃气', '道路运输', '危险化学品', '建筑施工', '矿山', '冶金'];
/** Some units never take part, some never say how many people they have. */
const NOBODY_SHARE = 0.03;
const NO_COUNT_SHARE = 0.05;
/** How many days people take part on: many once, some never. */
const DAYS_A_PERSON = [0, 0, 1, 1, 1, 1, 2, 2, 3, 4];

/** Who takes part when: the same seed plans the same month. */
export function planMonth(size: MonthSize): MonthPlan {
  const random = seededRandom(size.seed);
  const draws = Array.from({ length: size.units }, () => ({
    weight: 0.2 + random() ** 2 * 3,
    nobody: random() < NOBODY_SHARE,
  }));
  // The first one takes part, so that there is somebody in a small run.
  const weights = draws.map(({ weight, nobody }, index) => (nobody && index > 0 ? 0 : weight));
  const ends = runningSums(weights);
  const people = Array.from({ length: size.people }, (_, no): PlannedPerson => {
    const unitNo = placeOf(ends, random() * (ends.at(-1) ?? 1));
    const count = Math.min(size.days, DAYS_A_PERSON[Math.floor(random() * DAYS_A_PERSON.length)] ?? 1);
    const days = new Set<number>();
    while (days.size < count) days.add(1 + Math.floor(random() * size.days));
    return { no, unitNo, days: [...days].sort((a, b) => a - b), skill: 0.4 + random() * 0.6 };
  });
  const sizes = new Map<number, number>();
  for (const { unitNo } of people) sizes.set(unitNo, (sizes.get(unitNo) ?? 0) + 1);
  const units = draws.map((_, no): PlannedUnit => {
    const isUnknown = random() < NO_COUNT_SHARE && no > 0;
    return {
      ...{ no, name: `企业 ${no + 1}`, region: `地区 ${Math.floor(no / UNITS_A_REGION) + 1}` },
      sector: SECTORS[no % SECTORS.length] ?? '其他',
      headCount: isUnknown ? null : Math.max(1, Math.round((sizes.get(no) ?? 3) * (0.9 + random() * 0.5))),
    };
  });
  return { size, units, people };
}

function runningSums(weights: readonly number[]): number[] {
  let sum = 0;
  return weights.map((weight) => (sum += weight));
}

/** The first end beyond the point: units without weight are never it. */
function placeOf(ends: readonly number[], point: number): number {
  let [low, high] = [0, ends.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) > point) high = middle;
    else low = middle + 1;
  }
  return low;
}
