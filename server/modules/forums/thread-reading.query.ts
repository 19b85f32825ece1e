import { Injectable } from '@nestjs/common';
import { Failure } from '../../../shared/contract/failure.js';
import type { ThreadView } from '../../../shared/forums/post.schema.js';
import type { Permit } from '../../platform/access/permit.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { RightsWatch } from '../../platform/realtime/rights-watch.js';
import { Gathering } from './gathering.js';
import { PageMemory } from './page-memory.js';
import { PlaceAccess } from './place-access.js';
import { ThreadPages, type ThreadPage } from './thread-pages.query.js';
import { ThreadRepository, type TellingThread } from './thread.repository.js';

/**
 * Pages of threads. Whether a thread can be seen in a dyad, and the number its stream has now, is asked of the
 * database for every reader, together for those of one moment; its page is looked up only when the number is new.
 */
@Injectable()
export class ThreadReading {
  private readonly memory = new PageMemory<ThreadView>();
  private readonly dyads = new Map<string, Gathering<string, TellingThread>>();
  private readonly underWay = new Map<string, Promise<ThreadView>>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly threads: ThreadRepository,
    private readonly pages: ThreadPages,
    private readonly access: PlaceAccess,
    rights: RightsWatch,
  ) {
    // Names of authors are withheld, and shown again, without a word on the streams of their posts.
    rights.onChangeOf('names', () => this.memory.forget());
  }

  /** @throws Failure `request.not_found` also for a thread whose first post still waits, or where the caller may not read */
  async page(permit: Permit, thread: string, page: ThreadPage): Promise<ThreadView> {
    const { member } = permit;
    const { dyadId } = member;
    const row = await this.seenIn(dyadId).ask(thread);
    if (!row) throw new Failure('request.not_found');
    const placeRight =
      row.place === null
        ? 'write'
        : await this.unitOfWork.run({ dyadId }, (tx) => this.access.at(tx, member, row.place));
    permit.require('thread.read', { placeRight });
    // The number is read before the content: what happens in between is told again, and not missed.
    const key = [dyadId, thread, page.before, page.after, page.around, page.limit].join();
    return this.memory.at(key, row.seq) ?? this.remembered(key, dyadId, row, page);
  }

  private seenIn(dyadId: string): Gathering<string, TellingThread> {
    const known = this.dyads.get(dyadId);
    if (known) return known;
    const made = new Gathering<string, TellingThread>((threads) =>
      this.unitOfWork.run({ dyadId }, async (tx) => {
        const rows = await this.threads.findTelling(tx, [...new Set(threads)]);
        return new Map(rows.map((row) => [row.id, row]));
      }),
    );
    this.dyads.set(dyadId, made);
    return made;
  }

  /** Looks a page up once, for all who ask for it at this number. */
  private remembered(key: string, dyadId: string, row: TellingThread, page: ThreadPage): Promise<ThreadView> {
    const name = `${key} ${row.seq}`;
    const known = this.underWay.get(name);
    if (known) return known;
    const lookedUp = this.unitOfWork
      .run({ dyadId }, (tx) => this.pages.of(tx, row, page))
      .then((view) => this.memory.remember(key, row.seq, view))
      .finally(() => this.underWay.delete(name));
    this.underWay.set(name, lookedUp);
    return lookedUp;
  }
}
