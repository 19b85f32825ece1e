import { RefusedFrame } from './refused-frame.js';
import type { UpdateSummary } from './update-reader.js';

/** A page opened anew that is written in is a new client, so one person has some in a day; hundreds are no person. */
const clientsPerMemberAndDay = 100;
const farthestStep = 1_000_000;
const dayMilliseconds = 86_400_000;

/** Whose client an id is; null stands for the server. */
export interface Binding {
  readonly client: number;
  readonly memberId: string | null;
  /** For whom the server writes under it. */
  readonly forMemberId?: string | null;
  /** Bound within a day: such bindings count towards what a person may have. */
  readonly recent: boolean;
}

/**
 * Which member each client id of Yjs belongs to. Ids are bound when they are first seen, and nobody else can write in
 * their name: twelve bytes would be enough to move another person's clock and make all they type from then on vanish.
 */
export class WriterBindings {
  private readonly owners = new Map<number, string | null>();
  private readonly held = new Map<string, number>();
  private countedSince = Date.now();

  /** @param shownBy who shows themselves under an id that nobody has written under yet */
  constructor(
    known: readonly Binding[],
    private readonly shownBy: (client: number) => string | undefined = () => undefined,
  ) {
    for (const one of known) this.add(one);
  }

  /**
   * Whether a member may add what an update adds.
   * @param clockOf the clock that the document has reached for a client
   * @returns the clients that are seen for the first time
   * @throws RefusedFrame
   */
  require(summary: UpdateSummary, memberId: string, clockOf: (client: number) => number): number[] {
    this.forgetYesterday(Date.now());
    const fresh: number[] = [];
    for (const { client, to } of summary.structs) {
      const clock = clockOf(client);
      if (to <= clock) continue;
      if (to > clock + farthestStep) throw new RefusedFrame('a clock is too far');
      if (!this.admits(client, memberId)) throw new RefusedFrame('it writes in the name of somebody else');
      if (!this.owners.has(client)) fresh.push(client);
    }
    if ((this.held.get(memberId) ?? 0) + fresh.length > clientsPerMemberAndDay)
      throw new RefusedFrame('it speaks for too many clients');
    return fresh;
  }

  /**
   * Whether an id is this member's, or nobody's yet. Everybody sees the ids of those who are there, so an id belongs to
   * who shows it before it is written under.
   */
  admits(client: number, memberId: string): boolean {
    const owner = this.owners.has(client) ? this.owners.get(client) : this.shownBy(client);
    return owner === undefined || owner === memberId;
  }

  /** A document may be open for weeks. */
  private forgetYesterday(now: number): void {
    if (now - this.countedSince < dayMilliseconds) return;
    this.countedSince = now;
    this.held.clear();
  }

  /** Whether anybody has this id. */
  has(client: number): boolean {
    return this.owners.has(client);
  }

  add({ client, memberId, recent }: Binding): void {
    if (this.owners.has(client)) return;
    this.owners.set(client, memberId);
    if (recent && memberId !== null) this.held.set(memberId, (this.held.get(memberId) ?? 0) + 1);
  }
}
