import type { Block, Inline, RichText } from '../../../shared/language/rich-text.js';

/** Who a mentioned name is, if anybody. */
export type Mentioned = (pseudonym: string) => string | undefined;

const mention = /(?<![\p{L}\p{M}\p{N}_@])@(?:"([^"\n]{2,40})"|([\p{L}\p{N}][\p{L}\p{M}\p{N}_.'’-]{1,39}))/gu;

/** Turns the names of known members in texts into mentions; code and links keep theirs as text. */
export function withMentions(inlines: readonly Inline[], mentioned: Mentioned): Inline[] {
  return inlines.flatMap((inline): Inline[] => {
    if (inline.type === 'strong' || inline.type === 'emphasis') {
      return [{ ...inline, inlines: withMentions(inline.inlines, mentioned) }];
    }
    return inline.type === 'text' ? split(inline.text, mentioned) : [inline];
  });
}

function split(text: string, mentioned: Mentioned): Inline[] {
  const parts: Inline[] = [];
  let from = 0;
  for (const match of text.matchAll(mention)) {
    const found = longestKnown(match[1] ?? match[2] ?? '', mentioned);
    if (!found) continue;
    if (match.index > from) parts.push({ type: 'text', text: text.slice(from, match.index) });
    parts.push({ type: 'mention', member: found.member, pseudonym: found.pseudonym });
    from = match.index + (match[1] === undefined ? 1 + found.pseudonym.length : match[0].length);
  }
  if (from < text.length) parts.push({ type: 'text', text: text.slice(from) });
  return parts;
}

/**
 * What a writer may have meant by `@name.`: the name, or the name without what belongs to the sentence after it, a full
 * stop, a genitive; the longest first.
 */
function readingsOf(name: string): string[] {
  const shorter = name.replace(/[.'’-]?[^.'’-]*$/u, '');
  return name.length < 2 ? [] : [name, ...readingsOf(shorter)];
}

function longestKnown(name: string, mentioned: Mentioned): { member: string; pseudonym: string } | undefined {
  for (const pseudonym of readingsOf(name)) {
    const member = mentioned(pseudonym);
    if (member !== undefined) return { member, pseudonym };
  }
  return undefined;
}

/** At most so many names are looked up for one text. */
const mostNames = 100;

/** Every name that a text may mention, whether or not anybody bears it: for one look-up before parsing. */
export function namesMentioned(source: string): string[] {
  const names = [...source.matchAll(mention)].flatMap((match) => readingsOf(match[1] ?? match[2] ?? ''));
  return [...new Set(names)].slice(0, mostNames);
}

/** The members a parsed text mentions. */
export function membersMentioned(text: RichText): string[] {
  const inInline = (inline: Inline): string[] => {
    if (inline.type === 'mention') return [inline.member];
    return 'inlines' in inline ? inline.inlines.flatMap(inInline) : [];
  };
  const inBlock = (block: Block): string[] => {
    if ('inlines' in block) return block.inlines.flatMap(inInline);
    if ('items' in block) return block.items.flatMap(membersMentioned);
    return block.type === 'quote' ? block.blocks.flatMap(inBlock) : [];
  };
  return [...new Set(text.flatMap(inBlock))];
}
