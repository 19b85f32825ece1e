import { z } from 'zod';
import { languageTag } from '../../language/bilingual-text.schema.js';
import { cleanText } from '../../language/unicode-safety.js';
import { reasonCodes } from '../reasons.js';
import { entryForms, entryKinds, fitsForm, isHost, wordlistLimits } from './wordlist.rules.js';

const { entry, entries, changes, hosts } = wordlistLimits;

const entryText = z.string().overwrite(cleanText).trim().min(1).max(entry);

/** One entry of a word list. */
export const wordEntry = z
  .object({
    text: entryText,
    form: z.enum(entryForms),
    kind: z.enum(entryKinds),
    /** Why a moderator would object to it, as a suggestion. */
    reason: z.enum(reasonCodes),
  })
  .strict()
  .refine(({ text, form }) => fitsForm(text, form), { path: ['form'] });
export type WordEntry = z.output<typeof wordEntry>;

/** What a steward proposes: entries that come, or take the place of one with the same text, and entries that go. */
export const wordlistChange = z.object({
  language: languageTag,
  add: z.array(wordEntry).max(changes).default([]),
  remove: z.array(entryText).max(changes).default([]),
});

/** The host of an address as it is sent: in small letters, in ASCII. What it holds for, its subdomains hold for too. */
const host = z.string().trim().toLowerCase().refine(isHost);

export const allowedHostsChange = z.object({
  add: z.array(host).max(changes).default([]),
  remove: z.array(host).max(changes).default([]),
});

/** What the act would change is kept with it: the version that was in force when it was proposed, 0 for none. */
const from = z.int().min(0);
export const wordlistChangeDetails = wordlistChange.required().extend({ from });
export const allowedHostsChangeDetails = allowedHostsChange.required().extend({ from });

/** A word list as it stands, as those read it who moderate or watch over it. */
export const wordlistView = z.object({
  language: languageTag,
  version: z.int().min(1),
  adoptedOn: z.iso.date(),
  entries: z.array(wordEntry).max(entries),
});
export type WordlistView = z.output<typeof wordlistView>;

export const allowedHostsView = z.object({
  version: z.int().min(1),
  adoptedOn: z.iso.date(),
  hosts: z.array(host).max(hosts),
});
export type AllowedHostsView = z.output<typeof allowedHostsView>;
