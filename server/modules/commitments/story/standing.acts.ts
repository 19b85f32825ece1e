import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  commitmentResumption,
  commitmentSuspension,
  commitmentWithdrawal,
} from '../../../../shared/commitments/commitment-act.schema.js';
import { daysAfter } from '../../../../shared/commitments/commitment.clock.js';
import { isSuspendedOn } from '../../../../shared/commitments/commitment.lifecycle.js';
import { Failure, InvalidRequest } from '../../../../shared/contract/failure.js';
import { requireBothLanguages } from '../../../../shared/language/both-languages.rules.js';
import type { Tx } from '../../../platform/database/tx.js';
import { DyadReader } from '../../dyads/dyad.reader.js';
import { JointActs, type KeptDetails } from '../../dyads/joint-act.port.js';
import { CommitmentStories, type Taken } from './commitment-story.js';
import { nobody, type Happened } from './stored-event.js';

type Texts = Readonly<Record<string, string>>;

/** Both sides put a commitment off, take it up again, or withdraw it; a reason stands in both languages. */
@Injectable()
export class StandingActs implements OnModuleInit {
  constructor(
    private readonly acts: JointActs,
    private readonly stories: CommitmentStories,
    private readonly dyads: DyadReader,
  ) {}

  onModuleInit(): void {
    const describe = async (_tx: Tx, _reader: unknown, acts: readonly KeptDetails[]): Promise<readonly object[]> =>
      acts;
    this.acts.register({
      kind: 'commitment.suspend',
      details: commitmentSuspension,
      replaces: async (tx, dyadId, { commitment, until, reason }) => {
        const minimum = daysAfter(this.stories.today(), 1);
        if (until < minimum)
          throw new InvalidRequest([{ field: 'body.details.until', rule: 'too_small', params: { minimum } }]);
        return this.titled(await this.stories.takeOpen(tx, dyadId, commitment), tx, reason);
      },
      perform: (tx, { commitment, until, reason }, { dyadId }) =>
        this.add(tx, dyadId, commitment, { type: 'suspended', body: { until, reason } }),
      describe,
    });
    this.acts.register({
      kind: 'commitment.resume',
      details: commitmentResumption,
      replaces: async (tx, dyadId, { commitment }) => this.titled(await this.suspended(tx, dyadId, commitment), tx),
      perform: async (tx, { commitment }, { dyadId }) => {
        await this.suspended(tx, dyadId, commitment);
        await this.add(tx, dyadId, commitment, { type: 'resumed', body: {} });
      },
      describe,
    });
    this.acts.register({
      kind: 'commitment.withdraw',
      details: commitmentWithdrawal,
      replaces: async (tx, dyadId, { commitment, reason }) =>
        this.titled(await this.stories.takeOpen(tx, dyadId, commitment), tx, reason),
      perform: (tx, { commitment, reason }, { dyadId }) =>
        this.add(tx, dyadId, commitment, { type: 'withdrawn', body: { reason } }),
      describe,
    });
  }

  /** What is kept with a proposal: what the commitment is called. @throws InvalidRequest */
  private async titled({ row }: Taken, tx: Tx, reason?: Texts): Promise<KeptDetails> {
    const { a, b } = (await this.dyads.profile(tx, row.dyadId)).languageOf;
    if (reason) requireBothLanguages([a, b], { 'body.details.reason': reason });
    return { title: row.content.title };
  }

  /** @throws Failure `commitment.not_suspended` also when the suspension ended by itself */
  private async suspended(tx: Tx, dyadId: string, commitment: string): Promise<Taken> {
    const taken = await this.stories.takeOpen(tx, dyadId, commitment);
    if (!isSuspendedOn(taken.story, this.stories.today())) throw new Failure('commitment.not_suspended');
    return taken;
  }

  private async add(tx: Tx, dyadId: string, commitment: string, happened: Happened): Promise<void> {
    const taken = await this.stories.takeOpen(tx, dyadId, commitment);
    await this.stories.add(tx, taken, { ...happened, ...nobody, claim: null });
  }
}
