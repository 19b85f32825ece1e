import type { MigrationInterface, QueryRunner } from 'typeorm';
import { author, replaceConflict } from './conflict-function.js';

const drafter = `(i.kind = 'statement' and exists (
          select from member m where m.id = which_member and 'drafter' = any (m.roles)))`;

/** A statement is no single person's: whoever drafts takes no part in a decision about one, as authors do not. */
export class DraftersStandTooNear1765100000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await replaceConflict(runner, `${author} or ${drafter}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await replaceConflict(runner, author);
  }
}
