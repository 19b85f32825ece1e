import { randomInt } from 'node:crypto';
import type { WriterBindings } from './ingress/writer-bindings.js';

/** A client id that is seen for the first time: whose it is, or for whom the server writes under it. */
export interface FreshClient {
  readonly client: number;
  readonly memberId: string | null;
  readonly forMemberId?: string | null;
}

/**
 * The client ids under which the server itself writes in a document, one for each member it writes for: so the words
 * stay known as theirs. To everybody who sends updates these ids belong to nobody.
 */
export class ServerClients {
  private readonly ids = new Map<string | null, number>();

  constructor(private readonly bindings: WriterBindings) {}

  /** @returns the id, and the same as fresh when nothing was written under it yet */
  for(memberId: string | null): { readonly client: number; readonly fresh: readonly FreshClient[] } {
    const known = this.ids.get(memberId);
    if (known !== undefined) return { client: known, fresh: [] };
    let client = randomInt(2 ** 32);
    while (this.bindings.has(client)) client = randomInt(2 ** 32);
    return { client, fresh: [{ client, memberId: null, forMemberId: memberId }] };
  }

  /** Something is written under it: from now on it is nobody's, and the server's for this member. */
  bind(memberId: string | null, client: number): void {
    this.ids.set(memberId, client);
    this.bindings.add({ client, memberId: null, recent: false });
  }
}
