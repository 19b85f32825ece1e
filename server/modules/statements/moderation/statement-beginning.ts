import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { DocumentHistory } from '../../documents/document-history.port.js';
import { Documents } from '../../documents/documents.port.js';
import { MemberReader } from '../../dyads/member.reader.js';
import type { Beginning } from '../../moderation/moderated-content.port.js';
import { StatementRepository } from '../statement.repository.js';

/** How the case of a statement begins when somebody points at it. */
@Injectable()
export class StatementBeginning {
  constructor(
    private readonly statements: StatementRepository,
    private readonly documents: Documents,
    private readonly history: DocumentHistory,
    private readonly members: MemberReader,
  ) {}

  /** Its author is who began it; everybody who wrote in it, or agreed to what it says, stands as near. */
  async of(tx: Tx, dyadId: string, id: string): Promise<Beginning | undefined> {
    const row = await this.statements.find(tx, dyadId, id);
    if (!row) return undefined;
    const author = (await this.members.views(tx, [row.openedBy])).get(row.openedBy);
    if (!author) return undefined;
    const { end } = await this.documents.look(id, () => undefined);
    const writers = await this.history.writers(tx, id);
    const keys = await this.statements.keys(tx, id);
    const concerns = new Set([...writers.values(), ...keys.map(({ memberId }) => memberId)]);
    return { place: id, authorId: author.id, authorSide: author.side, revision: end.seq, concerns: [...concerns] };
  }
}
