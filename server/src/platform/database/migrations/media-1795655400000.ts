import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { resizeText, tableColumns } from '../tables.js';

/** Pictures of questions, and room for the answers of all kinds: a picture with thirty taps, six typed texts. */
export class Media1795655400000 implements MigrationInterface {
  readonly name = 'Media1795655400000';

  async up(runner: QueryRunner): Promise<void> {
    const column = tableColumns(runner);
    await runner.createTable(
      new Table({
        name: 'media',
        columns: [
          column.text('sha256', 64, { isPrimary: true }),
          column.text('mime', 32),
          column.bytes('bytes'),
          column.int('width'),
          column.int('height'),
          column.epochMs('created_at'),
        ],
      }),
    );
    await resizeText(runner, { table: 'live_answer', name: 'choice', length: 1_200 });
  }

  async down(runner: QueryRunner): Promise<void> {
    await resizeText(runner, { table: 'live_answer', name: 'choice', length: 400 });
    await runner.dropTable('media');
  }
}
