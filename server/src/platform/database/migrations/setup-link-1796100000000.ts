import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { tableColumns } from '../tables.js';

/** The link for the first administrator, in common to all processes of a system. */
export class SetupLink1796100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(setupLink(runner));
    await runner.query('INSERT INTO setup_link (id, token_hash) VALUES (1, NULL)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(setupLink(runner));
  }
}

function setupLink(runner: QueryRunner): Table {
  const { smallInt, text } = tableColumns(runner);
  return new Table({
    name: 'setup_link',
    columns: [smallInt('id', { isPrimary: true }), text('token_hash', 64, { isNullable: true })],
  });
}
