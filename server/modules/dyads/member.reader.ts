import { Injectable } from '@nestjs/common';
import type { Role, Side } from '../../../shared/access/actor.js';
import { Failure } from '../../../shared/contract/failure.js';
import type { MemberView } from '../../../shared/dyads/dyad.schema.js';
import { skeleton } from '../../../shared/language/unicode-safety.js';
import type { Tx } from '../../platform/database/tx.js';
import { MemberRepository } from './member.repository.js';
import { languagesOf, memberView } from './member.view.js';

/** Who wrote something, without a name where they want none. */
export interface Credit {
  readonly pseudonym: string | null;
  readonly side: Side;
}

/** What other modules may ask about members: how to show them, and who bears a name. */
@Injectable()
export class MemberReader {
  constructor(private readonly members: MemberRepository) {}

  /** The members by id, in one query. */
  async views(tx: Tx, ids: readonly string[]): Promise<Map<string, MemberView>> {
    if (ids.length === 0) return new Map();
    const rows = await this.members.byIds(tx, [...new Set(ids)]);
    return new Map(rows.map((row) => [row.id, memberView(row)]));
  }

  /** Everybody who holds a role now. */
  async holding(tx: Tx, dyadId: string, role: Role): Promise<string[]> {
    return (await this.members.withRoles(tx, dyadId, [role])).map(({ id }) => id);
  }

  /** The language that a member usually writes in here. @throws Failure `request.not_found` */
  async writesIn(tx: Tx, id: string): Promise<string> {
    const member = await this.members.byId(tx, id);
    if (!member) throw new Failure('request.not_found');
    return member.writes_in;
  }

  /** What a member says of their languages. @throws Failure `request.not_found` */
  async languages(
    tx: Tx,
    id: string,
  ): Promise<{ readonly reads: readonly string[]; readonly writes: readonly string[] }> {
    const member = await this.members.byId(tx, id);
    if (!member) throw new Failure('request.not_found');
    return languagesOf(member);
  }

  /** Who wrote something, as they want it said: by their name, or by their side alone. */
  async credits(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Credit>> {
    const rows = ids.length === 0 ? [] : await this.members.byIds(tx, [...new Set(ids)]);
    return new Map(
      rows.map(({ id, pseudonym, side, credited }) => [id, { pseudonym: credited ? pseudonym : null, side }]),
    );
  }

  /** The members whom a text may mean by these names; lookalike names are found too, and cannot be two people. */
  async bearing(tx: Tx, dyadId: string, names: readonly string[]): Promise<Map<string, string>> {
    if (names.length === 0) return new Map();
    const rows = await this.members.bySkeletons(tx, dyadId, [...new Set(names.map(skeleton))]);
    const bySkeleton = new Map(rows.map((row) => [row.skeleton, row.id]));
    return new Map(
      names.flatMap((name) => {
        const id = bySkeleton.get(skeleton(name));
        return id === undefined ? [] : [[name, id] as const];
      }),
    );
  }
}
