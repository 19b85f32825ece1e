import {
  entryForms,
  fitsForm,
  isHost,
  type EntryForm,
  type EntryKind,
} from '../../../../shared/moderation/detection/wordlist.rules.js';
import type { WordEntry } from '../../../../shared/moderation/detection/wordlist.schema.js';
import type { ReasonCode } from '../../../../shared/moderation/reasons.js';

/** An entry under way. */
export interface EntryDraft {
  readonly key: string;
  readonly text: string;
  readonly form: EntryForm;
  readonly kind: EntryKind;
  readonly reason: ReasonCode;
}

export const newEntry = (key: string): EntryDraft => ({
  key,
  text: '',
  form: 'word',
  kind: 'suspect',
  reason: 'HATE',
});

/** What a text can be as an entry; everything, while there is none, so that the choice is seen. */
export function formsFor(text: string): readonly EntryForm[] {
  const fitting = entryForms.filter((form) => fitsForm(text, form));
  return fitting.length === 0 ? entryForms : fitting;
}

/** The form of a draft: the one chosen, or the first that its text can be. */
export function formOf({ text, form }: EntryDraft): EntryForm {
  const fitting = formsFor(text);
  return fitting.includes(form) ? form : (fitting[0] ?? form);
}

/** The drafts that say something, in their order. */
export const written = (drafts: readonly EntryDraft[]): readonly EntryDraft[] =>
  drafts.filter(({ text }) => text.trim() !== '');

export const entriesOf = (drafts: readonly EntryDraft[]): WordEntry[] =>
  written(drafts).map((draft) => ({
    text: draft.text.trim(),
    form: formOf(draft),
    kind: draft.kind,
    reason: draft.reason,
  }));

/** The entries or hosts with these letters in them. */
export function withLetters<One>(all: readonly One[], nameOf: (one: One) => string, letters: string): readonly One[] {
  const sought = letters.trim().toLocaleLowerCase();
  return sought === '' ? all : all.filter((one) => nameOf(one).toLocaleLowerCase().includes(sought));
}

/** What somebody wrote as hosts, one a line. */
export interface WrittenHosts {
  /** Each once. */
  readonly hosts: readonly string[];
  /** Lines that are none. */
  readonly unknown: readonly string[];
}

/** Takes the host of every line, also of a whole address, as addresses are sent: in ASCII and small letters. */
export function hostsIn(lines: string): WrittenHosts {
  const all = lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ line, host: hostIn(line) }));
  return {
    hosts: [...new Set(all.flatMap(({ host }) => host ?? []))],
    unknown: all.filter(({ host }) => host === undefined).map(({ line }) => line),
  };
}

function hostIn(line: string): string | undefined {
  const address = /^https?:\/\//i.test(line) ? line : `https://${line}`;
  const host = URL.canParse(address) ? new URL(address).hostname : '';
  return isHost(host) ? host : undefined;
}
