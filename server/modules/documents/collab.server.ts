import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { closeCodes, savedParameter } from '../../../shared/documents/collab.protocol.js';
import { OriginCheck } from '../../platform/http/origin-check.js';
import { sessionTokenFromHeader } from '../../platform/http/session-cookie.js';
import { Log } from '../../platform/logging/log.js';
import { refuseUpgrade, Upgrades } from '../../platform/realtime/upgrades.js';
import { CollabConnection, longestFrame, type CollabLine } from './collab-connection.js';
import { DocumentAccess, type Admitted } from './document-access.service.js';
import { LiveDocuments } from './live-documents.service.js';
import { Seats } from './seats.js';

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
/** A document, or a part of one: `/collab/{whole}~{part}`. */
const addressPattern = new RegExp(`^/collab/(?:(?<whole>${uuid})~)?(?<id>${uuid})$`);

const pingMilliseconds = 25_000;
const stopWithinMilliseconds = 5_000;

/**
 * Documents over the protocol of y-websocket, at `/collab/:document` on the port of everything else. Who may not read a
 * document does not get a socket; what comes before the document is loaded waits.
 */
@Injectable()
export class CollabServer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly server = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: 2 * longestFrame,
    clientTracking: false,
  });
  private readonly sockets = new Set<WebSocket>();
  private readonly seats = new Seats();
  private readonly alive = new WeakMap<WebSocket, { current: boolean }>();
  private pings: NodeJS.Timeout | undefined;
  private stopping = false;

  constructor(
    private readonly upgrades: Upgrades,
    private readonly origins: OriginCheck,
    private readonly access: DocumentAccess,
    private readonly documents: LiveDocuments,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.upgrades.register('collab', (request, socket, head) => {
      void this.admit(request, socket, head).catch((error: unknown) => {
        this.log.error('collab.upgrade_failed', { error });
        refuseUpgrade(socket, 503);
      });
    });
    this.pings = setInterval(() => this.ping(), pingMilliseconds);
    this.pings.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    clearInterval(this.pings);
    // Clients come back after the same pause all of them, so they are sent away one after the other.
    const between = Math.min(20, stopWithinMilliseconds / Math.max(1, this.sockets.size));
    for (const socket of this.sockets) {
      socket.close(closeCodes.restarting);
      await new Promise((resolve) => setTimeout(resolve, between));
    }
    for (const socket of this.sockets) socket.terminate();
  }

  private async admit(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    if (this.stopping) return refuseUpgrade(socket, 503);
    // The origin is looked at before the session is: a foreign page learns nothing about either.
    if (!this.origins.isOwn(request.headers.origin, request.headers.host)) return refuseUpgrade(socket, 403);
    const [pathname = '', query] = (request.url ?? '').split('?', 2);
    const searchParams = new URLSearchParams(query);
    const { whole, id } = addressPattern.exec(pathname)?.groups ?? {};
    if (id === undefined) return refuseUpgrade(socket, 404);
    const admitted = await this.access.admit(sessionTokenFromHeader(request.headers.cookie), { id, whole });
    if (typeof admitted === 'number') return refuseUpgrade(socket, admitted);
    if (socket.destroyed) return;
    const giveBack = this.documents.hasRoomFor(id) && this.seats.take(id, admitted.caller.accountId, Date.now());
    if (!giveBack) return refuseUpgrade(socket, 429);
    socket.once('close', giveBack);
    const { caller } = admitted;
    const wantsSaved = searchParams.get(savedParameter) === '1';
    this.server.handleUpgrade(request, socket, head, (open) =>
      this.serve({ socket: open, wire: socket, caller, wantsSaved }, id, admitted),
    );
  }

  private serve(line: CollabLine, id: string, { role, asOf }: Admitted): void {
    const { socket } = line;
    this.sockets.add(socket);
    const alive = { current: true };
    this.alive.set(socket, alive);
    socket.on('pong', () => (alive.current = true));
    // A frame that is too long, or no frame at all, ends the socket; it must not end the process.
    socket.on('error', () => socket.terminate());
    const connection = new CollabConnection(line, role, (why) => this.log.warn('collab.frame_refused', { why }));
    this.access.watch(id, connection, asOf);
    const taken = this.documents.take(id);
    socket.on('close', () => {
      this.sockets.delete(socket);
      this.access.forget(connection);
      void taken.then(
        (document) => {
          document.leave(connection);
          this.documents.release(id);
        },
        () => undefined,
      );
    });
    taken.then(
      async (document) => {
        while (document.ready) await document.ready;
        if (this.sockets.has(socket)) connection.enter(document);
      },
      (error: unknown) => {
        this.log.warn('document.not_loaded', { error });
        connection.interrupt();
      },
    );
  }

  /** Ends sockets on which a whole round brought no answer. */
  private ping(): void {
    for (const socket of this.sockets) {
      const state = this.alive.get(socket);
      if (state?.current === false) {
        socket.terminate();
        continue;
      }
      if (state) state.current = false;
      socket.ping();
    }
  }
}
