import { Injectable } from '@nestjs/common';
import { CommitmentClock } from './story/commitment-clock.js';

/** Commitments without a server that goes on by itself: for the loading of the demonstration. */
@Injectable()
export class Commitments {
  constructor(private readonly clock: CommitmentClock) {}

  /** Writes down the silence of both sides until now. */
  timePasses(): Promise<void> {
    return this.clock.idle();
  }
}
