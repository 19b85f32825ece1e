import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantFull, isolateByDyad } from '../../../platform/database/tables.js';

/**
 * What people do about translations: ask, take up, propose, stand behind, dispute; and what they are told. A proposal that
 * is shown becomes a translation of the same id, so that whoever stands behind it goes on standing behind it.
 */
export class HumanTranslations1764985000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const ofText = `dyad_id uuid not null, owner_id uuid not null, target text not null`;
    await runner.query(`
      create table translation_proposal (
        id uuid not null constraint translation_proposal_pk primary key,
        ${ofText},
        body text not null,
        proposed_by uuid not null constraint translation_proposal_member references member,
        side text not null constraint translation_proposal_side check (side in ('a', 'b', 'neutral')),
        at timestamptz not null,
        state text not null constraint translation_proposal_state
          check (state in ('open', 'shown', 'declined', 'replaced', 'outdated')),
        reason text not null default '',
        closed_at timestamptz,
        constraint translation_proposal_reason check ((state = 'declined') = (reason <> '')),
        constraint translation_proposal_closed check ((state = 'open') = (closed_at is null))
      )`);
    await runner.query(`create index translation_proposal_of on translation_proposal (owner_id, target)`);
    await runner.query(`
      create table translation_stance (
        translation_id uuid not null,
        member_id uuid not null constraint translation_stance_member references member,
        dyad_id uuid not null,
        owner_id uuid not null,
        side text not null constraint translation_stance_side check (side in ('a', 'b', 'neutral')),
        at timestamptz not null,
        constraint translation_stance_pk primary key (translation_id, member_id)
      )`);
    await runner.query(`
      create table translation_request (
        ${ofText},
        member_id uuid not null constraint translation_request_member references member,
        at timestamptz not null,
        constraint translation_request_pk primary key (owner_id, target, member_id)
      )`);
    await runner.query(`create index translation_request_by on translation_request (member_id, at)`);
    await runner.query(`
      create table translation_dispute (
        id uuid not null constraint translation_dispute_pk primary key,
        ${ofText},
        translation_id uuid not null,
        kind text not null constraint translation_dispute_kind
          check (kind in ('meaning', 'offensive', 'name', 'grammar', 'missing')),
        words text not null,
        disputed_by uuid not null constraint translation_dispute_member references member,
        side text not null constraint translation_dispute_side check (side in ('a', 'b', 'neutral')),
        at timestamptz not null,
        state text not null constraint translation_dispute_state check (state in ('open', 'corrected', 'declined')),
        answer text not null default '',
        closed_at timestamptz,
        confirmed_at timestamptz,
        constraint translation_dispute_closed check ((state = 'open') = (closed_at is null)),
        constraint translation_dispute_answered check ((state = 'declined') = (answer <> ''))
      )`);
    await runner.query(`
      create unique index translation_dispute_once on translation_dispute (translation_id, disputed_by) where state = 'open'`);
    await runner.query(`create index translation_dispute_of on translation_dispute (owner_id, target)`);
    await runner.query(`
      create table translation_claim (
        ${ofText},
        member_id uuid not null constraint translation_claim_member references member,
        until timestamptz not null,
        constraint translation_claim_pk primary key (owner_id, target)
      )`);
    await runner.query(`
      create table translation_news (
        id uuid not null constraint translation_news_pk primary key,
        ${ofText},
        member_id uuid not null constraint translation_news_member references member,
        kind text not null constraint translation_news_kind check (kind in
          ('source_edited', 'meaning_disputed', 'reviewed', 'declined', 'dispute_corrected', 'dispute_declined')),
        at timestamptz not null
      )`);
    await runner.query(`create index translation_news_of on translation_news (member_id, at)`);
    await grantFull(runner, ...tables);
    await isolateByDyad(runner, ...tables);
    await runner.query(`
      insert into translation_stance (translation_id, member_id, dyad_id, owner_id, side, at)
      select t.id, m.id, t.dyad_id, t.owner_id, m.side, t.made_at from translation t join member m on m.id = t.provided_by`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.query(`drop table ${table}`);
  }
}

const tables = [
  'translation_proposal',
  'translation_stance',
  'translation_request',
  'translation_dispute',
  'translation_claim',
  'translation_news',
];
