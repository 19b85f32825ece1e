import type { Segment } from './translation-engine.js';

/** A text taken apart: what is to be translated, and the frame that it is put back into. */
export interface Masked {
  readonly segments: readonly Segment[];
  /** Puts translated segments back. @returns nothing for a segment that lost, doubled or invented a placeholder. */
  restore(id: string, html: string): string | undefined;
  /** The whole text, from the translated segments; untranslated ones stay as they were. */
  assemble(translated: ReadonlyMap<string, string>): string;
}

/** What stands before the words of a line: quote marks, list marks, heading marks, indentation. */
const linePrefix = /^(?:\s*(?:>|[-*+](?=\s)|\d{1,9}[.)](?=\s)|#{1,6}(?=\s)))*\s*/;
const fence = /^\s*(?:```|~~~)/;

/** What no engine may touch, longest first: code, link targets, addresses, mentions, numbers, marks of Markdown. */
const untouchable = new RegExp(
  [
    '`+[^`]*`+',
    '\\[quote:[0-9a-f-]{36}\\]',
    '\\]\\([^()\\s]*(?:\\s+"[^"]*")?\\)',
    '!?\\[',
    '<(?:https?|mailto):[^>\\s]*>',
    'https?:\\/\\/[^\\s<>()]+',
    '[\\w.+-]+@[\\w-]+\\.[\\w.-]+',
    '@"[^"\\n]{2,40}"',
    "@[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}_.’'-]*",
    '\\p{N}+(?:[.,:/%-]?\\p{N}+)*%?',
    '[*_~#@\\\\\\]|^$]+',
  ].join('|'),
  'gu',
);

const placeholder = /<x id="(\d+)"\s*\/?>(?:<\/x>)?/g;
const escaped: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
};

/** Takes a Markdown text apart line by line, so that its structure cannot be harmed. */
export function mask(markdown: string): Masked {
  const kept: string[] = [];
  const segments: Segment[] = [];
  const originals = new Map<string, string>();
  let inCode = false;
  const frame = markdown.split('\n').map((line): string | { prefix: string; id: string } => {
    if (fence.test(line)) inCode = !inCode;
    const prefix = linePrefix.exec(line)?.[0] ?? '';
    const words = line.slice(prefix.length);
    if (inCode || fence.test(line) || !/\p{L}/u.test(words)) return line;
    const id = `s${segments.length}`;
    segments.push({ id, html: maskWords(words, kept) });
    originals.set(id, words);
    return { prefix, id };
  });
  return {
    segments,
    restore: (id, html) => {
      const segment = segments.find((one) => one.id === id);
      return segment && samePlaceholders(segment.html, html) ? unmask(html, kept) : undefined;
    },
    assemble: (translated) =>
      frame
        .map((part) =>
          typeof part === 'string' ? part : part.prefix + (translated.get(part.id) ?? originals.get(part.id) ?? ''),
        )
        .join('\n'),
  };
}

function maskWords(words: string, kept: string[]): string {
  let html = '';
  let from = 0;
  for (const match of words.matchAll(untouchable)) {
    html += escapeHtml(words.slice(from, match.index)) + `<x id="${kept.length}"/>`;
    kept.push(match[0]);
    from = match.index + match[0].length;
  }
  return html + escapeHtml(words.slice(from));
}

const escapeHtml = (text: string): string => text.replace(/[&<>]/g, (sign) => escaped[sign] ?? sign);

const idsIn = (html: string): string =>
  [...html.matchAll(placeholder)]
    .map((match) => match[1])
    .toSorted()
    .join(' ');

const samePlaceholders = (sent: string, received: string): boolean => idsIn(sent) === idsIn(received);

const unmask = (html: string, kept: readonly string[]): string =>
  html
    .split(/(<x id="\d+"\s*\/?>(?:<\/x>)?)/)
    .map((part) => {
      const id = /^<x id="(\d+)"/.exec(part)?.[1];
      return id === undefined
        ? part.replace(/&(?:amp|lt|gt|quot|nbsp|#39);/g, (entity) => entities[entity] ?? entity)
        : (kept[Number(id)] ?? '');
    })
    .join('');
