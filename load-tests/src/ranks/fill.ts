import { createHash } from 'node:crypto';
import { FIRST_MORNING, DAY_MS } from '../month/contest.js';
import type { RowWriter } from '../server/write-rows.js';
import { ASKED, type Crowd, nameOf, personId, pointsOf, settledAt, tokenOf } from './crowd.js';

const CHUNK = 10_000;

type Row = readonly (string | number | null)[];

/** Everything about the people that is no contest's: rows as registering writes them. Tokens only of those who will ask. */
export async function fillPeople(
  writer: RowWriter,
  { crowd, teams, askers }: { crowd: Crowd; teams: readonly string[]; askers: ReadonlySet<number> },
): Promise<void> {
  const columns = [
    ...['person_id', 'unit_id', 'name', 'name_key', 'employee_no', 'status', 'version', 'consent_version'],
    ...['registered_at', 'recovery_hash', 'erased_at'],
  ];
  await inChunks(writer, crowd.count, 'participant', columns, (no) => [
    ...[personId(no), teams[crowd.unitNo[no] ?? 0] ?? '', nameOf(no), nameOf(no), null, 'active', 1, 1],
    ...[FIRST_MORNING, null, null],
  ]);
  const asking = [...askers].sort((a, b) => a - b);
  await inChunks(writer, asking.length, 'person', ['id', 'created_at'], (index) => [
    ...[personId(asking[index] ?? 0), FIRST_MORNING],
  ]);
  const token = ['token_hash', 'person_id', 'created_at', 'how', 'revoked_at'];
  await inChunks(writer, asking.length, 'person_token', token, (index) => {
    const no = asking[index] ?? 0;
    const hash = createHash('sha256').update(tokenOf(no)).digest('hex');
    return [hash, personId(no), FIRST_MORNING, 'registered', null];
  });
}

/** Papers, scores and roll-ups of the first `count` people in a contest, as handing in writes them; papers without their questions. */
export async function fillContest(
  writer: RowWriter,
  { crowd, teams, contestId, count }: { crowd: Crowd; teams: readonly string[]; contestId: string; count: number },
): Promise<void> {
  const team = (no: number) => teams[crowd.unitNo[no] ?? 0] ?? '';
  const score = [
    ...['contest_id', 'person_id', 'changes', 'unit_id', 'points', 'time_ms', 'attempts', 'is_ranked'],
    ...['best_right', 'best_asked', 'updated_at'],
  ];
  await inChunks(writer, count, 'contest_score', score, (no) => [
    ...[contestId, personId(no), 3, team(no), pointsOf(crowd, no), crowd.timeMs[no] ?? 0, 1, 1],
    ...[crowd.right[no] ?? 0, ASKED, settledAt(crowd, no)],
  ]);
  const attempt = [
    ...['id', 'contest_id', 'person_id', 'unit_id', 'kind', 'day', 'slot', 'state', 'seed', 'paper', 'started_at'],
    ...['due_at', 'saves', 'settled_at', 'settled_by', 'answered', 'right_count', 'asked', 'points', 'time_ms'],
    ...['is_fast', 'device', 'removed_reason', 'is_tallied', 'is_tally_due'],
  ];
  await inChunks(writer, count, 'contest_attempt', attempt, (no) => {
    const [at, timeMs] = [settledAt(crowd, no), crowd.timeMs[no] ?? 0];
    return [
      ...[personId(no).replace(/^.{8}/, contestId.slice(-8)), contestId, personId(no), team(no), 'counting'],
      ...[dayText(crowd.day[no] ?? 1), 0, 'settled', tokenOf(no), '[]', at - timeMs, at - timeMs + 150_000, 5],
      ...[at, 'person', ASKED, crowd.right[no] ?? 0, ASKED, pointsOf(crowd, no), timeMs, 0, null, null, 1, 0],
    ];
  });
  const cells = [...cellsOf(crowd, count)];
  const cell = [
    ...['contest_id', 'unit_id', 'day', 'people', 'active', 'attempts', 'points', 'right_count', 'asked'],
    'full_marks',
  ];
  await inChunks(writer, cells.length, 'contest_unit_day', cell, (index) => {
    const [key, { people, points, right, full }] = cells[index] ?? [0, NOTHING];
    const [unitNo, day] = [Math.floor(key / 100), key % 100];
    return [contestId, teams[unitNo] ?? '', dayText(day), people, people, people, points, right, people * ASKED, full];
  });
}

const NOTHING = { people: 0, points: 0, right: 0, full: 0 };

function cellsOf(crowd: Crowd, count: number): Map<number, typeof NOTHING> {
  const cells = new Map<number, typeof NOTHING>();
  for (let no = 0; no < count; no += 1) {
    const key = (crowd.unitNo[no] ?? 0) * 100 + (crowd.day[no] ?? 1);
    const cell = cells.get(key) ?? { ...NOTHING };
    cells.set(key, cell);
    cell.people += 1;
    cell.points += pointsOf(crowd, no);
    cell.right += crowd.right[no] ?? 0;
    cell.full += Number(crowd.right[no] === ASKED);
  }
  return cells;
}

function dayText(day: number): string {
  return new Date(FIRST_MORNING + (day - 1) * DAY_MS).toISOString().slice(0, 10);
}

async function inChunks(
  writer: RowWriter,
  count: number,
  table: string,
  columns: readonly string[],
  rowOf: (index: number) => Row,
): Promise<void> {
  for (let from = 0; from < count; from += CHUNK) {
    const length = Math.min(CHUNK, count - from);
    await writer.insert(
      table,
      columns,
      Array.from({ length }, (_, index) => rowOf(from + index)),
    );
  }
}
