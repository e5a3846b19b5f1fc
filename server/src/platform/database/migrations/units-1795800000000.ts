import { Table, TableColumn, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { tableColumns } from '../tables.js';

/** Units, people who register with them, captains; which unit a seat was played for. */
export class Units1795800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables(runner)) await runner.createTable(table);
    await runner.query('INSERT INTO unit_tree (id, version) VALUES (1, 1)');
    for (const [table, column] of added(runner)) await runner.addColumn(table, column);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, column] of added(runner)) await runner.dropColumn(table, column);
    for (const table of tables(runner).reverse()) await runner.dropTable(table);
  }
}

const key = { isPrimary: true };
const optional = { isNullable: true };

/** What tables of earlier releases gain. */
function added(runner: QueryRunner): [string, TableColumn][] {
  const { uuid, text } = tableColumns(runner);
  return [
    ['account', new TableColumn(uuid('unit_id', optional))],
    ['person_token', new TableColumn(text('how', 16, optional))],
    ['live_seat', new TableColumn(uuid('unit_id', optional))],
  ];
}

function tables(runner: QueryRunner): Table[] {
  const { uuid, text, int, smallInt, boolean, epochMs, json } = tableColumns(runner);
  const index = (name: string, columnNames: string[], isUnique = false) =>
    new TableIndex({ name, columnNames, isUnique });
  return [
    new Table({
      name: 'unit',
      columns: [
        uuid('id', key),
        uuid('parent_id', optional),
        text('parent_key', 36),
        text('kind', 12),
        text('name', 60),
        text('name_key', 200),
        text('sector', 20, optional),
        text('code', 32, optional),
        int('head_count', optional),
        json('aliases'),
        boolean('needs_approval'),
        text('status', 8),
        uuid('merged_into', optional),
        int('version'),
        epochMs('created_at'),
      ],
      indices: [index('unit_sisters', ['parent_key', 'name_key'], true), index('unit_own_code', ['code'], true)],
    }),
    new Table({
      name: 'unit_tree',
      columns: [smallInt('id', key), int('version')],
    }),
    new Table({
      name: 'unit_code',
      columns: [
        text('code', 8, key),
        uuid('unit_id'),
        epochMs('created_at'),
        uuid('created_by', optional),
        epochMs('expires_at', optional),
        epochMs('revoked_at', optional),
        int('registrations'),
      ],
      indices: [index('unit_code_of_unit', ['unit_id'])],
    }),
    new Table({
      name: 'unit_change',
      columns: [
        uuid('id', key),
        uuid('unit_id'),
        epochMs('changed_at'),
        uuid('changed_by', optional),
        text('action', 16),
        text('detail', 300),
      ],
      indices: [index('unit_change_of_unit', ['unit_id', 'changed_at'])],
    }),
    new Table({
      name: 'participant',
      columns: [
        uuid('person_id', key),
        uuid('unit_id'),
        text('name', 200),
        text('name_key', 200),
        text('employee_no', 32, optional),
        text('status', 10),
        int('version'),
        smallInt('consent_version'),
        epochMs('registered_at'),
        text('recovery_hash', 64, optional),
        epochMs('erased_at', optional),
      ],
      indices: [index('participant_of_unit', ['unit_id', 'name_key']), index('participant_by_status', ['status'])],
    }),
    new Table({
      name: 'person_claim',
      columns: [
        uuid('id', key),
        uuid('unit_id'),
        text('name', 200),
        text('name_key', 200),
        text('match_code', 4),
        text('secret_hash', 64),
        text('token_hash', 64),
        text('state', 10),
        uuid('person_id', optional),
        epochMs('created_at'),
        epochMs('expires_at'),
        uuid('decided_by', optional),
      ],
      indices: [index('person_claim_waiting', ['state', 'unit_id'])],
    }),
  ];
}
