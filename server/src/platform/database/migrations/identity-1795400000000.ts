import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { tableColumns } from '../tables.js';

/** Accounts and their sessions. */
export class Identity1795400000000 implements MigrationInterface {
  readonly name = 'Identity1795400000000';

  async up(runner: QueryRunner): Promise<void> {
    const column = tableColumns(runner);
    await runner.createTable(
      new Table({
        name: 'account',
        columns: [
          column.uuid('id', { isPrimary: true }),
          column.text('name', 40),
          column.text('name_key', 80),
          column.text('role', 16),
          column.text('password_hash', 255),
          column.boolean('is_disabled'),
          column.epochMs('created_at'),
          column.epochMs('last_sign_in_at', { isNullable: true }),
        ],
        uniques: [{ name: 'uq_account_name_key', columnNames: ['name_key'] }],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'session',
        columns: [
          column.text('id_hash', 64, { isPrimary: true }),
          column.uuid('account_id'),
          column.uuid('round_id', { isNullable: true }),
          column.epochMs('created_at'),
          column.epochMs('expires_at'),
          column.epochMs('last_seen_at'),
        ],
        indices: [
          { name: 'ix_session_account', columnNames: ['account_id'] },
          { name: 'ix_session_round', columnNames: ['round_id'] },
        ],
        foreignKeys: [
          {
            name: 'fk_session_account',
            columnNames: ['account_id'],
            referencedTableName: 'account',
            referencedColumnNames: ['id'],
            onDelete: 'CASCADE',
            onUpdate: 'NO ACTION',
          },
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('session');
    await runner.dropTable('account');
  }
}
