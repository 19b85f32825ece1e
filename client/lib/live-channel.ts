import type { Socket } from 'socket.io-client';
import type { Signal } from '../../shared/contract/signals.js';
import { call, CallFailure } from './api-client';
import { withShownNames } from './shown-names';

/** What the reader may know of the live channel. */
export type ChannelState = 'idle' | 'connecting' | 'live' | 'polling' | 'away';

export interface Following {
  readonly dyad: string;
  readonly stream: string;
  /** The newest signal that is already shown. */
  readonly seq: number;
  readonly onSignal: (signal: Signal) => void;
  readonly onPresence?: (following: number) => void;
  readonly onTyping?: () => void;
  readonly onEnded?: (code: string) => void;
}

interface Followed extends Following {
  /** The newest signal that was taken. */
  last: number;
  /** The newest signal that is known to be. */
  newest: number;
  catchingUp: boolean;
}

/**
 * Follows streams of signals. The socket only tells; every gap, whatever its cause, is filled over HTTP by sequence
 * number, so that what is shown is what happened.
 */
export class LiveChannel {
  private socket: Socket | undefined;
  private opening: Promise<void> | undefined;
  private state: ChannelState = 'idle';
  private readonly followed = new Set<Followed>();
  private readonly watchers = new Set<() => void>();

  readonly getState = (): ChannelState => this.state;

  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  /** Begins to follow; the answer ends it. */
  follow(following: Following): () => void {
    const followed: Followed = { ...following, last: following.seq, newest: following.seq, catchingUp: false };
    this.followed.add(followed);
    void this.open().then(() => this.join(followed));
    return () => {
      this.followed.delete(followed);
      const others = [...this.followed].some((one) => one.stream === followed.stream);
      if (!others) this.socket?.emit('stream.leave', { dyad: followed.dyad, stream: followed.stream });
      if (this.followed.size === 0) this.close();
    };
  }

  showTyping(dyad: string, stream: string): void {
    this.socket?.volatile.emit('typing.show', { dyad, stream });
  }

  /** Closes everything: at sign-out. */
  close(): void {
    this.socket?.close();
    this.socket = undefined;
    this.opening = undefined;
    this.set('idle');
  }

  /** Loads the library when the first stream is followed, after the page is shown. */
  private open(): Promise<void> {
    const opening = (this.opening ??= import('socket.io-client').then(({ io }) => {
      // It was closed again while the library was on its way.
      if (this.opening !== opening) return;
      this.set('connecting');
      const socket = io({
        transports: ['websocket', 'polling'],
        tryAllTransports: true,
        reconnectionDelay: 400,
        reconnectionDelayMax: 30_000,
        randomizationFactor: 1,
      });
      this.socket = socket;
      socket.on('connect', () => this.connected(socket));
      socket.on('disconnect', () => this.set('away'));
      socket.on('connect_error', () => this.set('away'));
      socket.on('signal', (signal: Signal) => this.hear(withShownNames(signal)));
      socket.on('presence', (about: { stream: string; following: number }) =>
        this.each(about.stream, (one) => one.onPresence?.(about.following)),
      );
      socket.on('typing', (about: { stream: string }) => this.each(about.stream, (one) => one.onTyping?.()));
      socket.on('ended', (about: { stream: string; code: string }) =>
        this.each(about.stream, (one) => one.onEnded?.(about.code)),
      );
    }));
    return opening;
  }

  private connected(socket: Socket): void {
    const transport = () => socket.io.engine.transport.name;
    this.set(transport() === 'websocket' ? 'live' : 'polling');
    socket.io.engine.on('upgrade', () => this.set('live'));
    for (const followed of this.followed) this.join(followed);
  }

  private join(followed: Followed): void {
    if (!this.socket?.connected) return;
    const { dyad, stream } = followed;
    this.socket.emit('stream.follow', { dyad, stream }, (answer: { newest?: number; failure?: { code: string } }) => {
      if (answer.failure) return followed.onEnded?.(answer.failure.code);
      followed.newest = Math.max(followed.newest, answer.newest ?? 0);
      if ((answer.newest ?? 0) !== followed.last) void this.catchUp(followed);
    });
  }

  private hear(signal: Signal): void {
    this.each(signal.stream, (followed) => {
      if (signal.seq <= followed.last) return;
      followed.newest = Math.max(followed.newest, signal.seq);
      if (signal.seq === followed.last + 1 && !followed.catchingUp) this.take(followed, signal);
      else void this.catchUp(followed);
    });
  }

  private take(followed: Followed, signal: Signal): void {
    followed.last = signal.seq;
    followed.onSignal(signal);
  }

  /** Fetches what was missed, page by page; what arrives meanwhile is fetched too. */
  private async catchUp(followed: Followed): Promise<void> {
    if (followed.catchingUp) return;
    followed.catchingUp = true;
    const { dyad, stream } = followed;
    try {
      for (let more = true; more && this.followed.has(followed);) {
        const heardOf = followed.newest;
        const { signals, newest } = await call('GET /api/dyads/:dyad/streams/:stream/signals', {
          params: { dyad, stream },
          query: { after: followed.last },
        });
        for (const signal of signals) if (signal.seq > followed.last) this.take(followed, signal);
        // What was heard while the answer was on its way may not be in it.
        followed.newest = Math.max(followed.newest, newest);
        more = followed.newest > followed.last && (signals.length > 0 || followed.newest > heardOf);
      }
    } catch (error) {
      // Otherwise the next signal, or the next connection, begins again.
      if (error instanceof CallFailure && error.code === 'stream.gap_lost') this.startOver(followed, error);
    } finally {
      followed.catchingUp = false;
    }
  }

  /** What was missed cannot be fetched any more: whoever follows reads the page anew, and goes on from the newest. */
  private startOver(followed: Followed, { code, params }: CallFailure): void {
    followed.last = Number(params['newest'] ?? 0);
    followed.newest = followed.last;
    followed.onEnded?.(code);
  }

  private each(stream: string, act: (followed: Followed) => void): void {
    for (const followed of this.followed) if (followed.stream === stream) act(followed);
  }

  private set(state: ChannelState): void {
    if (state === this.state) return;
    this.state = state;
    for (const watcher of this.watchers) watcher();
  }
}

export const liveChannel = new LiveChannel();
