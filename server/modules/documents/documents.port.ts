import { Injectable } from '@nestjs/common';
import * as Y from 'yjs';
import type { Tx } from '../../platform/database/tx.js';
import { RightsWatch } from '../../platform/realtime/rights-watch.js';
import { Clock } from '../../platform/clock/clock.js';
import { firstLink, nextLink } from './document-chain.js';
import { DocumentLogRepository, type LogEnd } from './document-log.repository.js';
import { LiveDocuments } from './live-documents.service.js';

export interface NewDocument {
  readonly id: string;
  readonly dyadId: string;
  readonly kind: string;
  /** Writes what stands in it from the beginning: clients never do. */
  readonly begin: (doc: Y.Doc) => void;
}

/** Documents, for the modules that own kinds of them. */
@Injectable()
export class Documents {
  constructor(
    private readonly repository: DocumentLogRepository,
    private readonly live: LiveDocuments,
    private readonly rights: RightsWatch,
    private readonly clock: Clock,
  ) {}

  /** Makes a document with its first content, in the transaction of the caller. */
  async create(tx: Tx, { id, dyadId, kind, begin }: NewDocument): Promise<void> {
    const doc = new Y.Doc();
    doc.transact(() => begin(doc));
    const bytes = Buffer.from(Y.encodeStateAsUpdate(doc));
    const at = this.clock.now();
    await this.repository.add(tx, { id, dyadId, kind, at });
    await this.repository.addFirst(tx, {
      id,
      dyadId,
      bytes,
      chain: nextLink(firstLink, bytes),
      client: doc.clientID,
      at,
    });
    doc.destroy();
  }

  /**
   * Changes a document in the server's name, because of something a member did: in what people see open, and durable
   * when it resolves. The caller asked the policy table.
   */
  change(id: string, memberId: string, work: (doc: Y.Doc) => void): Promise<LogEnd> {
    return this.live.use(id, (document) => document.change(memberId, work));
  }

  /** Looks at a document; what is given back was written by then, as of the number. */
  look<Result>(id: string, at: (doc: Y.Doc) => Result): Promise<{ readonly seen: Result; readonly end: LogEnd }> {
    return this.live.use(id, (document) => document.look(at));
  }

  /** Says with the transaction that what people may do with a document is not what it was. */
  async announceRights(tx: Tx, id: string): Promise<void> {
    await this.rights.announceOf(tx, 'document', id);
  }
}
