import type { Token } from 'markdown-it';
import type { Inline } from '../../../shared/language/rich-text.js';
import { hostOf, safeLink, shownAddress } from '../../../shared/language/safe-link.js';
import { deepest, Unreadable } from './unreadable.js';

/** Makes the tree of a line from the parser's flat list of tokens, from opening to closing token. */
export class InlineBuilder {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  inlines(depth = 0, inLink = false): Inline[] {
    if (depth > deepest) throw new Unreadable('too deep');
    const found: Inline[] = [];
    for (let token = this.tokens[this.at]; token && token.nesting >= 0; token = this.tokens[this.at]) {
      this.at += 1;
      for (const inline of this.inline(token, depth, inLink)) append(found, inline);
    }
    return found;
  }

  private inline(token: Token, depth: number, inLink: boolean): readonly Inline[] {
    switch (token.type) {
      case 'strong_open':
        return [{ type: 'strong', inlines: this.inner(depth, inLink) }];
      case 'em_open':
        return [{ type: 'emphasis', inlines: this.inner(depth, inLink) }];
      case 'link_open':
        return link(token.attrGet('href'), this.inner(depth, true), token.info === 'auto');
      case 'image':
        return inLink ? textOf(token.content) : link(token.attrGet('src'), textOf(token.content), false);
      case 'code_inline':
        return [{ type: 'code', text: token.content }];
      case 'hardbreak':
      case 'softbreak':
        return [{ type: 'break' }];
      default:
        return textOf(token.content);
    }
  }

  private inner(depth: number, inLink: boolean): Inline[] {
    const inner = this.inlines(depth + 1, inLink);
    this.at += 1;
    return inner;
  }
}

const textOf = (text: string): Inline[] => (text === '' ? [] : [{ type: 'text', text }]);

/** Neighbouring texts become one, so that a mention is never cut by how the parser tokenised. */
function append(list: Inline[], next: Inline): void {
  const last = list.at(-1);
  if (last?.type === 'text' && next.type === 'text') {
    list[list.length - 1] = { type: 'text', text: last.text + next.text };
  } else list.push(next);
}

/**
 * A link that shows where it leads: a bare address is shown with its ASCII host, and words that name another host, or
 * stand for one that is not written in ASCII, are followed by the host itself. An unsafe link is its words alone.
 */
function link(address: string | number | null, inlines: readonly Inline[], bare: boolean): readonly Inline[] {
  const href = safeLink(String(address ?? ''));
  if (href === undefined) return inlines;
  if (bare || inlines.length === 0)
    return [{ type: 'link', href, inlines: [{ type: 'text', text: shownAddress(href) }] }];
  const host = hostOf(href);
  return [
    {
      type: 'link',
      href,
      inlines: misleads(inlines, host) ? [...inlines, { type: 'text', text: ` (${host})` }] : inlines,
    },
  ];
}

const hostLike = /(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/u;

function misleads(inlines: readonly Inline[], host: string): boolean {
  const words = inlines.map(wordsOf).join('').slice(0, 300);
  if (words.includes(host)) return false;
  return host.split('.').some((label) => label.startsWith('xn--')) || hostLike.test(words);
}

function wordsOf(inline: Inline): string {
  if ('inlines' in inline) return inline.inlines.map(wordsOf).join('');
  return 'text' in inline ? inline.text : ' ';
}
