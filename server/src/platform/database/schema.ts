import type { MigrationInterface } from 'typeorm';

/** A class with a constructor; what TypeORM takes as an entity. */
export type EntityClass = new () => object;
/** Its name ends in a JavaScript timestamp. */
export type MigrationClass = new () => MigrationInterface;

/** All tables of the server: entities as the code sees them, migrations in the order in which they are applied. */
export interface Schema {
  readonly entities: readonly EntityClass[];
  readonly migrations: readonly MigrationClass[];
}
