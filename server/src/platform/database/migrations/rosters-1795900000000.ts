import { Table, TableColumn, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { tableColumns } from '../tables.js';

/** Rosters: who may register with a unit that takes nobody else. */
export class Rosters1795900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(roster(runner));
    const { boolean } = tableColumns(runner);
    // Rows of earlier releases get a value before the column asks for one: no default stays behind.
    await runner.addColumn('unit', new TableColumn(boolean('is_roster_only', { isNullable: true })));
    await runner.query('UPDATE unit SET is_roster_only = FALSE');
    await runner.changeColumn('unit', 'is_roster_only', new TableColumn(boolean('is_roster_only')));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('unit', 'is_roster_only');
    await runner.dropTable(roster(runner));
  }
}

function roster(runner: QueryRunner): Table {
  const { uuid, text, epochMs } = tableColumns(runner);
  const optional = { isNullable: true };
  return new Table({
    name: 'roster_entry',
    columns: [
      uuid('id', { isPrimary: true }),
      uuid('unit_id'),
      text('name', 200),
      text('name_key', 200),
      text('employee_no', 32, optional),
      text('employee_key', 36),
      uuid('claimed_by', optional),
      epochMs('claimed_at', optional),
    ],
    indices: [
      new TableIndex({
        name: 'roster_entry_once',
        columnNames: ['unit_id', 'name_key', 'employee_key'],
        isUnique: true,
      }),
      new TableIndex({ name: 'roster_entry_claimed', columnNames: ['claimed_by'], isUnique: true }),
    ],
  });
}
