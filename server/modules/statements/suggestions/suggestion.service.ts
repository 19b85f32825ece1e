import { Injectable } from '@nestjs/common';
import type { InputOf } from '../../../../shared/contract/contract.js';
import { Failure } from '../../../../shared/contract/failure.js';
import type * as contracts from '../../../../shared/statements/suggestion.contract.js';
import { mostOpenSuggestions } from '../../../../shared/statements/suggestion.rules.js';
import type { Permit } from '../../../platform/access/permit.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { timeOrderedId } from '../../../platform/ids/ids.js';
import { Documents } from '../../documents/documents.port.js';
import { roleIn } from '../statement.reader.js';
import { StatementRepository } from '../statement.repository.js';
import { SuggestionClosing } from './suggestion-closing.js';
import { suggestionKind } from './suggestion-documents.js';
import { SuggestionRepository } from './suggestion.repository.js';

/** Making suggestions, and taking one's own back. */
@Injectable()
export class SuggestionService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly statements: StatementRepository,
    private readonly suggestions: SuggestionRepository,
    private readonly documents: Documents,
    private readonly closing: SuggestionClosing,
  ) {}

  /** @throws Failure `request.not_found`, `document.read_only`, `suggestion.too_many` */
  open(input: InputOf<typeof contracts.openSuggestion>, permit: Permit): Promise<{ suggestion: string }> {
    const { params, body, idempotency } = input;
    const { dyadId, memberId } = permit.member;
    return this.unitOfWork.once({ dyadId }, permit, idempotency, async (tx) => {
      const statement = await this.statements.lock(tx, dyadId, params.statement);
      const role = statement ? roleIn(statement, permit.member) : 'none';
      if (!statement || role === 'none') throw new Failure('request.not_found');
      permit.require('suggestion.open', { documentRole: role });
      if ((await this.suggestions.countOpen(tx, statement.id)) >= mostOpenSuggestions)
        throw new Failure('suggestion.too_many', { most: mostOpenSuggestions });
      const openedAt = this.closing.now();
      const id = timeOrderedId(openedAt);
      const since = await this.documents.fork(tx, { id, dyadId, kind: suggestionKind }, statement.id);
      const { note, language: noteLanguage } = body;
      const of = { id, dyadId, statementId: statement.id, memberId };
      await this.suggestions.add(tx, { ...of, since: Buffer.from(since), note, noteLanguage, openedAt });
      await this.closing.tell(tx, of);
      return { suggestion: id };
    });
  }

  /** @throws Failure `request.not_found`, `access.not_author`, `suggestion.closed` */
  withdraw({ params }: InputOf<typeof contracts.withdrawSuggestion>, permit: Permit): Promise<void> {
    const { dyadId, memberId } = permit.member;
    return this.unitOfWork.run({ dyadId }, async (tx) => {
      const { row } = await this.closing.lock(tx, params, permit.member);
      permit.require('suggestion.withdraw', { authorId: row.memberId });
      await this.closing.close(tx, row, { state: 'withdrawn', by: memberId });
    });
  }
}
