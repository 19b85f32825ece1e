import { Injectable } from '@nestjs/common';
import { Failure } from '../../../../shared/contract/failure.js';
import type { OrganisationBrief } from '../../../../shared/dyads/organisation.schema.js';
import { next, type Frozen, type Party } from '../../../../shared/statements/ratification.lifecycle.js';
import type { ReservationDraft } from '../../../../shared/statements/ratification.schema.js';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { StatementRow } from '../statement.repository.js';
import { RatificationRepository, type RoundRow, type Speech } from './ratification.repository.js';
import { Reservations } from './reservations.js';
import { RoundEnding } from './round-ending.js';
import { Rounds } from './rounds.js';
import type { Whole } from './whole-statement.js';

/** Who says something for which organisation, having read what has this hash. */
export interface Speaker {
  readonly organisation: OrganisationBrief;
  readonly memberId: string;
  readonly hash: string;
}

interface Going {
  readonly story: Frozen;
  readonly round: RoundRow;
  readonly whole: Whole;
}

/** The steps of a time of signing, each by the rule of the lifecycle; the caller has the statement locked. */
@Injectable()
export class RoundSteps {
  constructor(
    private readonly rounds: Rounds,
    private readonly repository: RatificationRepository,
    private readonly reservations: Reservations,
    private readonly ending: RoundEnding,
    private readonly clock: Clock,
  ) {}

  /** @returns `changed` when somebody had written in the moment of the freeze: then the statement is given back */
  async sign(
    tx: Tx,
    row: StatementRow,
    speaker: Speaker & { readonly reservations: readonly ReservationDraft[] },
  ): Promise<'signed' | 'changed'> {
    const { story, round, whole } = await this.going(tx, row, speaker.hash);
    if (story.state === 'frozen' && whole.hash !== story.hash) {
      await this.ending.giveBack(tx, round, 'changed');
      return 'changed';
    }
    const speech = this.speech(round, speaker);
    const after = next(story, { type: 'sign', ...wordOf(speaker, speech) });
    if (after === story) throw refusal(story, speaker);
    if (story.state === 'ratified') {
      if (speaker.reservations.length > 0) throw new Failure('reservation.fixed');
      await this.repository.sign(tx, speech, 'acceded');
      await this.ending.accede(tx, round, speaker.organisation);
      return 'signed';
    }
    for (const draft of speaker.reservations) {
      const by = { organisationId: speaker.organisation.id, memberId: speaker.memberId };
      await this.reservations.add(tx, row, whole.clauses, { ...draft, ...by });
    }
    await this.repository.sign(tx, speech, 'signed');
    await (after.state === 'ratified' ? this.ending.ratify(tx, round) : this.ending.tell(tx, round));
    return 'signed';
  }

  async decline(
    tx: Tx,
    row: StatementRow,
    speaker: Speaker,
    reason: { readonly text: string; readonly language: string },
  ): Promise<void> {
    const { story, round } = await this.going(tx, row, speaker.hash);
    const speech = this.speech(round, speaker);
    const after = next(story, { type: 'decline', ...wordOf(speaker, speech) });
    if (after === story) throw refusal(story, speaker);
    await this.repository.decline(tx, speech, reason);
    await (after.state === 'drafting' ? this.ending.giveBack(tx, round, 'declined') : this.ending.tell(tx, round));
  }

  /** A side that says it again is told that it counted. */
  async takeBack(
    tx: Tx,
    row: StatementRow,
    { hash, side, memberId }: { readonly hash: string; readonly side: Party; readonly memberId: string },
  ): Promise<void> {
    const { story, round } = await this.going(tx, row, hash);
    if (story.state === 'ratified') throw new Failure('ratification.not_open');
    const after = next(story, { type: 'take_back', side });
    if (after === story) return;
    await this.repository.takeBack(tx, round, { side, memberId, at: this.clock.now() });
    await (after.state === 'drafting' ? this.ending.giveBack(tx, round, 'taken_back') : this.ending.tell(tx, round));
  }

  /** The time of signing is over when its last moment has come; nothing happens before. */
  async pass(tx: Tx, row: StatementRow): Promise<void> {
    const { story, round } = await this.rounds.known(tx, row);
    if (story.state !== 'frozen' || !round) return;
    const after = next(story, { type: 'pass', at: this.clock.now().getTime() });
    if (after.state === 'drafting') await this.ending.giveBack(tx, round, 'expired');
  }

  /** @throws Failure `ratification.not_open`, `statement.changed` when something else was read than is signed */
  private async going(tx: Tx, row: StatementRow, hash: string): Promise<Going> {
    const { story, round, whole } = await this.rounds.known(tx, row);
    if (!round || (story.state !== 'frozen' && story.state !== 'ratified')) throw new Failure('ratification.not_open');
    if (hash !== story.hash) throw new Failure('statement.changed');
    return { story, round, whole };
  }

  private speech(round: RoundRow, { organisation, memberId }: Speaker): Speech {
    return { round, organisation: organisation.id, memberId, at: this.clock.now() };
  }
}

const wordOf = ({ organisation, hash }: Speaker, { at }: Speech) => ({
  organisation: organisation.id,
  side: organisation.side,
  hash,
  at: at.getTime(),
});

/** Why a word was not heard: it was given before, or it comes too late. */
function refusal(story: Frozen, { organisation }: Speaker): Failure {
  const said = story.words.find((word) => word.organisation === organisation.id)?.said;
  const isGiven = said !== undefined && (story.state === 'frozen' || said !== 'declined');
  return new Failure(isGiven ? 'ratification.word_given' : 'ratification.not_open');
}
