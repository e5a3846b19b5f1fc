import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { tableColumns } from '../tables.js';

/** Released question sets, as loaded from the bank. */
export class QuestionSets1795400000001 implements MigrationInterface {
  readonly name = 'QuestionSets1795400000001';

  async up(runner: QueryRunner): Promise<void> {
    const column = tableColumns(runner);
    await runner.createTable(
      new Table({
        name: 'question_set_version',
        columns: [
          column.text('set_id', 64, { isPrimary: true }),
          column.text('version', 24, { isPrimary: true }),
          column.text('status', 16),
          column.text('title', 200),
          column.longText('description'),
          column.text('content_hash', 80),
          column.json('categories'),
          column.epochMs('loaded_at'),
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'question_version',
        columns: [
          column.text('set_id', 64, { isPrimary: true }),
          column.text('set_version', 24, { isPrimary: true }),
          column.text('question_id', 32, { isPrimary: true }),
          column.int('rev'),
          column.text('kind', 16),
          column.text('status', 16),
          column.text('category', 64),
          column.smallInt('difficulty'),
          column.json('content'),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('question_version');
    await runner.dropTable('question_set_version');
  }
}
