import { Injectable } from '@nestjs/common';
import type { DecisionClass } from '../../../../shared/moderation/decision-classes.rules.js';
import type { ProposedAction } from '../../../../shared/moderation/proposal.rules.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { Item } from '../items/item.js';

/** A decision that has fallen. */
export interface Decision {
  /** The proposal that was decided. */
  readonly proposal: string;
  readonly dyadId: string;
  readonly class: DecisionClass;
  /** What was decided, in full. */
  readonly action: ProposedAction;
  /** Who decided: keys of both sides, a panel, or a panel on appeal. */
  readonly by: 'keys' | 'panel' | 'appeal';
  /** The event that says so. */
  readonly event: string;
  /** The item as the decision leaves it. */
  readonly item: Item;
  readonly at: Date;
}

/** What follows from decisions: for words, for persons, for those who are told. */
export interface Measure {
  /** Does what was decided, in the transaction of the last key or verdict. */
  enact(tx: Tx, decision: Decision): Promise<void>;
  /** Undoes it again, when it was overturned on appeal. */
  reverse(tx: Tx, decision: Decision): Promise<void>;
}

/**
 * Everything that a decision brings about, each part by whoever is responsible for it, in the order of registration.
 * Parts that have nothing to do with a decision do nothing. All of it is committed with the decision, or none.
 */
@Injectable()
export class Measures {
  private readonly measures = new Map<string, Measure>();

  register(name: string, measure: Measure): void {
    if (this.measures.has(name)) throw new Error(`Two measures are called ${name}`);
    this.measures.set(name, measure);
  }

  async enact(tx: Tx, decision: Decision): Promise<void> {
    for (const measure of this.measures.values()) await measure.enact(tx, decision);
  }

  async reverse(tx: Tx, decision: Decision): Promise<void> {
    for (const measure of this.measures.values()) await measure.reverse(tx, decision);
  }
}
