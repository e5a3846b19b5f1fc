import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { tableColumns } from '../tables.js';

/** The admins' desk: sets while they are edited, their history, imports, and releases as whole documents. */
export class Bank1795700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables(runner)) await runner.createTable(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables(runner).reverse()) await runner.dropTable(table);
  }
}

const key = { isPrimary: true };
const optional = { isNullable: true };

function tables(runner: QueryRunner): Table[] {
  const { uuid, text, longText, int, smallInt, epochMs, json, bytes } = tableColumns(runner);
  const index = (name: string, columnNames: string[], isUnique = false) =>
    new TableIndex({ name, columnNames, isUnique });
  const made = [epochMs('created_at'), uuid('created_by', optional)];
  const changed = [epochMs('updated_at'), uuid('updated_by', optional)];
  return [
    new Table({
      name: 'stored_file_part',
      columns: [text('file_id', 120, key), smallInt('part', key), bytes('content')],
    }),
    new Table({
      name: 'question_set_release',
      columns: [
        text('set_id', 64, key),
        text('version', 24, key),
        epochMs('released_at'),
        uuid('released_by', optional),
        epochMs('withdrawn_at', optional),
        uuid('withdrawn_by', optional),
        text('withdrawal_reason', 300, optional),
      ],
    }),
    new Table({
      name: 'bank_set',
      columns: [
        text('set_id', 64, key),
        int('version'),
        text('title', 120),
        longText('description'),
        text('licence', 64),
        text('locale', 16),
        text('legal_basis_date', 10),
        text('seeded_from', 24, optional),
        ...made,
        ...changed,
      ],
    }),
    new Table({
      name: 'bank_category',
      columns: [text('id', 64, key), text('title', 120), text('parent', 64, optional), ...changed],
    }),
    new Table({ name: 'bank_source', columns: [text('id', 64, key), json('content'), ...changed] }),
    new Table({
      name: 'bank_question',
      columns: [
        text('set_id', 64, key),
        text('question_id', 32, key),
        int('version'),
        int('rev'),
        text('kind', 16),
        text('status', 16),
        text('category', 64),
        smallInt('difficulty'),
        longText('search_text'),
        text('source_ids', 600),
        json('content'),
        text('import_key', 120, optional),
        uuid('import_id', optional),
        ...made,
        ...changed,
      ],
      indices: [
        index('bank_question_by_status', ['set_id', 'status']),
        index('bank_question_by_category', ['set_id', 'category']),
        index('bank_question_import', ['set_id', 'import_key'], true),
      ],
    }),
    new Table({
      name: 'bank_change',
      columns: [
        uuid('id', key),
        text('set_id', 64),
        text('question_id', 32),
        epochMs('changed_at'),
        uuid('changed_by', optional),
        text('action', 20),
        int('rev'),
        json('fields'),
        text('note', 300, optional),
        json('content'),
      ],
      indices: [index('bank_change_of_question', ['set_id', 'question_id', 'changed_at'])],
    }),
    new Table({
      name: 'bank_media',
      columns: [
        text('set_id', 64, key),
        text('id', 64, key),
        text('path', 128),
        text('mime', 40),
        text('sha256', 64),
        int('bytes'),
        int('width'),
        int('height'),
        text('alt', 300),
        text('licence', 64, optional),
        text('credit', 200, optional),
        ...made,
        ...changed,
      ],
    }),
    new Table({
      name: 'bank_import',
      columns: [
        uuid('id', key),
        int('version'),
        text('set_id', 64),
        text('name', 200),
        text('sha256', 64),
        int('bytes'),
        text('state', 12),
        json('counts'),
        int('added'),
        ...made,
        ...changed,
        epochMs('committed_at', optional),
        uuid('committed_by', optional),
      ],
      indices: [index('bank_import_by_time', ['created_at'])],
    }),
  ];
}
