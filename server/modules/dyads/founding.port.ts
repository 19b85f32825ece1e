import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/tx.js';
import { Facts } from '../../platform/events/facts.js';
import { randomId } from '../../platform/ids/ids.js';
import { DyadRepository, type CharterRow, type DisclosureRow } from './dyad.repository.js';
import { charterAdopted, disclosurePublished, dyadFounded } from './dyads.events.js';

type Texts = Record<string, string>;

/** What a dyad begins with. */
export interface NewDyad {
  readonly slug: string;
  readonly name: Texts;
  readonly purpose: Texts;
  readonly sides: { readonly a: { label: Texts; language: string }; readonly b: { label: Texts; language: string } };
  readonly bridgeLanguage?: string | undefined;
  readonly charter: CharterRow['articles'];
  /** How many organisations of each side have to sign a joint statement; one when nothing is said. */
  readonly quorum?: number;
  readonly disclosures: readonly Pick<DisclosureRow, 'kind' | 'title' | 'body'>[];
}

/** Founds dyads: an act of whoever runs the server, from the command line or for the demonstration. */
@Injectable()
export class Founding {
  constructor(
    private readonly dyads: DyadRepository,
    private readonly facts: Facts,
    private readonly clock: Clock,
  ) {}

  /** @param at when; only the demonstration founds in the past */
  async found(tx: Tx, given: NewDyad, at: Date = this.clock.now()): Promise<string> {
    const id = randomId();
    await this.dyads.add(tx, {
      id,
      slug: given.slug,
      name: given.name,
      purpose: given.purpose,
      label_a: given.sides.a.label,
      label_b: given.sides.b.label,
      language_a: given.sides.a.language,
      language_b: given.sides.b.language,
      bridge_language: given.bridgeLanguage ?? null,
      founded_at: at,
    });
    await this.facts.record(tx, id, dyadFounded, { name: given.name });
    const version = await this.dyads.adoptCharter(tx, id, { articles: given.charter, quorum: given.quorum ?? 1 }, at);
    await this.facts.record(tx, id, charterAdopted, { version, articles: given.charter.length });
    for (const one of given.disclosures) {
      await this.dyads.publishDisclosure(tx, id, { id: randomId(), published_at: at, ...one });
      await this.facts.record(tx, id, disclosurePublished, { kind: one.kind, title: one.title });
    }
    return id;
  }
}
