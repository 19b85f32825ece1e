import { Injectable } from '@nestjs/common';
import type { DyadMember } from '../../../shared/access/actor.js';
import { standingOf } from '../../../shared/translation/human-work.rules.js';
import type { TranslationDossier } from '../../../shared/translation/human-work.schema.js';
import { MemberReader, type Credit } from '../dyads/member.reader.js';
import {
  TranslationDossiers,
  type Dispute,
  type Dossier,
  type Proposal,
} from '../translation/review/translation-dossier.reader.js';
import { TranslationWorkList } from '../translation/review/translation-work.port.js';
import { translationView, type TranslationFound } from '../translation/translation.reader.js';
import { dayOf } from '../../platform/clock/day.js';
import type { Tx } from '../../platform/database/tx.js';
import { quotesNothingGone } from './quotes.js';
import { RichTexts } from './rich-texts.js';
import { ShownSources, shownWords, type ShownWords } from './shown-sources.query.js';
import type { TranslatablePost } from './translatable-posts.js';

/** Reads the words of a translation, as its post allows; nothing where it may have words that are gone. */
type Reading = (id: string, source: string) => ShownWords | undefined;

/** All that there is of one post in one language, as somebody who works with it sees it. */
@Injectable()
export class TranslationDossierViews {
  constructor(
    private readonly dossiers: TranslationDossiers,
    private readonly works: TranslationWorkList,
    private readonly members: MemberReader,
    private readonly sources: ShownSources,
    private readonly texts: RichTexts,
  ) {}

  async of(
    tx: Tx,
    member: DyadMember,
    { post, languageSkill: skill }: TranslatablePost,
    language: string,
  ): Promise<TranslationDossier> {
    const target = { owner: post.revisionId, language };
    const dossier = await this.dossiers.of(tx, target, member.memberId);
    const { text, body, original, gone } = await this.sources.of(tx, post);
    const read: Reading = (id, source) => {
      const tree = this.texts.of(id, source, post.mentions);
      return quotesNothingGone(gone, original, tree) ? shownWords(source, tree, post.mentions, gone) : undefined;
    };
    const isAuthor = post.authorId === member.memberId;
    // What passed no moderator is before those alone who can judge it, and whom it is about.
    const judges = skill !== 'none';
    const claim = (await this.works.claims(tx, [post.revisionId])).find((one) => one.language === language);
    const { memberId } = member;
    return {
      post: post.id,
      thread: post.thread,
      language: post.language,
      target: language,
      revision: post.revision,
      text,
      body,
      isAuthor,
      skill,
      ...made(dossier, memberId, read),
      proposals: (await this.proposals(tx, dossier, memberId, read)).filter(({ isOwn }) => judges || isOwn),
      disputes: dossier.disputes
        .map((one) => disputeView(one, memberId))
        .filter(({ isOwn }) => judges || isAuthor || isOwn),
      claim: claim ? { isOwn: claim.member === memberId, until: claim.until.toISOString() } : null,
    };
  }

  private async proposals(
    tx: Tx,
    { proposals, stances }: Dossier,
    member: string,
    read: Reading,
  ): Promise<TranslationDossier['proposals']> {
    const credits = await this.members.credits(
      tx,
      proposals.map(({ proposedBy }) => proposedBy),
    );
    return proposals.flatMap((one) => {
      const words = read(one.id, one.body);
      const behind = stances.filter(({ translation }) => translation === one.id);
      return words ? [{ ...proposalView(one, member, credits), ...words, ...seconded(behind, member) }] : [];
    });
  }
}

const seconded = (behind: Dossier['stances'], member: string) => ({
  isSeconded: behind.some((one) => one.member === member),
  standing: standingOf(behind.map(({ side }) => side)),
});

/** What readers have, what a machine made, and what there was before. */
function made(
  { made: all, stances }: Dossier,
  member: string,
  read: Reading,
): Pick<TranslationDossier, 'shown' | 'isSeconded' | 'machine' | 'earlier'> {
  const written = all.flatMap((one) => writtenView(one, read));
  const current = all.find(({ isCurrent }) => isCurrent);
  const shown = written.find(({ id }) => id === current?.id) ?? null;
  return {
    shown,
    isSeconded: stances.some((one) => one.translation === current?.id && one.member === member),
    machine: written.find(({ engine }) => engine !== null)?.text ?? null,
    earlier: written.filter((one) => one !== shown),
  };
}

function writtenView(found: TranslationFound, read: Reading) {
  const words = found.body === null ? undefined : read(found.id, found.body);
  return words ? [{ ...translationView(found, words.body), text: words.text }] : [];
}

const proposalView = (
  { id, proposedBy, at, state, reason }: Proposal,
  member: string,
  credits: ReadonlyMap<string, Credit>,
) => ({
  id,
  by: credits.get(proposedBy) ?? { pseudonym: null, side: 'neutral' as const },
  isOwn: proposedBy === member,
  proposedOn: dayOf(at),
  state: state === 'declined' ? ('declined' as const) : ('open' as const),
  reason,
});

const disputeView = (
  { id, kind, words, side, disputedBy, at, state, answer, confirmedAt }: Dispute,
  member: string,
): TranslationDossier['disputes'][number] => ({
  id,
  kind,
  words,
  side,
  state,
  answer,
  isOwn: disputedBy === member,
  madeOn: dayOf(at),
  confirmedByAuthor: confirmedAt !== null,
});
