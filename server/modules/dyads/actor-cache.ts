import type { Actor } from '../../../shared/access/actor.js';

/** Short enough that a right that ends unannounced (by time alone) still ends within a second. */
const keepMilliseconds = 800;
const mostEntries = 20_000;

/**
 * Spares a person's many requests of one moment the same questions. Announced changes empty it at once, so it never
 * outlives a right.
 */
export class ActorCache {
  private readonly entries = new Map<string, { actor: Actor; until: number }>();
  /** Grows with every announced change: an answer that was asked for before a change is not kept after it. */
  private changes = 0;

  /** The answer known, or the one that `ask` gives. */
  async through(key: string, ask: () => Promise<Actor>): Promise<Actor> {
    const entry = this.entries.get(key);
    if (entry && entry.until > Date.now()) return entry.actor;
    const asked = this.changes;
    const actor = await ask();
    if (asked === this.changes) this.keep(key, actor);
    return actor;
  }

  private keep(key: string, actor: Actor): void {
    if (this.entries.size >= mostEntries) this.entries.clear();
    this.entries.set(key, { actor, until: Date.now() + keepMilliseconds });
  }

  /** Drops what is known of an account, or everything. */
  forget(accountId: string | undefined): void {
    this.changes += 1;
    for (const [key, { actor }] of this.entries) {
      if (accountId === undefined || (actor.kind !== 'visitor' && actor.accountId === accountId))
        this.entries.delete(key);
    }
  }
}
