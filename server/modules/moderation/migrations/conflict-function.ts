import type { QueryRunner } from 'typeorm';

/** Whoever is the author of an item. */
export const author = `i.author_id = which_member`;

/**
 * Makes or replaces the function that says by which rule a member stands too near to an item; nothing when by none.
 * @param writes who counts as an author of the item
 */
export async function replaceConflict(runner: QueryRunner, writes: string): Promise<void> {
  await runner.query(`
    create or replace function moderation_conflict(which_item uuid, which_member uuid, moment timestamptz) returns text
    language sql stable as $$
      select case
        when ${writes} then 'author'
        when exists (select from moderation_event e
                     where e.item_id = i.id and e.type = 'report' and e.actor_id = which_member) then 'reporter'
        when which_member = any (i.concerns) then 'target'
        when exists (select from moderation_item o where o.place_id = i.place_id and o.author_id = which_member
                     and o.submitted_at > moment - interval '24 hours') then 'same_place'
        when exists (
          select from (select distinct on (member_id, organisation_id) member_id, organisation_id, type from delegate_event
                       where member_id in (i.author_id, which_member)
                       order by member_id, organisation_id, at desc, id desc) newest
          where type = 'named' group by organisation_id having count(*) = 2) then 'same_organisation'
      end
      from moderation_item i where i.id = which_item
    $$`);
}
