import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Standing } from '../../../../shared/moderation/moderation.lifecycle.js';
import type { Tx } from '../../../platform/database/tx.js';
import { StepFollowers, type TakenStep } from '../items/step-followers.js';
import { ModeratedContents } from '../moderated-content.port.js';

const isBeingDecided = ({ state }: Standing): boolean => state === 'proposed' || state === 'escalated';

/** Words that change without passing the gate stay as they are while keys or a panel decide about them. */
@Injectable()
export class DecidedWords implements OnModuleInit {
  constructor(
    private readonly followers: StepFollowers,
    private readonly contents: ModeratedContents,
  ) {}

  onModuleInit(): void {
    this.followers.register('words', (tx, step) => this.follow(tx, step));
  }

  private async follow(tx: Tx, { before, after }: TakenStep): Promise<void> {
    const isDecided = isBeingDecided(after);
    if (before && isBeingDecided(before) !== isDecided)
      await this.contents.of(after.kind).keepStill?.(tx, after, isDecided);
  }
}
