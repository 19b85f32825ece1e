/** The time of the server, injected so that tests can stop it. */
export abstract class Clock {
  abstract now(): Date;

  /** Now, shifted; negative for the past. */
  in(shift: { days?: number; hours?: number; minutes?: number; seconds?: number }): Date {
    const { days = 0, hours = 0, minutes = 0, seconds = 0 } = shift;
    return new Date(this.now().getTime() + (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000);
  }
}

export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}
