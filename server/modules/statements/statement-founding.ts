import { Injectable } from '@nestjs/common';
import { InvalidRequest } from '../../../shared/contract/failure.js';
import { missingIn } from '../../../shared/language/bilingual-text.schema.js';
import { Documents } from '../documents/documents.port.js';
import { DyadReader } from '../dyads/dyad.reader.js';
import { Forum } from '../forums/forum.port.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/tx.js';
import { randomId, timeOrderedId } from '../../platform/ids/ids.js';
import { placeOf } from './comments/statement-places.js';
import { addClause } from './statement-document.js';
import { statementKind } from './statement-kind.js';
import { StatementRepository, undecided, type StatementRow } from './statement.repository.js';

/** Makes statements, inside a transaction. */
@Injectable()
export class StatementFounding {
  constructor(
    private readonly statements: StatementRepository,
    private readonly documents: Documents,
    private readonly dyads: DyadReader,
    private readonly forum: Forum,
    private readonly clock: Clock,
  ) {}

  /** @throws InvalidRequest when the title lacks a language of a side */
  async open(
    tx: Tx,
    given: Pick<StatementRow, 'dyadId' | 'title' | 'visibility'> & { readonly memberId: string },
  ): Promise<StatementRow> {
    const { dyadId, title, visibility, memberId } = given;
    const { languageOf } = await this.dyads.profile(tx, dyadId);
    const missing = missingIn(title, [languageOf.a, languageOf.b]);
    if (missing.length > 0)
      throw new InvalidRequest(
        missing.map((language) => ({ field: `body.title.${language}`, rule: 'required', params: {} })),
      );
    const openedAt = this.clock.now();
    const id = timeOrderedId(openedAt);
    await this.documents.create(tx, {
      id,
      dyadId,
      kind: statementKind,
      begin: (doc) => addClause(doc, randomId(), null),
    });
    const row = { id, dyadId, title, visibility, state: 'drafting', clauses: 1, openedBy: memberId, openedAt } as const;
    await this.statements.add(tx, row);
    await this.forum.openTopicAt(tx, dyadId, { title, description: title, place: placeOf(id) });
    return { ...row, ...undecided };
  }
}
