import { Clock } from '../../server/platform/clock/clock.js';

/** A clock that tests set; it runs from where it was set unless stopped. */
export class TestClock extends Clock {
  private shiftMilliseconds = 0;

  now(): Date {
    return new Date(Date.now() + this.shiftMilliseconds);
  }

  /** Moves time; negative for back. */
  advance(shift: { days?: number; hours?: number; minutes?: number; seconds?: number }): void {
    const { days = 0, hours = 0, minutes = 0, seconds = 0 } = shift;
    this.shiftMilliseconds += (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
  }

  /** Moves on to shortly after the next multiple of so many seconds, so that no such step ends within a test. */
  beginStep(seconds: number): void {
    const step = seconds * 1000;
    this.shiftMilliseconds += step - (this.now().getTime() % step) + 500;
  }
}
