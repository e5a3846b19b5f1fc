import { ContestAttemptEntity } from '../../src/features/contest/entities/contest-attempt.entity.js';
import { ContestScoreEntity } from '../../src/features/contest/entities/contest-score.entity.js';
import { ContestUnitDayEntity } from '../../src/features/contest/entities/contest-unit-day.entity.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import type { RunningServer } from '../../src/server.js';

/** A roll-up as text, lines in order: what is kept, or what rows say. */
export async function keptCells({ app }: Pick<RunningServer, 'app'>, contestId: string): Promise<string[]> {
  const rows = await app.get(UnitOfWork).read((manager) => manager.findBy(ContestUnitDayEntity, { contestId }));
  return rows
    .map(({ unitId, day, people, active, attempts, points, rightCount, asked, fullMarks }) =>
      line(unitId, day, [people, active, attempts, points, rightCount, asked, fullMarks]),
    )
    .filter((each) => !each.endsWith(' 0,0,0,0,0,0,0'))
    .sort();
}

/** The same from the attempts, for a contest in which every attempt counts: written apart from the product's own code. */
export async function cellsFromRows({ app }: Pick<RunningServer, 'app'>, contestId: string): Promise<string[]> {
  const rows = await app
    .get(UnitOfWork)
    .read((manager) => manager.findBy(ContestAttemptEntity, { contestId, kind: 'counting', state: 'settled' }));
  const counted = rows.filter(({ removedReason }) => removedReason === null);
  const sums = new Map<string, number[]>();
  const add = (unitId: string, day: string, values: number[]) => {
    const held = sums.get(`${unitId}/${day}`) ?? [0, 0, 0, 0, 0, 0, 0];
    sums.set(
      `${unitId}/${day}`,
      held.map((value, index) => value + (values[index] ?? 0)),
    );
  };
  const seen = new Set<string>();
  const people = new Set<string>();
  for (const row of [...counted].sort((a, b) => a.startedAt - b.startedAt)) {
    const { personId, unitId, day, points, rightCount, asked } = row;
    const isNewToday = !seen.has(`${personId} ${unitId} ${day}`);
    add(unitId, day, [
      ...[Number(!people.has(personId)), Number(isNewToday), 1, points, rightCount, asked],
      Number(rightCount === asked),
    ]);
    seen.add(`${personId} ${unitId} ${day}`);
    people.add(personId);
  }
  return [...sums].map(([key, values]) => line(...(key.split('/') as [string, string]), values)).sort();
}

/** Points of people as kept, and as their attempts say. */
export async function scoresOf({ app }: Pick<RunningServer, 'app'>, contestId: string) {
  return app.get(UnitOfWork).read(async (manager) => {
    const kept = await manager.findBy(ContestScoreEntity, { contestId });
    const attempts = await manager.findBy(ContestAttemptEntity, { contestId, kind: 'counting', state: 'settled' });
    const fromRows = new Map<string, number>();
    for (const { personId, points, removedReason } of attempts)
      if (removedReason === null) fromRows.set(personId, (fromRows.get(personId) ?? 0) + points);
    return {
      kept: kept.map(({ personId, points }) => `${personId} ${points}`).sort(),
      fromRows: kept.map(({ personId }) => `${personId} ${fromRows.get(personId) ?? 0}`).sort(),
    };
  });
}

function line(unitId: string, day: string, values: readonly number[]): string {
  return `${unitId} ${day} ${values.join(',')}`;
}
