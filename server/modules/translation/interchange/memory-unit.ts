/** Markup of another program inside a sentence, with whatever is in it. */
export interface InlineCode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parts: readonly Part[];
}

/** Words, or markup between them. */
export type Part = string | InlineCode;

/** What programs say about a unit or a text of it, as they wrote it. */
export interface Said {
  readonly attributes?: Readonly<Record<string, string>>;
  readonly notes?: readonly { readonly text: string; readonly language?: string }[];
  readonly properties?: readonly { readonly type: string; readonly text: string; readonly language?: string }[];
}

/** One text of a unit. */
export interface Variant extends Said {
  /** As texts here carry it. */
  readonly language: string;
  /** Its words, without markup. */
  readonly text: string;
  /** Its words with markup; only when there is some. */
  readonly parts?: readonly Part[];
}

/** A sentence in two languages, as it comes from a file or goes to one. Files of all formats are read as this. */
export interface MemoryUnit extends Said {
  /** The name that a program gave it; empty when it has none. */
  readonly name: string;
  readonly source: Variant;
  readonly target: Variant;
  /** The hash of its neighbours, in hexadecimal digits, when it was ours. */
  readonly context?: string;
}

/** The words of a sentence with its markup left out: markup that marks words keeps them, markup of a program goes. */
export function wordsOf(parts: readonly Part[], marking: ReadonlySet<string>): string {
  return parts
    .map((part) => {
      if (typeof part === 'string') return part;
      return marking.has(part.name) ? wordsOf(part.parts, marking) : '';
    })
    .join('');
}

export const isPlain = (parts: readonly Part[]): boolean => parts.every((part) => typeof part === 'string');

/** Words that follow each other are one: how a parser cuts them means nothing. */
export function joined(parts: readonly Part[]): Part[] {
  const whole: Part[] = [];
  for (const part of parts) {
    const last = whole.at(-1);
    if (typeof part === 'string' && typeof last === 'string') whole[whole.length - 1] = last + part;
    else whole.push(part);
  }
  return whole;
}
