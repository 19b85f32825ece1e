const root = 0;
/** Unicode needs 21 bits; a node and a character together stay an exact number up to 2^53. */
const characters = 2 ** 21;

/**
 * Finds many patterns in a text at once (A. Aho and M. Corasick, "Efficient string matching", 1975): each character moves
 * one step along the patterns, or falls back to a shorter beginning, and falls are paid for by earlier moves. So the time
 * is that of the text, whatever it says, and of what is found.
 */
export class WordAutomaton {
  private readonly moves = new Map<number, number>();
  private readonly parents: number[] = [root];
  private readonly codes: number[] = [0];
  private readonly depths: number[] = [0];
  private readonly endings: number[][] = [[]];
  /** The longest other beginning of a pattern that a node ends with. */
  private readonly falls: number[] = [];
  /** The next node on the way of falls at which a pattern ends. */
  private readonly nextEnding: number[] = [];

  /** @param patterns as code points; an empty one is never found */
  constructor(patterns: readonly ArrayLike<number>[]) {
    patterns.forEach((pattern, which) => this.add(pattern, which));
    this.link();
  }

  /**
   * Tells every place at which a pattern ends: which one, and the first place behind it.
   * @returns how many moves, falls and endings were looked at
   */
  run(text: ArrayLike<number>, found: (pattern: number, end: number) => void): number {
    let node = root;
    let steps = 0;
    for (let at = 0; at < text.length; at += 1) {
      const code = text[at] ?? 0;
      let next = this.move(node, code);
      for (steps += 1; next === undefined && node !== root; steps += 1) {
        node = this.falls[node] ?? root;
        next = this.move(node, code);
      }
      node = next ?? root;
      const first = (this.endings[node]?.length ?? 0) > 0 ? node : (this.nextEnding[node] ?? root);
      for (let ending = first; ending !== root; ending = this.nextEnding[ending] ?? root) {
        for (const pattern of this.endings[ending] ?? []) {
          steps += 1;
          found(pattern, at + 1);
        }
      }
    }
    return steps;
  }

  private move(node: number, code: number): number | undefined {
    return this.moves.get(node * characters + code);
  }

  private add(pattern: ArrayLike<number>, which: number): void {
    let node = root;
    for (const code of Array.from(pattern)) {
      const known = this.move(node, code);
      const next = known ?? this.parents.length;
      if (known === undefined) {
        this.moves.set(node * characters + code, next);
        this.parents.push(node);
        this.codes.push(code);
        this.depths.push((this.depths[node] ?? 0) + 1);
        this.endings.push([]);
      }
      node = next;
    }
    if (node !== root) this.endings[node]?.push(which);
  }

  /** Nodes nearer to the root first: a node falls to one that is nearer. */
  private link(): void {
    const byDepth = this.depths
      .map((_, node) => node)
      .toSorted((a, b) => (this.depths[a] ?? 0) - (this.depths[b] ?? 0));
    for (const node of byDepth) {
      if (node === root) continue;
      const fall = this.fallOf(node);
      this.falls[node] = fall;
      this.nextEnding[node] = (this.endings[fall]?.length ?? 0) > 0 ? fall : (this.nextEnding[fall] ?? root);
    }
  }

  private fallOf(node: number): number {
    const code = this.codes[node] ?? 0;
    let around = this.parents[node] ?? root;
    while (around !== root) {
      around = this.falls[around] ?? root;
      const fall = this.move(around, code);
      if (fall !== undefined) return fall;
    }
    return root;
  }
}
