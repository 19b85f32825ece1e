import { Injectable } from '@nestjs/common';
import type { InputOf } from '../../../../shared/contract/contract.js';
import { Failure } from '../../../../shared/contract/failure.js';
import type * as contracts from '../../../../shared/statements/suggestion.contract.js';
import type { Permit } from '../../../platform/access/permit.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Documents } from '../../documents/documents.port.js';
import { readClauses } from '../statement-document.js';
import { roleIn } from '../statement.reader.js';
import { SuggestionClosing } from './suggestion-closing.js';
import { SuggestionRepository } from './suggestion.repository.js';
import { hashOfClauses } from './suggestion.view.js';

/** Deciding about suggestions: one key of each side brings one in, a reason from either declines it. */
@Injectable()
export class SuggestionDeciding {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly suggestions: SuggestionRepository,
    private readonly documents: Documents,
    private readonly closing: SuggestionClosing,
  ) {}

  /**
   * Keys to clauses whose texts change by it fall by themselves, as with any other edit.
   * @throws Failure `request.not_found`, `document.read_only`, `access.other_side` for neutrals, `suggestion.closed`,
   * `suggestion.changed` when the texts are not those that the caller saw, `suggestion.not_fitting`
   */
  accept({ params, body }: InputOf<typeof contracts.acceptSuggestion>, permit: Permit): Promise<void> {
    const { dyadId, memberId, side } = permit.member;
    return this.unitOfWork.run({ dyadId }, async (tx) => {
      const { statement, row } = await this.closing.lock(tx, params, permit.member);
      permit.require('clause.key', { documentRole: roleIn(statement, permit.member) });
      if (side === 'neutral') throw new Failure('access.other_side');
      this.closing.requireOpen(row);
      const { seen } = await this.documents.look(row.id, readClauses);
      const hash = hashOfClauses(seen);
      if (hash !== body.hash) throw new Failure('suggestion.changed');
      await this.suggestions.addKey(tx, row, { side, hash, memberId, at: this.closing.now() });
      const keys = await this.suggestions.keys(tx, row.id, hash);
      if (new Set(keys.map((key) => key.side)).size < 2) return this.closing.tell(tx, row);
      const fits = await this.documents.bringBack(tx, row.id, statement.id, row.since, row.memberId);
      if (!fits) throw new Failure('suggestion.not_fitting');
      await this.closing.close(tx, row, { state: 'accepted', by: memberId });
    });
  }

  /** @throws Failure `request.not_found`, `document.read_only`, `suggestion.closed` */
  decline({ params, body }: InputOf<typeof contracts.declineSuggestion>, permit: Permit): Promise<void> {
    const { dyadId, memberId } = permit.member;
    return this.unitOfWork.run({ dyadId }, async (tx) => {
      const { statement, row } = await this.closing.lock(tx, params, permit.member);
      permit.require('clause.key', { documentRole: roleIn(statement, permit.member) });
      const reason = { text: body.reason, language: body.language };
      await this.closing.close(tx, row, { state: 'declined', by: memberId, reason });
    });
  }
}
