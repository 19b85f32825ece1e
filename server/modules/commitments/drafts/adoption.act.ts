import { Injectable, type OnModuleInit } from '@nestjs/common';
import { commitmentAdoption } from '../../../../shared/commitments/commitment-act.schema.js';
import type { CommitmentContent } from '../../../../shared/commitments/commitment.schema.js';
import { Failure } from '../../../../shared/contract/failure.js';
import type { Tx } from '../../../platform/database/tx.js';
import { JointActs } from '../../dyads/joint-act.port.js';
import { OrganisationReader } from '../../dyads/organisations/organisation.reader.js';
import { CommitmentRepository, type DraftRow } from '../commitment.repository.js';
import { contentView } from '../reading/content.view.js';
import { CommitmentStories } from '../story/commitment-story.js';
import { nobody } from '../story/stored-event.js';
import { CommitmentContents } from './commitment-contents.js';

/** A commitment binds, and is public, when a steward of each side adopted exactly this content. */
@Injectable()
export class AdoptionAct implements OnModuleInit {
  constructor(
    private readonly acts: JointActs,
    private readonly commitments: CommitmentRepository,
    private readonly contents: CommitmentContents,
    private readonly stories: CommitmentStories,
    private readonly organisations: OrganisationReader,
  ) {}

  onModuleInit(): void {
    this.acts.register({
      kind: 'commitment.adopt',
      details: commitmentAdoption,
      // The content is kept with the proposal: what was adopted, or would have been, can be read later as well.
      replaces: async (tx, dyadId, details) => ({ content: (await this.required(tx, dyadId, details)).content }),
      perform: async (tx, details, { dyadId }) => this.adopt(tx, await this.required(tx, dyadId, details)),
      describe: async (tx, { dyadId }, acts) => {
        const all = await this.organisations.all(tx, dyadId);
        return acts.map((details) => ({
          ...details,
          // As it was checked when it was drafted, but for what was erased since.
          content: contentView(details['content'] as CommitmentContent, all),
        }));
      },
    });
  }

  /** What is superseded ends in the same moment. It is locked first: streams are locked after all commitments. */
  private async adopt(tx: Tx, row: DraftRow): Promise<void> {
    const { supersedes } = row.content;
    const replaced = supersedes === null ? undefined : await this.stories.takeOpen(tx, row.dyadId, supersedes);
    await this.stories.begin(tx, row);
    if (!replaced) return;
    await this.stories.add(tx, replaced, { type: 'superseded', body: { by: row.id }, ...nobody, claim: null });
  }

  /**
   * The draft, when it says exactly what was read, and still fits the dyad.
   * @throws Failure `request.not_found`, `commitment.changed`, and what does not fit
   */
  private async required(
    tx: Tx,
    dyadId: string,
    { commitment, hash }: { readonly commitment: string; readonly hash: string },
  ): Promise<DraftRow> {
    const row = await this.commitments.lockDraft(tx, dyadId, commitment);
    if (!row) throw new Failure('request.not_found');
    if (row.hash !== hash) throw new Failure('commitment.changed');
    await this.contents.sealed(tx, dyadId, row.content, 'body.details.content');
    return row;
  }
}
