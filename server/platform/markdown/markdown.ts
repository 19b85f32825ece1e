import MarkdownIt, { type Token } from 'markdown-it';
import type { Block, Inline, RichText } from '../../../shared/language/rich-text.js';
import { cleanText } from '../../../shared/language/unicode-safety.js';
import { safeLink } from './safe-link.js';
import { withMentions, type Mentioned } from './mentions.js';

/** Lists in quotes in lists: what somebody means, and what every page can show. */
const deepest = 16;

/** A text that is nested deeper than any page shows. */
export class TooDeep extends Error {
  override readonly name = 'TooDeep';
}

/** CommonMark without HTML and without entities' tricks; bare addresses become links. */
const parser = new MarkdownIt('commonmark', { html: false, linkify: true, maxNesting: 40 }).enable('linkify');
parser.disable(['html_block', 'html_inline', 'reference']);

/**
 * Reads Markdown, a safe subset, into a tree that cannot carry markup. HTML is text, an image is its description as a
 * link, links go to http, https and mailto only. `> [quote:<post id>]` as first line of a quote names the quoted post;
 * `@name` and `@"name with spaces"` mention a member whom the resolver knows.
 * @throws TooDeep for nesting beyond sixteen levels
 */
export function parseMarkdown(source: string, mentioned: Mentioned = () => undefined): RichText {
  const tokens = parser.parse(cleanText(source.replace(/\r\n?/g, '\n')), {});
  return new TreeBuilder(tokens, mentioned).blocks(0);
}

/** Walks the parser's flat list of tokens once, from opening to closing token. */
class TreeBuilder {
  private at = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly mentioned: Mentioned,
  ) {}

  /** The blocks up to the closing token of the block that holds them. */
  blocks(depth: number): Block[] {
    if (depth > deepest) throw new TooDeep();
    const found: Block[] = [];
    for (let token = this.tokens[this.at]; token && token.nesting >= 0; token = this.tokens[this.at]) {
      this.at += 1;
      const block = this.block(token, depth);
      if (block) found.push(block);
    }
    return found;
  }

  private block(token: Token, depth: number): Block | undefined {
    switch (token.type) {
      case 'paragraph_open':
        return { type: 'paragraph', inlines: this.inlinesAndClose() };
      case 'heading_open':
        return { type: 'heading', level: headingLevel(token.tag), inlines: this.inlinesAndClose() };
      case 'blockquote_open':
        return quote(this.blocksAndClose(depth));
      case 'bullet_list_open':
        return { type: 'bulletList', items: this.items(depth) };
      case 'ordered_list_open':
        return { type: 'orderedList', start: Number(token.attrGet('start') ?? 1), items: this.items(depth) };
      case 'code_block':
      case 'fence':
        return { type: 'code', text: token.content.replace(/\n$/, '') };
      case 'hr':
        return { type: 'rule' };
      default:
        return undefined;
    }
  }

  private blocksAndClose(depth: number): Block[] {
    const inner = this.blocks(depth + 1);
    this.at += 1;
    return inner;
  }

  private items(depth: number): RichText[] {
    const found: RichText[] = [];
    while (this.tokens[this.at]?.type === 'list_item_open') {
      this.at += 1;
      found.push(this.blocksAndClose(depth + 1));
    }
    this.at += 1;
    return found;
  }

  private inlinesAndClose(): Inline[] {
    const inline = this.tokens[this.at];
    this.at += 2;
    return withMentions(new InlineBuilder(inline?.children ?? []).inlines(0), this.mentioned);
  }
}

class InlineBuilder {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  inlines(depth: number): Inline[] {
    if (depth > deepest) throw new TooDeep();
    const found: Inline[] = [];
    for (let token = this.tokens[this.at]; token && token.nesting >= 0; token = this.tokens[this.at]) {
      this.at += 1;
      const inline = this.inline(token, depth);
      if (inline) append(found, inline);
    }
    return found;
  }

  private inline(token: Token, depth: number): Inline | undefined {
    switch (token.type) {
      case 'strong_open':
        return { type: 'strong', inlines: this.inner(depth) };
      case 'em_open':
        return { type: 'emphasis', inlines: this.inner(depth) };
      case 'link_open':
        return link(String(token.attrGet('href') ?? ''), this.inner(depth));
      case 'image':
        return link(String(token.attrGet('src') ?? ''), [{ type: 'text', text: token.content }]);
      case 'code_inline':
        return { type: 'code', text: token.content };
      case 'hardbreak':
      case 'softbreak':
        return { type: 'break' };
      default:
        return token.content === '' ? undefined : { type: 'text', text: token.content };
    }
  }

  private inner(depth: number): Inline[] {
    const inner = this.inlines(depth + 1);
    this.at += 1;
    return inner;
  }
}

/** Neighbouring texts become one, so that a mention is never cut by how the parser tokenised. */
function append(list: Inline[], next: Inline): void {
  const last = list.at(-1);
  if (last?.type === 'text' && next.type === 'text') list[list.length - 1] = { type: 'text', text: last.text + next.text };
  else list.push(next);
}

function link(address: string, inlines: readonly Inline[]): Inline {
  const href = safeLink(address);
  if (href !== undefined) return { type: 'link', href, inlines: inlines.length > 0 ? inlines : [{ type: 'text', text: href }] };
  return inlines.length === 1 && inlines[0] ? inlines[0] : { type: 'emphasis', inlines };
}

/** The page's own titles take the first level. */
function headingLevel(tag: string): 2 | 3 | 4 {
  if (tag === 'h1' || tag === 'h2') return 2;
  return tag === 'h3' ? 3 : 4;
}

const quotedPost = /^\[quote:([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\]$/;

/** Takes the name of the quoted post off the first line of a quote. */
function quote(blocks: readonly Block[]): Block {
  const [first, ...others] = blocks;
  const opening = first?.type === 'paragraph' ? first.inlines[0] : undefined;
  const post = opening?.type === 'text' ? quotedPost.exec(opening.text.trim())?.[1] : undefined;
  if (post === undefined || first?.type !== 'paragraph') return { type: 'quote', blocks };
  const inlines = first.inlines.slice(first.inlines[1]?.type === 'break' ? 2 : 1);
  return { type: 'quote', post, blocks: inlines.length > 0 ? [{ type: 'paragraph', inlines }, ...others] : others };
}
