// The public record: one verifiable log a dyad (C2SP tlog-tiles), with days and no names. It promises that what is recorded
// is committed together with the entry about it, that every entry gets a number and a signature within a second, that the
// database refuses to rewrite any, and that nothing is signed which contradicts what was signed before. Modules append
// through `record.port.ts`; what dyads do reaches it as facts. Texts stand in the log as salted digests only.
import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { join } from 'node:path';
import { Clock } from '../../platform/clock/clock.js';
import { derivedKey, type Config } from '../../platform/config/config.js';
import { FactRelay } from '../../platform/events/fact-relay.js';
import { charterAdopted, disclosurePublished, dyadFounded, organisationAdmitted } from '../dyads/dyads.events.js';
import { CONFIG } from '../../platform/platform.module.js';
import { DyadsModule } from '../dyads/dyads.module.js';
import { ChainRepository } from './log/chain.repository.js';
import { CheckpointPublisher } from './log/checkpoint-publisher.js';
import { Cosigning } from './log/cosigning.js';
import { DisclosureRepository } from './log/disclosure.repository.js';
import { DisclosureSeal } from './log/disclosure-seal.js';
import { EntryChaining } from './log/entry-chaining.js';
import { ErasureAct } from './log/erasure.act.js';
import { ErasureRepository } from './log/erasure.repository.js';
import { FeedRepository } from './log/feed.repository.js';
import { FullTiles } from './log/full-tiles.js';
import { HeldKeys } from './log/held-keys.js';
import { Integration } from './log/integration.js';
import { KeyRetirement } from './log/key-retirement.js';
import { LogKeyRepository } from './log/log-key.repository.js';
import { LogOpening } from './log/log-opening.js';
import { LogOrigin } from './log/log-origin.js';
import { LogPolicy, PolicyChanges } from './log/log-policy.js';
import { LogReading } from './log/log-reading.js';
import { LogController } from './log/log.controller.js';
import { LogRepository } from './log/log.repository.js';
import { RollbackGuard } from './log/rollback-guard.js';
import { SealedKeys } from './log/sealed-keys.js';
import { Sequencer } from './log/sequencer.js';
import { SignedBefore } from './log/signed-before.js';
import { SigningKeys } from './log/signing-keys.js';
import { WitnessClient } from './log/witness-client.js';
import { WitnessActs } from './log/witness.acts.js';
import { WitnessFeeder } from './log/witness-feeder.js';
import { WitnessFeeding } from './log/witness-feeding.js';
import { WitnessMemory } from './log/witness-memory.js';
import { WitnessRegistry } from './log/witness-registry.js';
import { WitnessRepository } from './log/witness.repository.js';
import { ErasureReaches } from './erasure-reach.port.js';
import { RecordErasures } from './record-erasure.port.js';
import { RecordKeyCheck } from './record-key-check.port.js';
import { RecordKeys } from './record-keys.port.js';
import { PublicRecord } from './record.port.js';
import { RecordController } from './record.controller.js';
import { RecordRepository } from './record.repository.js';
import { ToldDisclosures } from './told-disclosures.js';

/** Stewards of both sides act together. */
const both = { side: 'both' } as const;

@Global()
@Module({
  imports: [DyadsModule],
  controllers: [RecordController, LogController],
  providers: [
    PublicRecord,
    RecordRepository,
    LogRepository,
    LogKeyRepository,
    SigningKeys,
    LogPolicy,
    PolicyChanges,
    RecordKeyCheck,
    KeyRetirement,
    RecordKeys,
    LogOpening,
    LogOrigin,
    LogReading,
    Cosigning,
    DisclosureRepository,
    WitnessRepository,
    WitnessRegistry,
    WitnessActs,
    WitnessClient,
    WitnessMemory,
    FeedRepository,
    FullTiles,
    WitnessFeeding,
    WitnessFeeder,
    SignedBefore,
    ErasureRepository,
    ErasureReaches,
    ToldDisclosures,
    RecordErasures,
    ErasureAct,
    ChainRepository,
    EntryChaining,
    Integration,
    CheckpointPublisher,
    Sequencer,
    {
      provide: DisclosureSeal,
      inject: [CONFIG],
      useFactory: (config: Config) => new DisclosureSeal(derivedKey(config, 'record-disclosures')),
    },
    {
      provide: SealedKeys,
      inject: [CONFIG],
      useFactory: (config: Config) => new SealedKeys(derivedKey(config, 'record-signing')),
    },
    {
      provide: HeldKeys,
      inject: [CONFIG, Clock],
      useFactory: (config: Config, clock: Clock) => new HeldKeys(config, clock),
    },
    {
      provide: RollbackGuard,
      inject: [CONFIG],
      useFactory: (config: Config) =>
        new RollbackGuard(config.RECORD_GUARD_DIR ?? join(config.dataDir, 'record-guard')),
    },
  ],
  exports: [PublicRecord, RecordErasures, ErasureReaches, RecordKeys, RecordKeyCheck],
})
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
