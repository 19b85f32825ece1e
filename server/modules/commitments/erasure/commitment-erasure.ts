import { Injectable, type OnModuleInit } from '@nestjs/common';
import { commitmentChanged, commitmentsMoved } from '../../../../shared/commitments/commitment.signals.js';
import { commitmentKinds } from '../../../../shared/record/commitment-kinds.js';
import type { RecordKind } from '../../../../shared/record/record-kinds.js';
import type { Tx } from '../../../platform/database/tx.js';
import { Signals } from '../../../platform/events/signals.js';
import { JointActs } from '../../dyads/joint-act.port.js';
import { ErasureReaches, type ErasedTexts } from '../../record/erasure-reach.port.js';
import { CommitmentRepository, type AdoptedRow } from '../commitment.repository.js';
import { CommitmentEventRepository } from '../story/commitment-event.repository.js';
import type { StoredEvent } from '../story/stored-event.js';
import { emptiedContent, emptiedDetails, emptiedEvent, type ErasedWords, type Going } from './emptied.js';

/**
 * What is erased from the record of a commitment goes out of the commitment as well, out of what was said about it, and out
 * of what stewards proposed, in the same transaction. That a text stood there stays.
 */
@Injectable()
export class CommitmentErasure implements OnModuleInit {
  constructor(
    private readonly reaches: ErasureReaches,
    private readonly commitments: CommitmentRepository,
    private readonly events: CommitmentEventRepository,
    private readonly acts: JointActs,
    private readonly signals: Signals,
  ) {}

  onModuleInit(): void {
    this.reaches.register(Object.keys(commitmentKinds) as RecordKind[], (tx, erased) => this.empty(tx, erased));
  }

  /** The hash of the content has no salt: with all but one text known, a guess of that one could be tested. */
  private async empty(tx: Tx, { dyadId, subject, rev, paths }: ErasedTexts): Promise<readonly string[]> {
    const row = await this.commitments.lock(tx, dyadId, subject);
    if (!row) return [];
    const events = await this.events.of(tx, subject);
    const event = events.find((one) => one.rev === rev);
    const milestone = event?.type === 'missed' ? event.body.milestone : null;
    const going: Going = { goes: (path) => paths.includes(path), milestone };
    const isOfContent = paths.some((path) => /^(?:title|milestone_title)\.|^hash$/.test(path));
    if (isOfContent) await this.emptyContent(tx, row, going, events[0]);
    if (event) await this.events.empty(tx, emptiedEvent(event, going.goes));
    const words = wordsOf(row, event, going, isOfContent);
    await this.acts.empty(tx, dyadId, { name: 'commitment', is: subject }, (details) => emptiedDetails(details, words));
    await this.signals.append(tx, dyadId, `commitment:${subject}`, commitmentChanged, { commitment: subject });
    await this.signals.append(tx, dyadId, `commitments:${dyadId}`, commitmentsMoved, { commitment: subject });
    return isOfContent ? ['hash'] : [];
  }

  private async emptyContent(tx: Tx, row: AdoptedRow, going: Going, first: StoredEvent | undefined): Promise<void> {
    await this.commitments.empty(tx, row.id, emptiedContent(row.content, going));
    if (first)
      await this.events.empty(
        tx,
        emptiedEvent(first, (path) => path === 'hash'),
      );
  }
}

/** The words themselves, as they stand in what was proposed; nothing is sought by what is empty already. */
function wordsOf(row: AdoptedRow, event: StoredEvent | undefined, going: Going, isOfContent: boolean): ErasedWords {
  const { content } = row;
  const said = (name: string, texts: Readonly<Record<string, string>> = {}): ReadonlySet<string> =>
    new Set(Object.entries(texts).flatMap(([language, text]) => (going.goes(`${name}.${language}`) ? [text] : [])));
  const reason = event?.type === 'suspended' || event?.type === 'withdrawn' ? event.body.reason : {};
  return {
    titles: said('title', content.title),
    milestoneTitles: said('milestone_title', content.milestones[(going.milestone ?? 0) - 1]?.title),
    reasons: said('reason', reason),
    hash: isOfContent ? row.hash : null,
  };
}
