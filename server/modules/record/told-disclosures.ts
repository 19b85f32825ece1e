import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DisclosureErasures } from '../dyads/disclosure-erasure.port.js';
import { ErasureReaches } from './erasure-reach.port.js';

/** What dyads disclose reaches the record as a fact; so the record answers for what else has the texts. */
@Injectable()
export class ToldDisclosures implements OnModuleInit {
  constructor(
    private readonly reaches: ErasureReaches,
    private readonly disclosures: DisclosureErasures,
  ) {}

  onModuleInit(): void {
    this.reaches.register(['disclosure.published'], async (tx, { dyadId, texts, on, ground }) => {
      await this.disclosures.empty(
        tx,
        dyadId,
        texts.map((one) => ({ ...one, on, ground })),
      );
      return [];
    });
  }
}
