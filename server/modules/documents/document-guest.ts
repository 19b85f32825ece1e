import type { Caller } from './caller.js';
import type { WireFrame } from './collab-frames.js';

/** Somebody who has a document open, as the document knows them. */
export interface Guest {
  readonly caller: Caller;
  /** Gets all they lack; from then on they are told what is written. */
  join(step2: WireFrame): void;
  tell(frame: WireFrame): void;
  /** So many more of their frames are written, and the newest update has this number. */
  saved(count: number, seq: number): void;
  /** Nothing can be written at the moment: they are sent away, and come back by themselves. */
  interrupt(): void;
  keepAlive(now: number): void;
}
