import { Injectable } from '@nestjs/common';
import type { DyadMember } from '../../../shared/access/actor.js';
import type { PlaceRight } from '../../../shared/access/conditions.js';
import type { Tx } from '../../platform/database/tx.js';

/** A thing of a module above that the threads of a topic are about. */
export interface TopicPlace {
  readonly kind: string;
  readonly id: string;
}

/** What the module that owns things of a kind says: whether a member may read, or read and write, the threads about one. */
export type PlaceGuard = (tx: Tx, id: string, member: DyadMember) => Promise<PlaceRight>;

/**
 * Topics that belong to a thing are open to whom the thing is open. The module that owns it registers the guard here, and
 * every way to such a topic asks it; without a guard nobody comes in.
 */
@Injectable()
export class PlaceGuards {
  private readonly guards = new Map<string, PlaceGuard>();

  register(kind: string, guard: PlaceGuard): void {
    if (this.guards.has(kind)) throw new Error(`Two modules guard topics of a ${kind}`);
    this.guards.set(kind, guard);
  }

  /** A topic that belongs to nothing is open to every member: what they may do there, its mode says. */
  async rightAt(tx: Tx, member: DyadMember, place: TopicPlace | null): Promise<PlaceRight> {
    if (place === null) return 'write';
    return (await this.guards.get(place.kind)?.(tx, place.id, member)) ?? 'none';
  }
}
