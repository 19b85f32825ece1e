import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Failure } from '../../../shared/contract/failure.js';
import type { SocketEvent } from '../../../shared/contract/signals.js';
import { followStream, leaveStream, showTyping } from '../../../shared/contract/stream.events.js';
import { ActorResolver } from '../access/actor-resolver.js';
import { Permit } from '../access/permit.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { StreamHistory } from '../events/stream-history.js';
import { Log } from '../logging/log.js';
import { Presence } from './presence.js';
import { Streams } from './streams.js';
import type { EntenteServer, EntenteSocket } from './socket-types.js';

/** A person may follow a topic, their own notices, a desk and a few more. */
const streamsPerSocket = 20;

type Answer = (answer: unknown) => void;

/** Answers what a client may say over the socket; each message passes its schema and its row of the policy table. */
@Injectable()
export class SocketMessages {
  private readonly turns = new WeakMap<EntenteSocket, Promise<unknown>>();

  constructor(
    private readonly actors: ActorResolver,
    private readonly streams: Streams,
    private readonly history: StreamHistory,
    private readonly unitOfWork: UnitOfWork,
    private readonly log: Log,
  ) {}

  serve(io: EntenteServer, socket: EntenteSocket): void {
    const presence = Presence.of(io);
    this.on(socket, followStream, async ({ dyad, stream }, permit) => {
      await this.streams.require(permit, stream);
      if (socket.data.streams.size >= streamsPerSocket && !socket.data.streams.has(stream)) {
        throw new Failure('request.too_fast', { seconds: 1 });
      }
      socket.data.streams.set(stream, dyad);
      await socket.join(stream);
      presence.changed(stream);
      const newest = await this.unitOfWork.run({ dyadId: permit.member.dyadId }, (tx) =>
        this.history.newest(tx, stream),
      );
      return { newest };
    });
    this.on(socket, leaveStream, async ({ stream }, permit) => {
      await this.streams.require(permit, stream);
      socket.data.streams.delete(stream);
      await socket.leave(stream);
      presence.changed(stream);
      return {};
    });
    this.on(socket, showTyping, async ({ stream }, permit) => {
      await this.streams.require(permit, stream);
      if (socket.rooms.has(stream)) socket.to(stream).volatile.emit('typing', { stream });
      return {};
    });
    socket.on('disconnecting', () => {
      for (const stream of socket.data.streams.keys()) presence.changed(stream);
    });
  }

  private on<P extends z.ZodObject>(
    socket: EntenteSocket,
    event: SocketEvent<string, P>,
    answer: (payload: z.output<P>, permit: Permit) => Promise<unknown>,
  ): void {
    socket.on(event.name, (sent: unknown, acknowledge?: unknown) => {
      const reply: Answer = typeof acknowledge === 'function' ? (acknowledge as Answer) : () => undefined;
      this.inTurn(socket, () => this.answer(socket, event, sent, answer)).then(reply, (error: unknown) =>
        reply(this.refusal(error)),
      );
    });
  }

  /**
   * What a connection says is done in the order in which it was said: who leaves a stream and comes back at once follows
   * it, and is not taken out of it afterwards by a leaving that took longer.
   */
  private inTurn<T>(socket: EntenteSocket, act: () => Promise<T>): Promise<T> {
    const done = (this.turns.get(socket) ?? Promise.resolve()).then(act);
    this.turns.set(
      socket,
      done.catch(() => undefined),
    );
    return done;
  }

  private async answer<P extends z.ZodObject>(
    socket: EntenteSocket,
    event: SocketEvent<string, P>,
    sent: unknown,
    answer: (payload: z.output<P>, permit: Permit) => Promise<unknown>,
  ): Promise<unknown> {
    const parsed = event.payload.safeParse(sent);
    if (!parsed.success) throw new Failure('request.invalid');
    const { dyad } = parsed.data as { dyad?: string };
    const actor = await this.actors.resolve(socket.data.token, dyad);
    return answer(parsed.data, Permit.issue(event.action, actor));
  }

  private refusal(error: unknown): { failure: { code: string; params: Record<string, string | number> } } {
    if (error instanceof Failure) return { failure: { code: error.code, params: error.params } };
    this.log.error('socket.message_failed', { error });
    return { failure: { code: 'server.unavailable', params: {} } };
  }
}
