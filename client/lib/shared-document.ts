import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { closeCodes, frameTypes, savedParameter, syncTypes } from '../../shared/documents/collab.protocol.js';
import { documentRoles, type DocumentRole } from '../../shared/documents/document.rules.js';

/**
 * What is known of one's own words: `saved` is said only of what the server has committed. `refused` means that something
 * was not taken because one may only read; `ended` that the document is closed to this reader.
 */
export type SavingState = 'connecting' | 'saving' | 'saved' | 'offline' | 'refused' | 'ended';

export interface SharedDocumentState {
  readonly saving: SavingState;
  readonly role: DocumentRole | undefined;
  /** Whether everything that was stored is here; nothing is shown before. */
  readonly loaded: boolean;
}

const initial: SharedDocumentState = { saving: 'connecting', role: undefined, loaded: false };

/** A document that several people write in at once, with the truth about what is saved. */
export class SharedDocument {
  readonly doc = new Y.Doc();
  readonly provider: WebsocketProvider;
  private state = initial;
  private readonly watchers = new Set<() => void>();
  private readonly count = new FrameCount(() => this.look());
  private wasRefused = false;
  private changedAway = false;
  private isEnded = false;

  constructor(id: string) {
    const address = `${location.origin.replace(/^http/, 'ws')}/collab`;
    this.provider = new WebsocketProvider(address, id, this.doc, {
      params: { [savedParameter]: '1' },
      WebSocketPolyfill: this.count.socketClass(),
      disableBc: true,
    });
    this.provider.messageHandlers[frameTypes.saved] = (_encoder, decoder) => this.count.saved(decoder);
    this.provider.messageHandlers[frameTypes.role] = (_encoder, decoder) => this.become(readText(decoder));
    this.provider.messageHandlers[frameTypes.auth] = () => this.refuse();
    this.provider.on('sync', () => this.look());
    this.provider.on('status', () => this.look());
    this.provider.on('closed', ({ code }) => this.end(code));
    this.doc.on('update', (_update: Uint8Array, origin: unknown) => {
      if (origin !== this.provider && !this.provider.wsconnected) this.changedAway = true;
      this.look();
    });
    addEventListener('beforeunload', this.warn);
    // The browser knows at once what a silent line tells after half a minute.
    addEventListener('offline', this.cut);
    addEventListener('online', this.mend);
  }

  readonly getState = (): SharedDocumentState => this.state;

  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  destroy(): void {
    removeEventListener('beforeunload', this.warn);
    removeEventListener('offline', this.cut);
    removeEventListener('online', this.mend);
    this.provider.destroy();
    this.doc.destroy();
  }

  /** Leaving the page while words are not saved asks first. */
  private readonly warn = (event: BeforeUnloadEvent): void => {
    const { saving } = this.state;
    const isUnsaved = saving === 'saving' || saving === 'refused' || (saving === 'offline' && this.changedAway);
    if (isUnsaved) event.preventDefault();
  };

  private readonly cut = (): void => this.provider.disconnect();
  private readonly mend = (): void => this.provider.connect();

  private become(name: string): void {
    const role = documentRoles.find((one) => one === name);
    this.set({ ...this.state, role });
    this.look();
  }

  private refuse(): void {
    this.wasRefused = true;
    this.look();
  }

  private end(code: number): void {
    // A session that ended is begun anew by signing in; the words stay on the page until then.
    this.isEnded = code !== closeCodes.tooFast;
    this.look();
  }

  private look(): void {
    const { wsconnected, synced } = this.provider;
    const loaded = this.state.loaded || synced;
    const saving = this.savingNow(wsconnected, synced);
    if (saving === 'saved') this.changedAway = false;
    this.set({ ...this.state, saving, loaded });
  }

  private savingNow(isConnected: boolean, isSynced: boolean): SavingState {
    if (this.isEnded) return 'ended';
    if (this.wasRefused) return 'refused';
    if (!isConnected) return this.state.loaded ? 'offline' : 'connecting';
    return isSynced && this.count.isEven ? 'saved' : 'saving';
  }

  private set(state: SharedDocumentState): void {
    const { saving, role, loaded } = this.state;
    if (state.saving === saving && state.role === role && state.loaded === loaded) return;
    this.state = state;
    for (const watcher of this.watchers) watcher();
  }
}

interface Decoder {
  readonly arr: Uint8Array;
  pos: number;
}

/** Counts what a socket sends that the server has to save, and what it said it has: each socket begins anew. */
class FrameCount {
  private sent = 0;
  private kept = 0;

  private readonly changed: () => void;

  constructor(changed: () => void) {
    this.changed = changed;
  }

  get isEven(): boolean {
    return this.kept >= this.sent;
  }

  saved(decoder: Decoder): void {
    this.kept = readNumber(decoder);
    this.changed();
  }

  socketClass(): typeof WebSocket {
    const begin = (): void => {
      this.sent = 0;
      this.kept = 0;
    };
    const note = (data: unknown): void => {
      if (!(data instanceof Uint8Array) || data[0] !== frameTypes.sync || data[1] === syncTypes.step1) return;
      this.sent += 1;
      this.changed();
    };
    return class extends WebSocket {
      constructor(address: string | URL, protocols?: string | string[]) {
        super(address, protocols);
        begin();
      }

      override send(data: Parameters<WebSocket['send']>[0]): void {
        super.send(data);
        note(data);
      }
    };
  }
}

function readNumber(decoder: Decoder): number {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = decoder.arr[decoder.pos] ?? 0;
    decoder.pos += 1;
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return value;
  }
}

function readText(decoder: Decoder): string {
  const length = readNumber(decoder);
  const text = new TextDecoder().decode(decoder.arr.subarray(decoder.pos, decoder.pos + length));
  decoder.pos += length;
  return text;
}
