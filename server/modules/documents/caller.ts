import type { Presence } from './awareness-room.js';

/** Whose a connection is, to ask again with, and who they are to the others. */
export interface Caller {
  readonly accountId: string;
  readonly token: string;
  readonly presence: Presence;
}
