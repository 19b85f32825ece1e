import { Injectable } from '@nestjs/common';
import type { Drafting, RatificationStory, Word } from '../../../../shared/statements/ratification.lifecycle.js';
import type { Tx } from '../../../platform/database/tx.js';
import { OrganisationReader } from '../../dyads/organisations/organisation.reader.js';
import type { StatementRow } from '../statement.repository.js';
import { RatificationRepository, type RoundRow } from './ratification.repository.js';
import { WholeStatement, type Whole } from './whole-statement.js';

/** What is known of a statement's way to being ratified. */
export interface Known {
  readonly story: RatificationStory;
  /** The newest proposal, whatever became of it. */
  readonly round: RoundRow | undefined;
  /** What it says now. */
  readonly whole: Whole;
}

/** Tells the story of a statement from what is stored; the caller has the statement locked when something follows. */
@Injectable()
export class Rounds {
  constructor(
    private readonly repository: RatificationRepository,
    private readonly organisations: OrganisationReader,
    private readonly whole: WholeStatement,
  ) {}

  async known(tx: Tx, row: StatementRow): Promise<Known> {
    const whole = await this.whole.look(tx, row);
    const round = await this.repository.latest(tx, row.id);
    return { whole, round, story: round ? await this.storyOf(tx, round, whole) : drafting(null) };
  }

  private async storyOf(tx: Tx, round: RoundRow, whole: Whole): Promise<RatificationStory> {
    const { hash, outcome, quorum, endsAt } = round;
    if (quorum === null || endsAt === null) {
      // A proposal to freeze what does not stand there any more has fallen.
      const stands = whole.isAligned && whole.hash === hash;
      return stands ? { state: 'proposed', by: round.proposedBySide, hash } : drafting(null);
    }
    if (outcome !== null && outcome !== 'ratified') return drafting(outcome);
    return {
      state: outcome ?? 'frozen',
      hash,
      quorum,
      endsAt: endsAt.getTime(),
      admitted: await this.organisations.count(tx, round.dyadId),
      words: await this.wordsOf(tx, round),
      takenBack: await this.repository.takenBack(tx, round.id),
    };
  }

  private async wordsOf(tx: Tx, round: RoundRow): Promise<Word[]> {
    const sides = new Map((await this.organisations.all(tx, round.dyadId)).map(({ id, side }) => [id, side]));
    return (await this.repository.words(tx, round.id)).flatMap(({ organisationId: organisation, said }) => {
      const side = sides.get(organisation);
      return side ? [{ organisation, side, said }] : [];
    });
  }
}

const drafting = (returned: Drafting['returned']): Drafting => ({ state: 'drafting', returned });
