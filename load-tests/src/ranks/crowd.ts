import { createHash } from 'node:crypto';
import { seededRandom } from '../bots/seeded-random.js';
import { FIRST_MORNING, DAY_MS } from '../month/contest.js';
import type { PlannedUnit } from '../month/month-plan.js';

export interface CrowdSize {
  readonly units: number;
  readonly people: number;
  readonly seed: number;
}

/** Pretend people with one paper each, by number from 0: columns, for a million objects would be too much. */
export interface Crowd {
  readonly count: number;
  readonly unitNo: Int32Array;
  readonly right: Uint8Array;
  readonly timeMs: Int32Array;
  /** Of the contest, from 1. */
  readonly day: Uint8Array;
}

export const DAYS = 30;
export const ASKED = 5;
const POINTS_A_RIGHT = 20;
const UNITS_A_REGION = 40;
const SECTORS = ['城镇燃气', '道路运输', '危险化学品', '建筑施工', '矿山', '冶金'];

/** Enterprises of every size, each with one team in which its people are. */
export function crowdOf({ units, people, seed }: CrowdSize): Crowd {
  const random = seededRandom(seed);
  const crowd = {
    ...{ count: people, unitNo: new Int32Array(people), right: new Uint8Array(people) },
    ...{ timeMs: new Int32Array(people), day: new Uint8Array(people) },
  };
  for (let no = 0; no < people; no += 1) {
    // The first units are the largest.
    crowd.unitNo[no] = Math.floor(random() ** 1.5 * units);
    crowd.right[no] = Math.min(ASKED, Math.floor(random() ** 0.6 * (ASKED + 1)));
    // So few different times that many share a place.
    crowd.timeMs[no] = 5_000 + Math.floor(random() * 1_450) * 100;
    crowd.day[no] = 1 + Math.floor(random() * DAYS);
  }
  return crowd;
}

export function pointsOf(crowd: Crowd, no: number): number {
  return (crowd.right[no] ?? 0) * POINTS_A_RIGHT;
}

/** Points of the contest are given so. */
export const POINTS = { by: 'right', perRight: POINTS_A_RIGHT, fullBonus: 0 } as const;

export function plannedUnits(units: number): PlannedUnit[] {
  return Array.from({ length: units }, (_, no) => ({
    ...{
      no,
      name: `企业 ${no + 1}`,
      region: `地区 ${regionNo(no) + 1}`,
      sector: SECTORS[no % SECTORS.length] ?? '其他',
    },
    headCount: no % 20 === 7 ? null : 700,
  }));
}

export function regionNo(unitNo: number): number {
  return Math.floor(unitNo / UNITS_A_REGION);
}

/** People are in the order of their ids, as they are when they register one after the other. */
export function personId(no: number): string {
  return `01970000-0000-7000-8000-${no.toString(16).padStart(12, '0')}`;
}

export function nameOf(no: number): string {
  return `工人${no}`;
}

export function tokenOf(no: number): string {
  return createHash('sha256').update(`ranks/${no}`).digest('hex').slice(0, 32);
}

/** A day of papers is so long. */
export const LAST_PAPER_MS = 36_000_000;

/** When the paper was handed in, epoch ms: at some moment of its day. */
export function settledAt(crowd: Crowd, no: number): number {
  return FIRST_MORNING + ((crowd.day[no] ?? 1) - 1) * DAY_MS + ((no * 7_919) % (LAST_PAPER_MS / 1_000)) * 1_000;
}
