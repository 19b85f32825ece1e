import { Injectable } from '@nestjs/common';
import type { DyadMember } from '../../../../shared/access/actor.js';
import { Failure, InvalidRequest, type FieldProblem } from '../../../../shared/contract/failure.js';
import { missingIn } from '../../../../shared/language/bilingual-text.schema.js';
import { fitsKind } from '../../../../shared/moderation/content-kind.rules.js';
import type { ProposedAction } from '../../../../shared/moderation/proposal.rules.js';
import { actionOf, draftProblems, type ProposalDraft } from '../../../../shared/moderation/proposal.schema.js';
import type { Tx } from '../../../platform/database/tx.js';
import { DyadReader } from '../../dyads/dyad.reader.js';
import type { Item } from '../items/item.js';
import { ModeratedContents } from '../moderated-content.port.js';

/** Holds what a moderator proposes against what there is: it fits together, both sides can read it, its words are there. */
@Injectable()
export class ProposalDrafting {
  constructor(
    private readonly dyads: DyadReader,
    private readonly contents: ModeratedContents,
  ) {}

  /**
   * What can be seen of a draft alone, without the item.
   * @throws InvalidRequest naming the fields
   */
  async check(tx: Tx, { dyadId, charterVersion }: DyadMember, draft: ProposalDraft): Promise<void> {
    const { languageOf } = await this.dyads.profile(tx, dyadId);
    const articles = draft.article === null ? [] : await this.dyads.articles(tx, dyadId, charterVersion);
    const missing = missingIn(draft.facts, [languageOf.a, languageOf.b]);
    const problems: FieldProblem[] = [
      ...draftProblems(draft).map((field) => problem(field, field === 'measure' ? 'required' : 'not_expected')),
      ...missing.map((language) => problem(`facts.${language}`, 'required')),
      ...(draft.article === null || articles.includes(draft.article) ? [] : [problem('article', 'not_one_of')]),
    ];
    if (problems.length > 0) throw new InvalidRequest(problems);
  }

  /**
   * The action that a checked draft is about this item.
   * @throws Failure `moderation.measure_unfit` for what cannot be decided about this kind of content,
   * `moderation.passage_missing` when a redaction would take out what is not in the text
   */
  async action(tx: Tx, { charterVersion }: DyadMember, item: Item, draft: ProposalDraft): Promise<ProposedAction> {
    const { passages } = draft;
    if (!fitsKind(item.kind, draft)) throw new Failure('moderation.measure_unfit');
    if (passages.length > 0 && !(await this.contents.written(item.kind).contains(tx, item, passages)))
      throw new Failure('moderation.passage_missing');
    return actionOf(draft, { item: item.id, revision: item.revision, policyVersion: charterVersion });
  }
}

const problem = (field: string, rule: FieldProblem['rule']): FieldProblem => ({
  field: `body.${field}`,
  rule,
  params: {},
});
