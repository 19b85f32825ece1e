import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Server } from 'socket.io';
import type { Signal } from '../../../shared/contract/signals.js';
import { ActorResolver } from '../access/actor-resolver.js';
import { SignalSink } from '../events/signal-relay.js';
import { OriginCheck } from '../http/origin-check.js';
import { bareSecurityHeaders } from '../http/security-headers.js';
import { sessionTokenFromHeader } from '../http/session-cookie.js';
import { Log } from '../logging/log.js';
import { ChannelLimits } from './channel-limits.js';
import { holdToCookie } from './connection-holders.js';
import { SocketMessages } from './socket-messages.js';
import type { EntenteServer } from './socket-types.js';
import { refuseUpgrade, Upgrades } from './upgrades.js';

const path = '/socket.io';

const handshakeMilliseconds = 5_000;

/** How long requests under way may take to end when the server stops. */
const graceMilliseconds = 3_000;

/**
 * The live channel (Socket.IO). It only tells: every write goes over HTTP. Nobody gets a connection without a session
 * and a page of our own origin, and nobody joins a stream without a row of the policy table.
 */
@Injectable()
export class LiveChannel extends SignalSink implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly io: EntenteServer;
  private carry: ((signal: Signal) => void) | undefined;

  constructor(
    private readonly upgrades: Upgrades,
    private readonly origins: OriginCheck,
    private readonly actors: ActorResolver,
    private readonly limits: ChannelLimits,
    private readonly log: Log,
  ) {
    super();
    this.io = new Server({
      path,
      serveClient: false,
      maxHttpBufferSize: 64 * 1024,
      perMessageDeflate: false,
      httpCompression: false,
      destroyUpgrade: false,
      // Who opens a connection says at once who they are; who waits holds a place that is counted for nobody.
      connectTimeout: handshakeMilliseconds,
      allowRequest: (request, decide) => {
        // The origin is looked at before the session is: a foreign page learns nothing about either.
        const own = this.origins.isOwnHandshake(request);
        decide(own ? null : 'foreign origin', own && this.limits.admits(request));
      },
    });
  }

  /** Begins to listen for messages; called once, when everything that answers them is there. */
  open(messages: SocketMessages): void {
    this.io.use((socket, next) => {
      const token = sessionTokenFromHeader(socket.handshake.headers.cookie);
      this.actors.resolve(token, undefined).then(
        (actor) => {
          if (actor.kind === 'visitor') return next(new Error('session.needed'));
          socket.data = { accountId: actor.accountId, token: token ?? '', streams: new Map() };
          void socket.join(accountRoom(actor.accountId));
          next();
        },
        () => next(new Error('server.unavailable')),
      );
    });
    this.io.on('connection', (socket) => {
      this.limits.watch(socket);
      messages.serve(this.io, socket);
    });
  }

  onApplicationBootstrap(): void {
    const { server } = this.upgrades;
    this.io.attach(server);
    holdToCookie(this.io);
    // It listens for its own upgrades; they are not to be refused as nobody's. Below its path they are not its own.
    this.upgrades.register(path.slice(1), ({ url }, socket) => {
      if (!url?.startsWith(`${path}/`)) refuseUpgrade(socket, 404);
    });
    server.prependListener('request', ({ url }, answer) => {
      if (!url?.startsWith(path)) return;
      for (const [name, value] of Object.entries(bareSecurityHeaders)) answer.setHeader(name, value);
    });
  }

  /** Tells the readers of this node at once; those of other nodes as soon as something carries it there. */
  tell(signal: Signal): void {
    this.tellHere(signal);
    this.carry?.(signal);
  }

  tellHere(signal: Signal): void {
    this.io.local.to(signal.stream).emit('signal', signal);
  }

  /** Gives signals to whatever brings them to other nodes. */
  carriedBy(carry: (signal: Signal) => void): void {
    this.carry = carry;
  }

  /** The streams that somebody on this node follows. */
  streamsFollowed(): string[] {
    const followed = [...this.io.sockets.sockets.values()].flatMap(({ data }) => [...data.streams.keys()]);
    return [...new Set(followed)];
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.io.local.emit('closing');
    const { server } = this.upgrades;
    // Browsers keep connections ready on which nothing was asked yet; nobody would ever end those.
    const grace = setTimeout(() => server.closeAllConnections(), graceMilliseconds);
    await new Promise<void>((resolve) => void this.io.close(() => resolve()));
    clearTimeout(grace);
    this.log.info('live_channel.closed');
  }
}

export const accountRoom = (accountId: string): string => `account:${accountId}`;
