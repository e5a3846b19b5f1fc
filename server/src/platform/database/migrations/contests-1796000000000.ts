import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { tableColumns } from '../tables.js';

/** Contests: papers, answers, scores, roll-ups, certificates; reports and bulletins. */
export class Contests1796000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables(runner)) await runner.createTable(table);
    await runner.query('INSERT INTO contest_pulse (id, alive_at) VALUES (1, 0)');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables(runner).reverse()) await runner.dropTable(table);
  }
}

const key = { isPrimary: true };
const optional = { isNullable: true };

function tables(runner: QueryRunner): Table[] {
  const { uuid, text, int, smallInt, boolean, epochMs, json } = tableColumns(runner);
  const index = (name: string, columnNames: string[], isUnique = false) =>
    new TableIndex({ name, columnNames, isUnique });
  return [
    new Table({
      name: 'contest',
      columns: [
        uuid('id', key),
        json('settings'),
        int('version'),
        boolean('is_published'),
        epochMs('starts_at'),
        epochMs('ends_at'),
        epochMs('frozen_at', optional),
        epochMs('erased_at', optional),
        uuid('created_by'),
        epochMs('created_at'),
      ],
      indices: [index('contest_by_end', ['ends_at'])],
    }),
    new Table({
      name: 'contest_unit',
      columns: [uuid('contest_id', key), uuid('unit_id', key), int('head_count', optional)],
    }),
    new Table({
      name: 'contest_score',
      columns: [
        uuid('contest_id', key),
        uuid('person_id', key),
        int('changes'),
        uuid('unit_id'),
        int('points'),
        epochMs('time_ms'),
        int('attempts'),
        boolean('is_ranked'),
        int('best_right'),
        int('best_asked'),
        epochMs('updated_at'),
      ],
      indices: [
        index('contest_score_order', ['contest_id', 'is_ranked', 'points', 'time_ms']),
        index('contest_score_unit', ['contest_id', 'unit_id', 'is_ranked', 'points', 'time_ms']),
        index('contest_score_person', ['person_id']),
      ],
    }),
    new Table({
      name: 'contest_attempt',
      columns: [
        uuid('id', key),
        uuid('contest_id'),
        uuid('person_id'),
        uuid('unit_id'),
        text('kind', 10),
        text('day', 10),
        smallInt('slot'),
        text('state', 8),
        text('seed', 32),
        json('paper'),
        epochMs('started_at'),
        epochMs('due_at'),
        int('saves'),
        epochMs('settled_at', optional),
        text('settled_by', 8, optional),
        smallInt('answered'),
        smallInt('right_count'),
        smallInt('asked'),
        int('points'),
        int('time_ms'),
        boolean('is_fast'),
        text('device', 32, optional),
        text('removed_reason', 200, optional),
        boolean('is_tallied'),
        boolean('is_tally_due'),
      ],
      indices: [
        index('contest_attempt_slot', ['contest_id', 'person_id', 'kind', 'day', 'slot'], true),
        index('contest_attempt_due', ['state', 'due_at']),
        index('contest_attempt_tally', ['is_tally_due']),
        index('contest_attempt_fast', ['contest_id', 'is_fast']),
        index('contest_attempt_device', ['contest_id', 'device']),
        index('contest_attempt_person', ['person_id', 'started_at']),
      ],
    }),
    new Table({
      name: 'contest_answer',
      columns: [
        uuid('attempt_id', key),
        smallInt('line_no', key),
        text('choice', 1200),
        int('elapsed_ms'),
        epochMs('saved_at'),
      ],
    }),
    new Table({
      name: 'contest_missed',
      columns: [
        uuid('contest_id', key),
        uuid('person_id', key),
        text('question', 100, key),
        smallInt('streak'),
        int('misses'),
        boolean('is_open'),
        epochMs('seen_at'),
      ],
    }),
    new Table({
      name: 'contest_unit_day',
      columns: [
        uuid('contest_id', key),
        uuid('unit_id', key),
        text('day', 10, key),
        int('people'),
        int('active'),
        int('attempts'),
        int('points'),
        int('right_count'),
        int('asked'),
        int('full_marks'),
      ],
    }),
    new Table({
      name: 'contest_hour',
      columns: [
        uuid('contest_id', key),
        smallInt('hour', key),
        int('attempts'),
        int('points'),
        int('right_count'),
        int('asked'),
      ],
    }),
    new Table({
      name: 'contest_question',
      columns: [uuid('contest_id', key), text('question', 100, key), int('asked'), int('answered'), int('right_count')],
    }),
    new Table({
      name: 'contest_certificate',
      columns: [
        text('number', 16, key),
        uuid('contest_id'),
        uuid('person_id'),
        epochMs('issued_at'),
        epochMs('revoked_at', optional),
      ],
      indices: [index('contest_certificate_person', ['contest_id', 'person_id'], true)],
    }),
    new Table({
      name: 'contest_log',
      columns: [
        uuid('id', key),
        uuid('contest_id'),
        epochMs('noted_at'),
        uuid('account_id', optional),
        text('action', 20),
        uuid('attempt_id', optional),
        uuid('person_id', optional),
        text('detail', 300),
      ],
      indices: [index('contest_log_of', ['contest_id', 'noted_at'])],
    }),
    new Table({
      name: 'contest_pulse',
      columns: [smallInt('id', key), epochMs('alive_at')],
    }),
    new Table({
      name: 'contest_outage',
      columns: [uuid('id', key), epochMs('began_at'), epochMs('ended_at')],
      indices: [index('contest_outage_end', ['ended_at'])],
    }),
    new Table({
      name: 'report',
      columns: [
        uuid('id', key),
        uuid('contest_id'),
        text('kind', 12),
        uuid('unit_id', optional),
        text('state', 8),
        smallInt('percent'),
        int('row_count'),
        int('bytes'),
        uuid('created_by'),
        epochMs('created_at'),
      ],
      indices: [index('report_of_contest', ['contest_id', 'created_at'])],
    }),
    new Table({
      name: 'bulletin',
      columns: [uuid('contest_id', key), smallInt('week', key), epochMs('made_at')],
    }),
  ];
}
