import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What one key decides is refused by the database, too, to whoever stands too near to the case. */
export class SingleKeys1764960000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function moderation_step_allowed() returns trigger language plpgsql as $$
      declare rule text := moderation_conflict(new.item_id, new.actor_id, new.at);
      begin
        if rule is not null then perform moderation_refuse(rule, 'this decision is for others');
        end if;
        return new;
      end $$`);
    // A hold is no decision: it protects at once, and ends by itself.
    await runner.query(`
      create trigger moderation_step_allowed before insert on moderation_event
      for each row when (new.type in ('approve', 'return') and new.tool = 'desk')
      execute function moderation_step_allowed()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop trigger moderation_step_allowed on moderation_event`);
    await runner.query(`drop function moderation_step_allowed()`);
  }
}
