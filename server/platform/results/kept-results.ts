/**
 * Results that are dear to make, kept in memory while they are asked for. Of those who ask at the same time one has it made, and
 * the others wait for that; what failed is made anew.
 */
export class KeptResults<Result> {
  private readonly made = new Map<string, Promise<Result>>();

  /** @param most so many are kept: those that were asked for last */
  constructor(private readonly most: number) {}

  of(key: string, make: () => Promise<Result>): Promise<Result> {
    const result = this.made.get(key) ?? make();
    // What was asked for last is kept longest.
    this.made.delete(key);
    this.made.set(key, result);
    result.catch(() => this.made.delete(key));
    const [oldest] = this.made.keys();
    if (this.made.size > this.most && oldest !== undefined) this.made.delete(oldest);
    return result;
  }
}
