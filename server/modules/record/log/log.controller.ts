import { Controller } from '@nestjs/common';
import type { AnswerOf, InputOf } from '../../../../shared/contract/contract.js';
import {
  addCosignature,
  readCheckpoint,
  readDisclosures,
  readLog,
  readLogPolicy,
  readReceipt,
  readTile,
  readWitnessedCheckpoint,
} from '../../../../shared/record/log.contract.js';
import type { Tx } from '../../../platform/database/tx.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Endpoint, Input } from '../../../platform/http/endpoint.js';
import { Cosigning } from './cosigning.js';
import { FullTiles } from './full-tiles.js';
import { LogReading } from './log-reading.js';

@Controller()
export class LogController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly log: LogReading,
    private readonly tiles: FullTiles,
    private readonly cosigning: Cosigning,
  ) {}

  @Endpoint(readCheckpoint)
  async checkpoint(@Input() { params }: InputOf<typeof readCheckpoint>): Promise<AnswerOf<typeof readCheckpoint>> {
    return this.read((tx) => this.log.checkpoint(tx, params.dyad));
  }

  @Endpoint(readWitnessedCheckpoint)
  async witnessed(
    @Input() { params }: InputOf<typeof readWitnessedCheckpoint>,
  ): Promise<AnswerOf<typeof readWitnessedCheckpoint>> {
    return this.read((tx) => this.log.witnessedCheckpoint(tx, params.dyad));
  }

  @Endpoint(readTile)
  async tile(@Input() { params }: InputOf<typeof readTile>): Promise<AnswerOf<typeof readTile>> {
    return this.tiles.serve(params.dyad, `tile/${params['*']}`);
  }

  @Endpoint(readDisclosures)
  async disclosures(@Input() { params }: InputOf<typeof readDisclosures>): Promise<AnswerOf<typeof readDisclosures>> {
    return this.read((tx) => this.log.disclosures(tx, params.dyad, Number(params.bundle)));
  }

  @Endpoint(readReceipt)
  async receipt(@Input() { params }: InputOf<typeof readReceipt>): Promise<AnswerOf<typeof readReceipt>> {
    return this.read((tx) => this.log.receipt(tx, params.dyad, Number(params.entry)));
  }

  @Endpoint(readLogPolicy)
  async policy(@Input() { params }: InputOf<typeof readLogPolicy>): Promise<AnswerOf<typeof readLogPolicy>> {
    return this.read((tx) => this.log.policy(tx, params.dyad));
  }

  @Endpoint(readLog)
  async view(@Input() { params }: InputOf<typeof readLog>): Promise<AnswerOf<typeof readLog>> {
    return this.read((tx) => this.log.view(tx, params.dyad));
  }

  @Endpoint(addCosignature)
  async cosign(@Input() { params, body }: InputOf<typeof addCosignature>): Promise<void> {
    const dyadId = await this.read((tx) => this.cosigning.logOf(tx, params.dyad));
    await this.unitOfWork.run({ dyadId }, (tx) => this.cosigning.take(tx, dyadId, body));
  }

  private read<Read>(look: (tx: Tx) => Promise<Read>): Promise<Read> {
    return this.unitOfWork.run('all dyads', look);
  }
}
