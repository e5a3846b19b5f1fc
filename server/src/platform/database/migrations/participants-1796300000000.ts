import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

/** How many people of each unit are registered, counted from the index alone. */
export class Participants1796300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createIndex('participant', counted());
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('participant', counted());
  }
}

function counted(): TableIndex {
  return new TableIndex({ name: 'participant_unit_status', columnNames: ['unit_id', 'status'] });
}
