// Publication: brings together what modules make for everybody and the public record, which do not know each other.
// Promises: a digest of moderation and its entry in the record are committed together or not at all, and an entry says
// no more than the digest's day, hash and two counts. Where the texts of a dyad may go stands in the record, too. It has
// no endpoints of its own.
import { Module, type OnModuleInit } from '@nestjs/common';
import { DigestRecord } from '../moderation/digest-record.port.js';
import { ModerationModule } from '../moderation/moderation.module.js';
import { FactRelay } from '../../platform/events/fact-relay.js';
import { egressConsented, egressWithdrawn } from '../translation/translation.events.js';
import { PublicRecord } from '../record/record.port.js';

@Module({ imports: [ModerationModule] })
export class PublicationModule implements OnModuleInit {
  constructor(
    private readonly digests: DigestRecord,
    private readonly record: PublicRecord,
    private readonly facts: FactRelay,
  ) {}

  onModuleInit(): void {
    this.digests.register(async (tx, dyadId, entry) => {
      await this.record.append(tx, dyadId, {
        kind: 'moderation.digest',
        subject: dyadId,
        by: { side: 'platform' },
        about: { ...entry },
      });
    });
    this.facts.on(egressConsented, 'record', async (tx, about, dyadId) => {
      await this.record.append(tx, dyadId, { kind: 'egress.consented', subject: dyadId, by: { side: 'both' }, about });
    });
    this.facts.on(egressWithdrawn, 'record', async (tx, about, dyadId) => {
      await this.record.append(tx, dyadId, {
        kind: 'egress.withdrawn',
        subject: dyadId,
        by: { side: about.side },
        about,
      });
    });
  }
}
