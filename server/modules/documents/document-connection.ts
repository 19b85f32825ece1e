import type { Presence } from './awareness-room.js';

/** Somebody who has a document open, as the document sees them. */
export interface DocumentConnection {
  readonly presence: Presence;
  /** Gets all it lacks; from now on it is told what is written. */
  join(step2: Uint8Array): void;
  tell(frame: Uint8Array): void;
  /** So many more of its frames are written. */
  saved(count: number, seq: number): void;
  /** Nothing can be written at the moment. */
  interrupt(): void;
  keepAlive(now: number): void;
}
