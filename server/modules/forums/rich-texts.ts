import { Injectable } from '@nestjs/common';
import { Failure } from '../../../shared/contract/failure.js';
import type { RichText } from '../../../shared/language/rich-text.js';
import { parseMarkdown } from '../../platform/markdown/markdown.js';
import { Unreadable } from '../../platform/markdown/unreadable.js';
import { withNames } from './mentioned-names.js';

/**
 * The members whose names a text mentions, by the name as written. Where moderators withhold a name of theirs, what is shown
 * instead stands behind the id, after a space.
 */
export type Mentions = Readonly<Record<string, string>>;

const remembered = 5_000;

/**
 * Reads Markdown once per revision: a revision never changes, so neither does its tree. The least recently shown ones
 * are forgotten first.
 */
@Injectable()
export class RichTexts {
  private readonly trees = new Map<string, RichText>();

  /** The tree of a stored text; `key` is the id of the revision or of the translation. */
  of(key: string, source: string, mentions: Mentions | null): RichText {
    const known = this.trees.get(key);
    const tree = known ?? this.stored(source, mentions);
    this.trees.delete(key);
    this.trees.set(key, tree);
    if (this.trees.size > remembered) this.trees.delete(this.trees.keys().next().value ?? key);
    return withShownNames(tree, mentions ?? {});
  }

  /**
   * The tree of what somebody is about to publish.
   * @throws Failure `post.text_unreadable` when it is nested deeper than any page shows, or says nothing
   */
  read(source: string, mentions: Mentions = {}): RichText {
    try {
      const tree = parse(source, mentions);
      if (tree.length > 0) return tree;
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
    }
    throw new Failure('post.text_unreadable');
  }

  /** What an engine gave back is not trusted to be readable; it is then shown as plain text. */
  private stored(source: string, mentions: Mentions | null): RichText {
    try {
      return parse(source, mentions ?? {});
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      return [{ type: 'code', text: source }];
    }
  }
}

/** Puts what others see of a member in the place of a name that moderators withhold. */
function withShownNames(tree: RichText, mentions: Mentions): RichText {
  const shown = new Map(
    Object.values(mentions).flatMap((mentioned) => {
      const at = mentioned.indexOf(' ');
      return at < 0 ? [] : [[mentioned.slice(0, at), mentioned.slice(at + 1)] as const];
    }),
  );
  return shown.size === 0 ? tree : withNames(tree, (member) => shown.get(member));
}

const parse = (source: string, mentions: Mentions): RichText =>
  parseMarkdown(source, (name) => (Object.hasOwn(mentions, name) ? mentions[name]?.split(' ', 1)[0] : undefined));
