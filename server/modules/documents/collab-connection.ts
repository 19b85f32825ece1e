import type { Writable } from 'node:stream';
import { WebSocket } from 'ws';
import { closeCodes, type CloseCode } from '../../../shared/documents/collab.protocol.js';
import { roleReaches, type DocumentRole } from '../../../shared/documents/document.rules.js';
import type { Presence } from './awareness-room.js';
import type { Caller } from './caller.js';
import { emptyAwareness, frames, readFrame, type ClientFrame, type WireFrame } from './collab-frames.js';
import type { Guest } from './document-guest.js';
import { FrameBudget } from './frame-budget.js';
import { RefusedFrame } from './ingress/refused-frame.js';
import type { LiveDocument } from './live-document.js';
import { SlowReader } from './slow-reader.js';

/** Frames up to twice as long are read, to be refused with a code after which clients do not send them again. */
export const longestFrame = 1024 * 1024;

const bufferedFrames = 100;
const bufferedBytes = 1024 * 1024;
const owedFrames = 100;
const muchWorkMilliseconds = 10;
const restPerWork = 4;
const silenceMilliseconds = 20_000;

/** A line that was opened, and who is at its other end. */
export interface CollabLine {
  readonly socket: WebSocket;
  /** What the socket writes to: frames that are ready for the line go there as they are. */
  readonly wire: Writable;
  readonly caller: Caller;
  /** Whether it understands the frames that say what is saved and what its role is. */
  readonly wantsSaved: boolean;
}

/**
 * One socket of one person in one document. What it sends passes the budget, the frame reader and its role, in this
 * order; what it is told goes through a reader that may be slow.
 */
export class CollabConnection implements Guest {
  private readonly budget = new FrameBudget();
  private readonly reader: SlowReader;
  private document: LiveDocument | undefined;
  private early: Uint8Array[] = [];
  private joined = false;
  private lastSent = Date.now();
  private savedFrames = 0;
  /** Frames whose content comes again in an answer that was asked for. */
  private owed = 0;
  /** A question for all that is lacking waits for its turn; a newer one comes after it. */
  private isAsking = false;
  private asked: Uint8Array | undefined;
  private deniedOnce = false;

  private readonly socket: WebSocket;
  private readonly wire: Writable;
  readonly caller: Caller;
  private readonly wantsSaved: boolean;

  constructor(
    { socket, wire, caller, wantsSaved }: CollabLine,
    private currentRole: DocumentRole,
    private readonly refused: (why: string) => void,
  ) {
    this.socket = socket;
    this.wire = wire;
    this.caller = caller;
    this.wantsSaved = wantsSaved;
    this.reader = new SlowReader(socket, (vector) => this.ask(vector));
    socket.on('message', (data, isBinary) => this.arrived(data as Buffer, isBinary));
  }

  get presence(): Presence {
    return this.caller.presence;
  }

  get role(): DocumentRole {
    return this.currentRole;
  }

  /** The document is there: what came meanwhile is worked off. */
  enter(document: LiveDocument): void {
    this.document = document;
    document.connections.add(this);
    this.send(frames.step1(document.stateVector()));
    if (this.wantsSaved) this.send(frames.role(this.currentRole));
    const everybody = document.awareness.everybody();
    if (everybody) this.send(frames.awareness(everybody));
    this.workOff();
  }

  /** Gets all it lacks; from now on it is told what is written. */
  join(step2: WireFrame): void {
    this.joined = true;
    this.send(step2);
    this.watch();
    this.isAsking = false;
    const { asked } = this;
    this.asked = undefined;
    if (asked) this.ask(asked);
  }

  tell(frame: WireFrame): void {
    if (!this.joined || this.reader.isBehind) return;
    this.send(frame);
    this.watch();
  }

  /** Sends all that somebody lacks who knows what the vector says, once they can take it. */
  private ask(vector: Uint8Array): void {
    if (this.reader.isBehind) this.reader.knows(vector);
    else if (this.isAsking) this.asked = vector;
    else {
      this.isAsking = true;
      this.document?.join(this, vector);
    }
  }

  private watch(): void {
    const { document } = this;
    if (document && !document.ready) this.reader.watch(() => document.toldVector());
  }

  saved(count: number, seq: number): void {
    this.savedFrames += count;
    if (this.wantsSaved) this.send(frames.saved(this.savedFrames, seq));
  }

  /** Its rights changed; what it may still do it goes on doing. */
  become(role: DocumentRole): void {
    if (role === this.currentRole) return;
    this.currentRole = role;
    this.deniedOnce = false;
    if (role === 'none') this.close(closeCodes.forbidden);
    else if (this.wantsSaved) this.send(frames.role(role));
  }

  /** Nothing can be written at the moment; the client comes back by itself, and keeps what it has. */
  interrupt(): void {
    this.close(closeCodes.busy);
  }

  close(code: CloseCode): void {
    this.socket.close(code);
    setTimeout(() => this.socket.terminate(), 2_000).unref();
  }

  /** Clients think a line dead on which nothing came for 30 s. Called every now and then. */
  keepAlive(now: number): void {
    if (now - this.lastSent >= silenceMilliseconds) this.send(emptyAwareness);
    this.reader.look(now);
  }

  private arrived(data: Buffer, isBinary: boolean): void {
    if (this.socket.readyState !== WebSocket.OPEN) return;
    if (!isBinary) return this.refuse(new RefusedFrame('it is text'));
    const pause = this.budget.take(data.length, Date.now());
    if (data.length > longestFrame) return this.refuse(new RefusedFrame('it is too long', closeCodes.tooLarge));
    if (pause === 'refuse') return this.refuse(new RefusedFrame('they come too fast', closeCodes.tooFast));
    if (pause === 'pause') this.rest(1_000);
    if (!this.document || this.document.ready) return this.keepForLater(data);
    const began = performance.now();
    this.answer(data);
    const took = performance.now() - began;
    // What takes long is followed by a rest, so that one socket never has more than its share of the process.
    if (took > muchWorkMilliseconds) this.rest(took * restPerWork);
  }

  /** Reads nothing for a while. */
  private rest(milliseconds: number): void {
    this.socket.pause();
    setTimeout(() => this.socket.resume(), milliseconds).unref();
  }

  private keepForLater(data: Buffer): void {
    this.early.push(data);
    const bytes = this.early.reduce((sum, { length }) => sum + length, 0);
    if (this.early.length > bufferedFrames || bytes > bufferedBytes) this.close(closeCodes.overloaded);
    else void this.document?.ready?.then(() => this.workOff());
  }

  private workOff(): void {
    while (this.document && !this.document.ready) {
      const frame = this.early.shift();
      if (!frame) return;
      this.answer(frame);
    }
  }

  private answer(data: Uint8Array): void {
    const { document } = this;
    if (!document || this.socket.readyState !== WebSocket.OPEN) return;
    try {
      this.handle(readFrame(data), document);
    } catch (error) {
      if (!(error instanceof RefusedFrame)) throw error;
      this.refuse(error);
    }
  }

  private handle(frame: ClientFrame, document: LiveDocument): void {
    switch (frame.kind) {
      case 'step1':
        if (!this.budget.ask()) throw new RefusedFrame('it asks too often', closeCodes.tooFast);
        return this.ask(frame.stateVector);
      case 'awareness':
        return document.awareness.receive(frame.update, this, this.presence, (client) =>
          document.bindings.admits(client, this.presence.memberId),
        );
      case 'query-awareness': {
        const everybody = document.awareness.everybody();
        if (everybody) this.tell(frames.awareness(everybody));
        return undefined;
      }
      case 'update':
        return roleReaches(this.currentRole, 'write') ? this.write(frame, document) : this.overhear(frame, document);
    }
  }

  private write({ update, isAnswer }: ClientFrame & { kind: 'update' }, document: LiveDocument): void {
    if (document.receive(update, this) === 'accepted') {
      if (isAnswer && this.owed > 0) this.settle(document);
      return;
    }
    this.owed += 1;
    if (this.owed > owedFrames) throw new RefusedFrame('what it builds on never comes');
    if (this.owed === 1) this.send(frames.step1(document.stateVector()));
  }

  /** Frames that could not be taken alone came again in this answer: it holds all that was sent before it. */
  private settle(document: LiveDocument): void {
    const late = this.owed;
    this.owed = 0;
    document.inTurn(undefined, ({ seq }) => this.saved(late, seq));
  }

  /** Readers send what they have when they come; only news is refused, once and in words a stock client understands. */
  private overhear({ update }: { readonly update: Uint8Array }, document: LiveDocument): void {
    if (!document.isNews(update)) return document.inTurn(this, () => this.saved(1, document.seq));
    if (this.deniedOnce) return;
    this.deniedOnce = true;
    this.send(frames.denied('read-only'));
    if (this.wantsSaved) this.send(frames.role(this.currentRole));
  }

  private refuse(error: RefusedFrame): void {
    this.refused(error.why);
    this.close(error.closeCode);
  }

  private send(frame: WireFrame): void {
    if (this.socket.readyState !== WebSocket.OPEN) return;
    this.lastSent = Date.now();
    this.wire.write(frame);
  }
}
