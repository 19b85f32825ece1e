import type { QueryRunner } from 'typeorm';

/** Lets deadlines be of these kinds and no others. The kinds are written in migrations, never given by anybody. */
export async function allowDeadlineKinds(runner: QueryRunner, kinds: readonly string[]): Promise<void> {
  const list = kinds.map((kind) => `'${kind}'`).join(', ');
  await runner.query(`
    alter table moderation_deadline drop constraint moderation_deadline_kind,
      add constraint moderation_deadline_kind check (kind in (${list}))`);
}
