import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { DyadMember } from '../../../../shared/access/actor.js';
import { statementShape } from '../../../../shared/documents/document-shape.js';
import type { DocumentRole } from '../../../../shared/documents/document.rules.js';
import type { Tx } from '../../../platform/database/tx.js';
import { DocumentKinds } from '../../documents/document-kinds.port.js';
import { StatementRepository } from '../statement.repository.js';
import { roleInSuggestion } from './suggestion-rights.js';
import { SuggestionRepository } from './suggestion.repository.js';

/** The name of this kind of document. */
export const suggestionKind = 'suggestion';

/** Says to documents whose a suggestion is, and which statement it is a part of. */
@Injectable()
export class SuggestionDocuments implements OnModuleInit {
  constructor(
    private readonly kinds: DocumentKinds,
    private readonly statements: StatementRepository,
    private readonly suggestions: SuggestionRepository,
  ) {}

  onModuleInit(): void {
    this.kinds.register(suggestionKind, {
      shape: statementShape,
      wholeOf: async (tx, id) => (await this.suggestions.find(tx, id))?.statementId,
      roleOf: (tx, id, member) => this.roleOf(tx, id, member),
    });
  }

  private async roleOf(tx: Tx, id: string, member: DyadMember): Promise<DocumentRole> {
    const suggestion = await this.suggestions.find(tx, id);
    const statement = suggestion && (await this.statements.find(tx, member.dyadId, suggestion.statementId));
    return statement ? roleInSuggestion(statement, suggestion, member) : 'none';
  }
}
