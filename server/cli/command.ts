/**
 * What a command was to check could not be read or reached: nothing is said of it, neither that it holds nor that it does
 * not. The message is for the person at the terminal.
 */
export class UncheckedError extends Error {
  override readonly name = 'UncheckedError';
}

/** A command: its words, what must follow them, what it does in a line, and the work. */
export interface Command {
  readonly words: string;
  /** What it is about: `FILE`; `BASE...` for one or more. */
  readonly parameter?: string;
  /** What it takes besides, as the help shows it: `--key FILE`; `[--json]` may be left out, `--log VKEY...` stand again. */
  readonly options?: readonly string[];
  readonly does: string;
  /** What it ends with; 0 where it does not say. */
  readonly run: (given: Given) => Promise<0 | 1 | void>;
}

/** What was written after the words of a command. */
export class Given {
  /** What the command is about, one or more; none where it takes nothing. */
  readonly parameters: readonly string[];
  private readonly options: ReadonlyMap<string, readonly string[]>;

  constructor(parameters: readonly string[], options: ReadonlyMap<string, readonly string[]>) {
    this.parameters = parameters;
    this.options = options;
  }

  get parameter(): string {
    return this.parameters[0] ?? '';
  }

  has(option: string): boolean {
    return this.options.has(option);
  }

  value(option: string): string | undefined {
    return this.options.get(option)?.[0];
  }

  /** The value of an option that the command does not run without. */
  needed(option: string): string {
    return this.value(option) ?? '';
  }

  values(option: string): readonly string[] {
    return this.options.get(option) ?? [];
  }
}

interface Option {
  readonly name: string;
  /** What follows it; nothing follows a switch. */
  readonly value: string | undefined;
  readonly isNeeded: boolean;
  readonly isRepeated: boolean;
}

function optionOf(written: string): Option {
  const [name = '', value] = written.replaceAll(/^\[|\.\.\.|\]$/g, '').split(' ');
  return { name, value, isNeeded: !written.startsWith('['), isRepeated: written.includes('...') };
}

/** The line of the help. */
export const asWritten = ({ words, parameter, options = [] }: Command): string =>
  [words, parameter, ...options].filter((part) => part !== undefined).join(' ');

/** What follows the words of a command, or in a sentence why it is not what the command takes. */
export function givenTo(command: Command, after: readonly string[]): Given | string {
  const { words, parameter, options = [] } = command;
  const known = options.map(optionOf);
  const parameters: string[] = [];
  const found = new Map<string, string[]>();
  for (let at = 0; at < after.length; at += 1) {
    const word = after[at] ?? '';
    const option = known.find(({ name }) => name === word);
    if (option === undefined) {
      parameters.push(word);
      continue;
    }
    const before = found.get(word) ?? [];
    if (before.length > 0 && !option.isRepeated) return `"${words}" takes ${word} once.`;
    if (option.value !== undefined) at += 1;
    const value = option.value === undefined ? '' : after[at];
    if (value === undefined) return `${word} needs a ${option.value}.`;
    found.set(word, [...before, value]);
  }
  const most = parameter === undefined ? 0 : parameter.endsWith('...') ? Number.POSITIVE_INFINITY : 1;
  const surplus = parameters.find((word, at) => word.startsWith('--') || at >= most);
  if (parameter !== undefined && parameters.length === 0) return `"${words}" needs a ${parameter}.`;
  if (surplus !== undefined) return `"${words}" does not take "${surplus}".`;
  const missing = known.find(({ name, isNeeded }) => isNeeded && !found.has(name));
  return missing ? `"${words}" needs ${missing.name} ${missing.value}.` : new Given(parameters, found);
}
