import type { EntenteServer } from './socket-types.js';

const settleMilliseconds = 1_000;
const answerMilliseconds = 1_000;

const pause = (milliseconds: number): Promise<undefined> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds, undefined).unref());

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
      void this.tell(stream).catch(() => undefined);
    }, settleMilliseconds).unref();
  }

  private async tell(stream: string): Promise<void> {
    const here = this.io.local.in(stream);
    // Other nodes are asked too; when they do not answer, those of this node are told how many are here.
    const nodes = this.io.in(stream).fetchSockets();
    const everywhere = await Promise.race([nodes.catch(() => undefined), pause(answerMilliseconds)]);
    const sockets = everywhere ?? (await here.fetchSockets());
    const people = new Set(sockets.map((socket) => socket.data.accountId));
    const audience = everywhere ? this.io.to(stream) : here;
    audience.volatile.emit('presence', { stream, following: people.size });
  }
}
