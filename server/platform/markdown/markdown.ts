import MarkdownIt, { type Token } from 'markdown-it';
import type { Block, Inline, RichText } from '../../../shared/language/rich-text.js';
import { cleanText } from '../../../shared/language/unicode-safety.js';
import { InlineBuilder } from './inlines.js';
import { withMentions, type Mentioned } from './mentions.js';
import { deepest, longest, Unreadable } from './unreadable.js';
import { safeLink } from '../../../shared/language/safe-link.js';

/** CommonMark without HTML and link references; bare addresses become links, unsafe ones stay the text they are. */
const parser = new MarkdownIt('commonmark', { html: false, linkify: true, maxNesting: 2 * deepest }).enable('linkify');
parser.disable(['html_block', 'html_inline', 'reference']);
parser.normalizeLink = (address) => safeLink(address) ?? '';
parser.validateLink = (address) => safeLink(address) !== undefined;

/**
 * Reads Markdown, a safe subset, into a tree that cannot carry markup. HTML is text, an image is its description as a
 * link, links go to http, https and mailto only. `> [quote:<post id>]` as first line of a quote names the quoted post;
 * `@name`, `@name_with_spaces` and `@"name with spaces"` mention a member whom the resolver knows.
 * @throws Unreadable for nesting beyond sixteen levels and for texts beyond the length that is read in time
 */
export function parseMarkdown(source: string, mentioned: Mentioned = () => undefined): RichText {
  if (source.length > longest) throw new Unreadable('too long');
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
    if (depth > deepest) throw new Unreadable('too deep');
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
    return withMentions(new InlineBuilder(inline?.children ?? []).inlines(), this.mentioned);
  }
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
