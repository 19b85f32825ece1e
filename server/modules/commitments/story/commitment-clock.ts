import { Injectable } from '@nestjs/common';
import { silenceOn, type Silence } from '../../../../shared/commitments/commitment.clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { BackgroundWorker } from '../../../platform/events/background-worker.js';
import { Drains } from '../../../platform/events/drains.js';
import { CommitmentStories } from './commitment-story.js';
import { nobody, type NewEvent } from './stored-event.js';

const lookEveryMilliseconds = 60_000;

/**
 * Writes down that nobody spoke: that the day of a milestone passed without a claim, and that a claim was not answered in
 * time. The day to look is a row, so it comes also when the server was down then; of two nodes that look, one gets the
 * row, and the rule lets each silence be written once.
 */
@Injectable()
export class CommitmentClock extends BackgroundWorker {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly stories: CommitmentStories,
    drains: Drains,
  ) {
    super(drains, { everyMilliseconds: lookEveryMilliseconds, failure: 'commitment.clock_failed' });
  }

  protected override turn(): Promise<boolean> {
    return this.unitOfWork.run('all dyads', async (tx) => {
      const found = await this.stories.takeSilent(tx);
      if (!found) return false;
      let taken = found;
      for (const silence of silenceOn(found.story, this.stories.today())) {
        taken = (await this.stories.add(tx, taken, written(silence))) ?? taken;
      }
      return true;
    });
  }
}

function written(silence: Silence): NewEvent {
  return silence.type === 'missed'
    ? { type: 'missed', body: { milestone: silence.milestone }, ...nobody, claim: null }
    : { type: 'unanswered', body: {}, ...nobody, claim: silence.claim };
}
