import { Clock } from '../platform/clock/clock.js';

/** A clock that the loading of the demonstration sets, so that what is told as past has happened in the past. */
export class DemoClock extends Clock {
  private time = new Date();

  now(): Date {
    return this.time;
  }

  set(time: Date): void {
    this.time = time;
  }
}
