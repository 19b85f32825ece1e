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

  /**
   * Makes a document that says what another says now, in the transaction of the caller. In it nobody goes on under the
   * client ids of the other: what is written in both stays apart, and fits together again.
   * @returns what the two have in common, to be named when it is brought back
   */
  async fork(tx: Tx, { id, dyadId, kind }: Omit<NewDocument, 'begin'>, of: string): Promise<Uint8Array> {
    const { seen } = await this.look(of, (doc) => ({
      bytes: Buffer.from(Y.encodeStateAsUpdate(doc)),
      vector: Y.encodeStateVector(doc),
    }));
    const { bytes, vector } = seen;
    const at = this.clock.now();
    await this.repository.add(tx, { id, dyadId, kind, at });
    await this.repository.closeClientsOf(tx, of, { id, at });
    const [client] = Y.decodeStateVector(vector).keys();
    const chain = nextLink(firstLink, bytes);
    await this.repository.addFirst(tx, { id, dyadId, bytes, chain, client: client ?? 0, at });
    return vector;
  }

  /** What was written in a fork since it was made. */
  async writtenIn(fork: string, since: Uint8Array): Promise<Uint8Array> {
    return (await this.look(fork, (doc) => Y.encodeStateAsUpdate(doc, since))).seen;
  }

  /** What a document would say with an update; it is not changed. */
  async lookAhead<Result>(id: string, update: Uint8Array, at: (doc: Y.Doc) => Result): Promise<Result> {
    const { seen } = await this.look(id, (doc) => Y.encodeStateAsUpdate(doc));
    const ahead = new Y.Doc();
    try {
      ahead.transact(() => {
        for (const one of [seen, update]) Y.applyUpdate(ahead, one);
      });
      return at(ahead);
    } finally {
      ahead.destroy();
    }
  }

  /**
   * Brings what was written in a fork into the document it was made of, beside what was written there meanwhile; the
   * words stay their writers'. Done twice it changes nothing.
   * @returns false when it does not fit, because somebody there wrote under a client id of the fork
   */
  async bringBack(tx: Tx, fork: string, into: string, since: Uint8Array, memberId: string): Promise<boolean> {
    const update = await this.writtenIn(fork, since);
    const clients = Y.parseUpdateMeta(update).from;
    const writers = (await this.repository.bindings(tx, fork, this.clock.now())).filter(({ client }) =>
      clients.has(client),
    );
    return this.live.use(into, (document) => document.merge(memberId, update, writers));
  }

  /** Says with the transaction that what people may do with a document is not what it was. */
  async announceRights(tx: Tx, id: string): Promise<void> {
    await this.rights.announceOf(tx, 'document', id);
  }
}
