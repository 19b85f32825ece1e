// Atom (RFC 4287): what happened, for programs that tell people. Section numbers are those of the RFC.
import { element, openTag, xmlDeclaration, xmlText } from '../xml/xml-writing.js';

export interface AtomEntry {
  /** An IRI that stays (4.2.6). */
  readonly id: string;
  readonly title: string;
  /** The day it happened: no more is known. */
  readonly on: string;
  /** Where it is said (`alternate`), and what it is about (`related`). */
  readonly links: { readonly alternate: string; readonly related: string };
}

export interface AtomFeed {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  readonly rights: string;
  /** The language of its texts, where they are in one. */
  readonly language: string | undefined;
  /** The feed itself, and the page that it follows. */
  readonly links: { readonly self: string; readonly alternate: string };
  /** The day that a feed without entries is as of. */
  readonly asOf: string;
  /** Newest first. */
  readonly entries: readonly AtomEntry[];
}

/** The beginning of a day in UTC (3.3). */
const momentOf = (day: string): string => `${day}T00:00:00Z`;

const text = (name: string, content: string): string => element(name, {}, xmlText(content));

const link = ([rel, href]: readonly [string, string]): string => element('link', { rel, href }, '');

function entryOf({ id, title, on, links }: AtomEntry): string {
  const parts = [text('id', id), text('title', title), text('updated', momentOf(on))];
  return element('entry', {}, [...parts, ...Object.entries(links).map(link)].join(''));
}

export function atomFile({ id, title, author, rights, language, links, asOf, entries }: AtomFeed): string {
  const newest = entries[0]?.on ?? asOf;
  const head = [
    text('id', id),
    text('title', title),
    text('updated', momentOf(newest)),
    element('author', {}, text('name', author)),
    text('rights', rights),
    ...Object.entries(links).map(link),
  ];
  const parts = [...head, ...entries.map(entryOf)].map((part) => `${part}\n`);
  const root = openTag('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': language });
  return `${xmlDeclaration}${root}\n${parts.join('')}</feed>\n`;
}
