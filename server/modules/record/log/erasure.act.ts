import { Injectable, type OnModuleInit } from '@nestjs/common';
import { recordErasure } from '../../../../shared/record/erasure.schema.js';
import { JointActs } from '../../dyads/joint-act.port.js';
import { RecordErasures } from '../record-erasure.port.js';

/** Nobody alone takes anything out of the public record: a steward of each side has to agree. */
@Injectable()
export class ErasureAct implements OnModuleInit {
  constructor(
    private readonly acts: JointActs,
    private readonly erasures: RecordErasures,
  ) {}

  onModuleInit(): void {
    this.acts.register({
      kind: 'record.erase',
      details: recordErasure,
      replaces: (tx, dyadId, erasure) => this.erasures.about(tx, dyadId, erasure),
      perform: (tx, erasure, { dyadId }) => this.erasures.erase(tx, dyadId, erasure, { side: 'both' }),
      describe: async (_tx, _reader, acts) => acts,
    });
  }
}
