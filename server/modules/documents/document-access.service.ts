import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { mayWrite } from '../../../shared/access/conditions.js';
import { Failure } from '../../../shared/contract/failure.js';
import { closeCodes } from '../../../shared/documents/collab.protocol.js';
import { roleReaches, type DocumentRole } from '../../../shared/documents/document.rules.js';
import { ActorResolver } from '../../platform/access/actor-resolver.js';
import { Permit } from '../../platform/access/permit.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { RightsWatch } from '../../platform/realtime/rights-watch.js';
import type { Presence } from './awareness-room.js';
import type { Caller } from './caller.js';
import type { CollabConnection } from './collab-connection.js';
import { DocumentDirectory, type DocumentPlace } from './document-directory.reader.js';

/** Somebody who may open a document, and what they may do with it. */
export interface Admitted {
  readonly caller: Caller;
  readonly role: DocumentRole;
  /** How many changes of rights were heard of before this was asked. */
  readonly asOf: number;
}

/** How a document is asked for: a part of another one is, by the name of both. */
export interface DocumentAddress {
  readonly id: string;
  readonly whole: string | undefined;
}

const sweepMilliseconds = 60_000;
const askedAtOnce = 4;

/** Who may open which document and what they may do there: asked at the door, and again whenever rights change. */
@Injectable()
export class DocumentAccess implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly watched = new Map<CollabConnection, string>();
  /** Connections whose rights are being asked, and whether they changed again meanwhile. */
  private readonly asking = new Map<CollabConnection, { again: boolean }>();
  private changes = 0;
  private sweep: NodeJS.Timeout | undefined;

  constructor(
    private readonly directory: DocumentDirectory,
    private readonly actors: ActorResolver,
    private readonly unitOfWork: UnitOfWork,
    private readonly rights: RightsWatch,
  ) {}

  onApplicationBootstrap(): void {
    this.rights.onChange((accountId) =>
      this.changed(({ caller }) => accountId === undefined || caller.accountId === accountId),
    );
    this.rights.onChangeOf('document', (id) =>
      this.changed((_, document) => document === id || this.directory.isPartOf(document, id)),
    );
    // Rights also end by time alone (a session's idle limit), which nobody announces.
    this.sweep = setInterval(() => void this.reconsider(() => true), sweepMilliseconds);
    this.sweep.unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.sweep);
  }

  /** @returns who it is and what they may do, or the status of HTTP to refuse with */
  async admit(token: string | undefined, { id, whole }: DocumentAddress): Promise<Admitted | 401 | 403 | 404> {
    // Somebody without a session learns nothing about which documents there are.
    if (token === undefined) return 401;
    const asOf = this.changes;
    try {
      const found = await this.directory.find(id);
      const place = found?.whole === whole ? found : undefined;
      const { accountId } = Permit.issue('account.view', await this.actors.resolve(token, place?.dyadSlug));
      if (!place) return 404;
      const { role, ...presence } = await this.roleIn(place, token);
      return { role, asOf, caller: { accountId, token, presence } };
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      return error.status === 401 ? 401 : error.status === 404 ? 404 : 403;
    }
  }

  /** From now on changes of rights reach a connection; those that came while it was being let in do so at once. */
  watch(id: string, connection: CollabConnection, asOf: number): void {
    this.watched.set(connection, id);
    if (asOf !== this.changes) void this.reconsiderOne(connection, id);
  }

  forget(connection: CollabConnection): void {
    this.watched.delete(connection);
  }

  /** What the policy table gives a caller in a document, and who they are to the others there. @throws Failure */
  private async roleIn(
    place: DocumentPlace,
    token: string | undefined,
  ): Promise<Presence & { readonly role: DocumentRole }> {
    const actor = await this.actors.resolve(token, place.dyadSlug);
    const permit = Permit.issue('document.open', actor);
    const { member } = permit;
    const { memberId, side } = member;
    const [documentRole, name] = await this.unitOfWork.run({ dyadId: place.dyadId }, (tx) =>
      Promise.all([place.kind.roleOf(tx, place.id, member), this.directory.pseudonym(tx, memberId)]),
    );
    permit.require('document.open', { documentRole });
    const presence = { memberId, side, name };
    if (!roleReaches(documentRole, 'write')) return { role: documentRole, ...presence };
    try {
      Permit.issue('document.write', actor).require('document.write', { documentRole });
      return { role: documentRole, ...presence };
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      return { role: mayWrite(member) ? 'suggest' : 'read', ...presence };
    }
  }

  private changed(concerns: (connection: CollabConnection, id: string) => boolean): void {
    this.changes += 1;
    void this.reconsider(concerns);
  }

  private async reconsider(concerns: (connection: CollabConnection, id: string) => boolean): Promise<void> {
    const queue = [...this.watched].filter(([connection, id]) => concerns(connection, id));
    const work = async (): Promise<void> => {
      for (let next = queue.shift(); next; next = queue.shift()) await this.reconsiderOne(...next);
    };
    await Promise.all(Array.from({ length: askedAtOnce }, work));
  }

  /** One question at a time for each connection: an older answer must not come after a newer one. */
  private async reconsiderOne(connection: CollabConnection, id: string): Promise<void> {
    const underWay = this.asking.get(connection);
    if (underWay) {
      underWay.again = true;
      return;
    }
    const own = { again: true };
    this.asking.set(connection, own);
    while (own.again) {
      own.again = false;
      await this.askAgain(connection, id);
    }
    this.asking.delete(connection);
  }

  private async askAgain(connection: CollabConnection, id: string): Promise<void> {
    try {
      const place = await this.directory.find(id);
      if (!place) return connection.close(closeCodes.gone);
      const { role, name } = await this.roleIn(place, connection.caller.token);
      // Whoever is called otherwise now comes in anew, under that name.
      if (name !== connection.presence.name) return connection.interrupt();
      connection.become(role);
    } catch (error) {
      // What cannot be confirmed does not go on: the client comes back when the database does.
      if (!(error instanceof Failure)) return connection.interrupt();
      connection.close(error.status === 401 ? closeCodes.sessionEnded : closeCodes.forbidden);
    }
  }
}
