// The public record, in its first form: one append-only list a dyad, numbered without gaps, with days and no names. It
// promises that the application cannot change or delete an entry (the database refuses). Modules append through
// `record.port.ts` in the transaction of what they record; what dyads do reaches it as facts.
import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { FactRelay } from '../../platform/events/fact-relay.js';
import { charterAdopted, disclosurePublished, dyadFounded, organisationAdmitted } from '../dyads/dyads.events.js';
import { PublicRecord } from './record.port.js';
import { RecordController } from './record.controller.js';
import { RecordRepository } from './record.repository.js';

/** Stewards of both sides act together. */
const both = { side: 'both' } as const;

@Global()
@Module({ controllers: [RecordController], providers: [PublicRecord, RecordRepository], exports: [PublicRecord] })
export class RecordModule implements OnModuleInit {
  constructor(
    private readonly facts: FactRelay,
    private readonly record: PublicRecord,
  ) {}

  onModuleInit(): void {
    this.facts.on(dyadFounded, 'record', (tx, about, dyadId) =>
      this.note(tx, dyadId, { kind: 'dyad.founded', subject: dyadId, by: both, about }),
    );
    this.facts.on(charterAdopted, 'record', (tx, about, dyadId) =>
      this.note(tx, dyadId, { kind: 'charter.adopted', subject: dyadId, by: both, about }),
    );
    this.facts.on(disclosurePublished, 'record', (tx, about, dyadId) =>
      this.note(tx, dyadId, { kind: 'disclosure.published', subject: dyadId, by: both, about }),
    );
    this.facts.on(organisationAdmitted, 'record', (tx, about, dyadId) =>
      this.note(tx, dyadId, { kind: 'organisation.admitted', subject: dyadId, by: both, about }),
    );
  }

  private async note(...entry: Parameters<PublicRecord['append']>): Promise<void> {
    await this.record.append(...entry);
  }
}
