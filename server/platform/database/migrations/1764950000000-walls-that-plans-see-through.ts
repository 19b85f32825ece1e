import type { MigrationInterface, QueryRunner } from 'typeorm';
import { renewIsolation } from '../tables.js';

/** The condition of the wall between dyads, written so that PostgreSQL expects about as many rows as there are. */
export class WallsThatPlansSeeThrough1764950000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await renewIsolation(runner);
  }

  /** The earlier condition lets the same rows through, so there is nothing to go back to. */
  async down(): Promise<void> {}
}
