import type { EntenteServer } from './socket-types.js';

const settleMilliseconds = 1_000;

/**
 * Tells the followers of a stream how many people follow it: once a second at most, people rather than tabs, a number
 * and never a name or a side (who is online is nobody's business).
 */
export class Presence {
  private static readonly byServer = new WeakMap<EntenteServer, Presence>();
  private readonly pending = new Set<string>();

  private constructor(private readonly io: EntenteServer) {}

  static of(io: EntenteServer): Presence {
    const known = this.byServer.get(io) ?? new Presence(io);
    this.byServer.set(io, known);
    return known;
  }

  changed(stream: string): void {
    if (this.pending.has(stream)) return;
    this.pending.add(stream);
    setTimeout(() => {
      this.pending.delete(stream);
      void this.tell(stream);
    }, settleMilliseconds).unref();
  }

  private async tell(stream: string): Promise<void> {
    const sockets = await this.io.in(stream).fetchSockets();
    const people = new Set(sockets.map((socket) => socket.data.accountId));
    this.io.to(stream).volatile.emit('presence', { stream, following: people.size });
  }
}
