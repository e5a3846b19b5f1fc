import type { UnitStanding } from '@anquanli/contract/contest';
import { describe, expect, it } from '@jest/globals';
import { compareMonth, type Observed } from './compare.js';
import { pointsFor, type MonthDiary, type PaperDiary } from './diary.js';
import { planMonth } from './month-plan.js';
import { expectedMonth, type Expected } from './recompute.js';

const plan = planMonth({ units: 30, people: 300, days: 10, seed: 7 });
const papers = plan.people.flatMap(({ no, unitNo, days }) =>
  days.map((day): PaperDiary => {
    const right = (no + day) % 6;
    const told = { right, points: pointsFor(right, 5), timeMs: 1_000 + ((no * 37 + day) % 900) };
    return { personId: `p${no}`, unitNo, day, attemptId: `a${no}-${day}`, right, asked: 5, told };
  }),
);
const diary: MonthDiary = {
  ...{ papers, answersSent: papers.length * 5, answersAcked: papers.length * 5, registered: 300 },
  times: { start: [], answer: [], submit: [] },
};
const expected = expectedMonth(papers, plan.units);

/** A product without a fault. */
function faultless(): Observed {
  const board = (groups: ReadonlyMap<string, Expected>): UnitStanding[] => {
    const rows = [...groups].sort(([, a], [, b]) => b.index - a.index);
    return rows.map(([name, figures]) => ({
      place: rows.filter(([, other]) => other.index > figures.index + 1e-9).length + 1,
      ...{ unitId: null, name, isMine: false, isMissing: figures.headCount === null, units: 1, ratedUnits: 1 },
      ...figures,
    }));
  };
  const { total, people } = expected;
  const zero = { points: 0, right: 0, asked: 0, active: 0, fullMarks: 0 };
  return {
    attempts: papers.map(({ attemptId, personId, day, right, asked }) => ({
      id: attemptId,
      personId,
      day,
      points: pointsFor(right, asked),
    })),
    dashboard: {
      ...{ serverNow: 0, people: total.people, headCount: total.headCount, rate: total.rate, attempts: total.attempts },
      ...{
        fullMarks: total.fullMarks,
        meanRight: null,
        questions: 5,
        units: 30,
        ratedUnits: 30,
        unitsWithNobody: 0,
        hardest: [],
      },
      days: [...expected.days].sort(([a], [b]) => a - b).map(([day, each]) => ({ ...zero, day: String(day), ...each })),
      hours: [
        {
          hour: 8,
          attempts: total.attempts,
          points: 0,
          asked: 0,
          right: papers.reduce((sum, { right }) => sum + right, 0),
        },
      ],
    },
    ...{ units: board(expected.units), regions: board(expected.regions), sectors: board(expected.sectors) },
    people: people.map(({ personId, points, timeMs, place }) => ({
      personId,
      points,
      timeMs,
      place,
      name: '',
      unitName: '',
      attempts: 1,
    })),
    reports: {
      units: { people: total.people, attempts: total.attempts, points: total.points },
      people: { rows: people.length, points: total.points, lastPlace: people.at(-1)?.place ?? 0 },
    },
  };
}
const verdict = (damage: (seen: Observed) => Partial<Observed>) => {
  const seen = faultless();
  const { lost, doubled, wrongTotals, wrongRanks, wrongReports } = compareMonth(diary, expected, {
    ...seen,
    ...damage(seen),
  });
  return [lost, doubled, wrongTotals, wrongRanks, wrongReports];
};

describe('the comparison of a month', () => {
  it('finds nothing wrong with what is right', () => {
    expect(verdict(() => ({}))).toEqual([0, 0, 0, 0, 0]);
  });

  it('sees a row that is gone, a row too many, and points that were changed', () => {
    expect(verdict(({ attempts }) => ({ attempts: attempts.slice(1) }))).toEqual([1, 0, 0, 0, 0]);
    expect(
      verdict(({ attempts }) => ({
        attempts: [...attempts, { ...(attempts[0] ?? { personId: '', day: 0, points: 0 }), id: 'other' }],
      })),
    ).toEqual([0, 1, 0, 0, 0]);
    expect(
      verdict(({ attempts }) => ({
        attempts: attempts.map((row, index) => (index === 3 ? { ...row, points: 9 } : row)),
      })),
    ).toEqual([0, 0, 1, 0, 0]);
  });

  it('sees a sum, a rate and a place of a unit that is off', () => {
    const changed = (change: Partial<UnitStanding>) => (seen: Observed) => ({
      units: seen.units.map((row, index) => (index === 2 ? { ...row, ...change } : row)),
    });
    expect(verdict(changed({ points: 1_000_000 }))).toEqual([0, 0, 1, 0, 0]);
    expect(verdict(changed({ rate: 0.123456 }))).toEqual([0, 0, 1, 0, 0]);
    expect(verdict(changed({ place: 29 }))).toEqual([0, 0, 0, 1, 0]);
  });

  it('sees people who trade places or are not there', () => {
    expect(
      verdict(({ people }) => ({ people: people.map((row, index) => (index === 5 ? { ...row, place: 1 } : row)) })),
    ).toEqual([0, 0, 0, 1, 0]);
    expect(verdict(({ people }) => ({ people: people.slice(1) }))).toEqual([1, 1, 0, 0, 0]);
  });

  it('sees a dashboard and a report that say otherwise', () => {
    expect(verdict(({ dashboard }) => ({ dashboard: { ...dashboard, attempts: 1 } }))).toEqual([0, 0, 1, 0, 0]);
    expect(verdict(({ reports }) => ({ reports: { ...reports, people: { ...reports.people, rows: 1 } } }))).toEqual([
      0, 0, 0, 0, 1,
    ]);
  });

  it('rests on a plan that is the same for the same seed', () => {
    expect(planMonth(plan.size)).toEqual(plan);
    expect(plan.people.filter(({ days }) => days.length === 0).length).toBeGreaterThan(20);
  });
});
