import MarkdownIt from 'markdown-it';
import { deepest } from '../../../platform/markdown/unreadable.js';

/** Words of a Markdown text that belong together: a paragraph, a heading, the paragraph of a list item or a quote. */
export interface Passage {
  /** Where it begins and ends in the source, without what stands before and after it on its lines. */
  readonly from: number;
  readonly to: number;
  /** Its lines, trimmed, with `\n` between them. */
  readonly words: string;
  /** What really stands in the source for each `\n`: trailing blanks, the line break, quote marks, indentation. */
  readonly breaks: readonly string[];
}

/** Blocks only, as the server reads them: no HTML, no link references. */
const blocks = new MarkdownIt('commonmark', { html: false, maxNesting: 2 * deepest });
blocks.disable(['html_block', 'reference', 'inline']);

interface Line {
  readonly from: number;
  readonly text: string;
}

/**
 * Finds the passages of a text. Everything between them (code, rules, list and quote marks) is structure: who replaces
 * passages only cannot harm it.
 */
export function passagesOf(markdown: string): Passage[] {
  const lines = linesOf(markdown);
  return blocks.parse(markdown, {}).flatMap(({ type, map, content }) => {
    if (type !== 'inline' || !map) return [];
    const passage = passageAt(markdown, lines.slice(map[0]), content);
    return passage ? [passage] : [];
  });
}

/** The passage that begins on the first of these lines; nothing where the parser read other characters than stand there. */
function passageAt(markdown: string, lines: readonly Line[], content: string): Passage | undefined {
  const words = content.split('\n').map((line) => line.trim());
  const places: { from: number; to: number }[] = [];
  for (const [number, line] of words.entries()) {
    const at = lines[number]?.text.lastIndexOf(line) ?? -1;
    if (at < 0) return undefined;
    const from = (lines[number]?.from ?? 0) + at;
    places.push({ from, to: from + line.length });
  }
  const breaks = places.slice(1).map(({ from }, before) => markdown.slice(places[before]?.to, from));
  return { from: places[0]?.from ?? 0, to: places.at(-1)?.to ?? 0, words: words.join('\n'), breaks };
}

function linesOf(markdown: string): Line[] {
  let from = 0;
  return markdown.split(/(?<=\n|\r(?!\n))/).map((line) => {
    const found = { from, text: line.replace(/[\r\n]+$/, '') };
    from += line.length;
    return found;
  });
}
