import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Failure } from '../../../shared/contract/failure.js';
import { ActorResolver } from '../access/actor-resolver.js';
import { Permit } from '../access/permit.js';
import { Log } from '../logging/log.js';
import { LiveChannel } from './live-channel.js';
import { RightsWatch } from './rights-watch.js';
import { Streams } from './streams.js';
import type { EntenteSocket } from './socket-types.js';

const sweepMilliseconds = 60_000;

/** Ends what open connections may no longer do, within a second of the change: ended sessions, lost roles, new charter. */
@Injectable()
export class Revocation implements OnApplicationBootstrap, OnModuleDestroy {
  private sweep: NodeJS.Timeout | undefined;

  constructor(
    private readonly channel: LiveChannel,
    private readonly rights: RightsWatch,
    private readonly actors: ActorResolver,
    private readonly streams: Streams,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.rights.onChange((accountId) => void this.reconsider(accountId));
    this.rights.onChangeOf('stream', (stream) => void this.reconsiderStream(stream));
    // Rights also end by time alone (a session's idle limit), which nobody announces.
    this.sweep = setInterval(() => void this.reconsider(undefined), sweepMilliseconds);
    this.sweep.unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.sweep);
  }

  /** Asks the policy again for every open connection of the account, or for all of them. */
  async reconsider(accountId: string | undefined): Promise<void> {
    await this.each(
      ({ data }) => accountId === undefined || data.accountId === accountId,
      (socket) => this.reconsiderSocket(socket),
    );
  }

  /** Asks again for everybody who follows this stream: who may hear it is not what it was. */
  async reconsiderStream(stream: string): Promise<void> {
    await this.each(
      ({ data }) => data.streams.has(stream),
      (socket) => this.reconsiderStreams(socket, [stream]),
    );
  }

  private async each(
    concerned: (socket: EntenteSocket) => boolean,
    reconsider: (socket: EntenteSocket) => Promise<void>,
  ): Promise<void> {
    for (const socket of this.channel.io.sockets.sockets.values()) {
      if (!concerned(socket)) continue;
      await reconsider(socket).catch((error: unknown) => {
        // What cannot be confirmed does not go on: the client comes back when the database does.
        this.log.warn('socket.rights_unconfirmed', { error });
        socket.disconnect(true);
      });
    }
  }

  private async reconsiderSocket(socket: EntenteSocket): Promise<void> {
    const actor = await this.actors.resolve(socket.data.token, undefined);
    if (actor.kind === 'visitor') {
      socket.disconnect(true);
      return;
    }
    await this.reconsiderStreams(socket, [...socket.data.streams.keys()]);
  }

  private async reconsiderStreams(socket: EntenteSocket, streams: readonly string[]): Promise<void> {
    for (const stream of streams) {
      const dyad = socket.data.streams.get(stream);
      if (dyad === undefined) continue;
      try {
        const member = await this.actors.resolve(socket.data.token, dyad);
        await this.streams.require(Permit.issue('stream.follow', member), stream);
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        socket.data.streams.delete(stream);
        await socket.leave(stream);
        socket.emit('ended', { stream, code: error.code });
      }
    }
  }
}
