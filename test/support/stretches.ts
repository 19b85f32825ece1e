/**
 * The longest stretch, in milliseconds of computing, in which the event loop of this process did nothing else. Computing
 * rather than time, so that a busy machine does not look like a busy loop.
 */
export class LongestStretch {
  private longest = 0;
  private before = process.cpuUsage();
  private readonly timer = setInterval(() => this.look(), 1);

  /** Ends the watch. @returns the longest stretch */
  end(): number {
    this.look();
    clearInterval(this.timer);
    return this.longest;
  }

  private look(): void {
    const { user, system } = process.cpuUsage(this.before);
    this.before = process.cpuUsage();
    this.longest = Math.max(this.longest, (user + system) / 1000);
  }
}
