// One light client of a document: it keeps what it is told as it came and notes when, so that hundreds fit on the
// machine that is measured. Whoever writes has a real document of Yjs; what the others have is made of it at the end.
import { WebSocket } from 'ws';
import { documentOf, emptyStep2, readFrame, step1, tokensIn, updateFrame, wordsOf } from './documents-frames.mjs';
import { now } from './process.mjs';

export class Participant {
  document;
  /** Frames that came since somebody began to count. */
  frames = 0;
  /** How long after its sending each sync frame was said to be durable, and when that was said last. */
  acknowledged = [];
  acknowledgedAt = 0;
  closed = false;
  stalled = false;
  /** Calls back with the numbers of the tokens that came. */
  heard = () => undefined;
  welcome;
  #sentAt = [];
  #saved = 0;
  #sent = [];
  #told = [];
  #socket;
  #doc;
  #joined;

  /** @param who the document, the cookie of whoever opens it, and the address they come from */
  constructor(url, { document, cookie, address }) {
    this.document = document;
    this.#socket = new WebSocket(`${url.replace('http', 'ws')}/collab/${document}?saved=1`, {
      headers: { origin: url, cookie },
      perMessageDeflate: false,
      ...(address && { localAddress: address }),
    });
  }

  /** Resolves when it has all that the server gave it. @returns the milliseconds since it asked to connect */
  join() {
    const began = now();
    const socket = this.#socket;
    return new Promise((resolve, reject) => {
      this.#joined = () => resolve(now() - began);
      socket.on('open', () => socket.send(step1));
      socket.on('message', (bytes) => this.#take(bytes));
      socket.on('error', reject);
      socket.on('close', (code) => {
        this.closed = true;
        reject(new Error(`A socket was closed with ${code}`));
      });
    });
  }

  #take(bytes) {
    this.frames += 1;
    // Most frames are updates, and those are not decoded while anything is measured.
    if (bytes[0] === 0 && bytes[1] === 2) {
      this.#told.push(bytes);
      this.heard(tokensIn(bytes));
      return;
    }
    const { kind, update, count } = readFrame(bytes);
    if (kind === 'step1') this.send(emptyStep2);
    if (kind === 'saved') this.#acknowledge(count);
    if (kind !== 'step2') return;
    this.welcome ??= update;
    this.#told.push(bytes);
    this.heard(tokensIn(bytes));
    this.#joined();
  }

  #acknowledge(count) {
    this.acknowledgedAt = now();
    for (; this.#saved < count; this.#saved += 1)
      this.acknowledged.push(this.acknowledgedAt - this.#sentAt[this.#saved]);
  }

  /** Whether this server says what is durable. */
  get savesAny() {
    return this.#saved > 0;
  }

  get isAcknowledged() {
    return this.#saved === this.#sentAt.length;
  }

  /** Sends a sync frame: those that say what changed are counted, as the server does. */
  send(frame) {
    this.#sentAt.push(now());
    this.#socket.send(frame);
  }

  /** The frame of a change of the words, by somebody who has seen what was there when they came. */
  change(work) {
    this.#doc ??= documentOf([this.welcome]);
    const frames = [];
    const note = (update) => frames.push(updateFrame(update));
    this.#doc.on('update', note);
    this.#doc.transact(() => work(wordsOf(this.#doc)));
    this.#doc.off('update', note);
    this.#sent.push(...frames);
    return frames[0];
  }

  /** Stops reading, as a line does that has become too slow for all that is sent on it. */
  stall() {
    this.stalled = true;
    this.heard = () => undefined;
    this.#socket.pause();
  }

  resume() {
    this.#socket.resume();
  }

  /** What the text says, with all that was told and all that was written here. */
  text() {
    const doc = documentOf([...this.#told, ...this.#sent].map((bytes) => readFrame(bytes).update));
    const text = wordsOf(doc).toString();
    doc.destroy();
    return text;
  }

  leave() {
    this.#socket.removeAllListeners('close').terminate();
  }
}
