import { Injectable } from '@nestjs/common';
import { Failure } from '../../../shared/contract/failure.js';
import type { RichText } from '../../../shared/language/rich-text.js';
import { DyadReader } from '../dyads/dyad.reader.js';
import { MemberReader } from '../dyads/member.reader.js';
import type { Tx } from '../../platform/database/tx.js';
import { membersMentioned, namesMentioned } from '../../platform/markdown/mentions.js';
import { RichTexts, type Mentions } from './rich-texts.js';

/** What somebody wrote, as it came. */
export interface Draft {
  readonly text: string;
  readonly language: string;
}

/** A text that can be read, in a language that is spoken here, with the members it mentions. */
export interface ReadText extends Draft {
  readonly body: RichText;
  readonly mentions: Mentions;
  /** The languages it should be translated into. */
  readonly targets: readonly string[];
}

/** Reads what somebody is about to publish, and refuses what nobody here could read. */
@Injectable()
export class TextReading {
  constructor(
    private readonly dyads: DyadReader,
    private readonly members: MemberReader,
    private readonly texts: RichTexts,
  ) {}

  /** @throws Failure `post.language_not_spoken_here`, `post.text_unreadable` */
  async read(tx: Tx, dyadId: string, { text, language }: Draft): Promise<ReadText> {
    const languages = await this.languages(tx, dyadId);
    if (!languages.includes(language)) throw new Failure('post.language_not_spoken_here');
    const known = await this.named(tx, dyadId, text);
    const body = this.texts.read(text, known);
    const mentioned = new Set(membersMentioned(body));
    const mentions = Object.fromEntries(Object.entries(known).filter(([, member]) => mentioned.has(member)));
    return { text, language, body, mentions, targets: languages.filter((one) => one !== language) };
  }

  /** @throws Failure `post.text_unreadable` */
  tree(text: string): RichText {
    return this.texts.read(text);
  }

  /** The languages people write here: of both sides, and the bridge between them if there is one. */
  async languages(tx: Tx, dyadId: string): Promise<readonly string[]> {
    return (await this.dyads.profile(tx, dyadId)).languages;
  }

  async languagesOfSides(tx: Tx, dyadId: string): Promise<readonly string[]> {
    const { a, b } = (await this.dyads.profile(tx, dyadId)).languageOf;
    return [a, b];
  }

  private async named(tx: Tx, dyadId: string, text: string): Promise<Mentions> {
    const names = namesMentioned(text);
    return names.length === 0 ? {} : Object.fromEntries(await this.members.bearing(tx, dyadId, names));
  }
}
