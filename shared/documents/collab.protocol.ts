/**
 * The first number of every frame at `/collab/:document`. 0 to 3 are those of y-websocket; 100 and above are ours, sent
 * only to sockets opened with `?saved=1`, since a client that does not know them complains about each.
 */
export const frameTypes = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  /** How many sync frames of this socket are durable, and the number of the document's newest update: two varUints. */
  saved: 100,
  /** The role this socket has from now on: a varString. */
  role: 101,
} as const;

/** The kinds of sync frame (y-protocols). */
export const syncTypes = { step1: 0, step2: 1, update: 2 } as const;

/** The parameter that asks for the frames above 100. */
export const savedParameter = 'saved';

/**
 * Why a socket was closed. By the convention of y-websocket 3.1, 4400 to 4499 are final (the client does not come back
 * by itself), and everything else is tried again.
 */
export const closeCodes = {
  badFrame: 4400,
  sessionEnded: 4401,
  forbidden: 4403,
  gone: 4404,
  tooLarge: 4413,
  tooFast: 4429,
  busy: 4503,
  restarting: 1012,
  overloaded: 1013,
} as const;
export type CloseCode = (typeof closeCodes)[keyof typeof closeCodes];
