import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

/** What has changed since a moment: how a board of people that is kept beside the rows finds what it was not told. */
export class Boards1796200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createIndex('contest_score', changed());
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('contest_score', changed());
  }
}

function changed(): TableIndex {
  return new TableIndex({ name: 'contest_score_changed', columnNames: ['contest_id', 'updated_at', 'person_id'] });
}
