import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InvalidRequest } from '../../../../shared/contract/failure.js';
import { requireBothLanguages } from '../../../../shared/language/both-languages.rules.js';
import { attempt } from '../../../../shared/log/error.js';
import { keyType, parseVerifierKey } from '../../../../shared/log/key.js';
import { witnessProposal, witnessRemoval } from '../../../../shared/record/witness.schema.js';
import { logCrypto } from '../../../platform/crypto/log-crypto.js';
import { DyadReader } from '../../dyads/dyad.reader.js';
import { JointActs } from '../../dyads/joint-act.port.js';
import { WitnessRegistry } from './witness-registry.js';

/** Whose word makes the record a witnessed one concerns both sides: a steward of each appoints and dismisses witnesses. */
@Injectable()
export class WitnessActs implements OnModuleInit {
  constructor(
    private readonly acts: JointActs,
    private readonly dyads: DyadReader,
    private readonly registry: WitnessRegistry,
  ) {}

  onModuleInit(): void {
    this.acts.register({
      kind: 'witness.add',
      details: witnessProposal,
      replaces: async (tx, dyadId, { verifierKey, name }) => {
        const { languageOf } = await this.dyads.profile(tx, dyadId);
        requireBothLanguages([languageOf.a, languageOf.b], { 'body.details.name': name });
        requireCosigner(verifierKey);
        await this.registry.requireNew(tx, dyadId, verifierKey);
        return {};
      },
      perform: (tx, witness, { dyadId }) => this.registry.add(tx, dyadId, witness),
      describe: async (_tx, _reader, acts) => acts,
    });
    this.acts.register({
      kind: 'witness.remove',
      details: witnessRemoval,
      replaces: async (tx, dyadId, { verifierKey }) => {
        const { side, name, url } = await this.registry.inOffice(tx, dyadId, verifierKey);
        return { side, name, url };
      },
      perform: (tx, { verifierKey }, { dyadId }) => this.registry.remove(tx, dyadId, verifierKey),
      describe: async (_tx, _reader, acts) => acts,
    });
  }
}

/** @throws InvalidRequest for what is no verifier key, and for a key that signs something else than cosignatures */
function requireCosigner(text: string): void {
  const key = attempt(() => parseVerifierKey(logCrypto.sha256, text));
  if (key?.type !== keyType.cosignature)
    throw new InvalidRequest([{ field: 'body.details.verifierKey', rule: 'wrong_format', params: {} }]);
}
