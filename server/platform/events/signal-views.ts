import { Injectable } from '@nestjs/common';
import type { Signal } from '../../../shared/contract/signals.js';
import type { Tx } from '../database/tx.js';

/** A signal as it is stored. */
export interface StoredSignal {
  readonly stream: string;
  readonly seq: number;
  readonly dyadId: string;
  readonly kind: string;
  readonly about: Record<string, string | number>;
}

/**
 * Looks up, for a batch of signals of one kind, the things they are about, as they stand now and as everybody in the
 * stream's audience may see them. Missing means: not to be shown any more.
 */
export type ViewLookup = (tx: Tx, signals: readonly StoredSignal[]) => Promise<ReadonlyMap<StoredSignal, unknown>>;

/**
 * Stored signals hold ids only, so what is withdrawn or removed later is never told again by an old signal. The module
 * that owns a kind registers how to look the thing up at the moment of telling.
 */
@Injectable()
export class SignalViews {
  private readonly lookups = new Map<string, ViewLookup>();

  register(kind: { readonly name: string }, lookup: ViewLookup): void {
    if (this.lookups.has(kind.name)) throw new Error(`Two look-ups for ${kind.name}`);
    this.lookups.set(kind.name, lookup);
  }

  /** The signals with their views, in the given order; one look-up a kind. */
  async dress(tx: Tx, stored: readonly StoredSignal[]): Promise<Signal[]> {
    const views = new Map<StoredSignal, unknown>();
    for (const [kind, lookup] of this.lookups) {
      const ofKind = stored.filter((one) => one.kind === kind);
      if (ofKind.length === 0) continue;
      for (const [one, view] of await lookup(tx, ofKind)) views.set(one, view);
    }
    return stored.map((one) => {
      const { dyadId: _, ...told } = one;
      const view = views.get(one);
      return view === undefined ? told : { ...told, view };
    });
  }
}
