/** What members say of themselves: the languages they read, and those they write, which they read as well. */
export interface Languages {
  readonly reads: readonly string[];
  readonly writes: readonly string[];
}

/** Whether somebody can judge translations between two languages, or make them. */
export type LanguageSkill = 'none' | 'judges' | 'translates';

export function skillOf({ reads, writes }: Languages, source: string, target: string): LanguageSkill {
  const known = new Set([...reads, ...writes]);
  if (!known.has(source) || !known.has(target)) return 'none';
  return writes.includes(target) ? 'translates' : 'judges';
}
