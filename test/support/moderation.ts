import type { DeskQueue } from '../../shared/moderation/desk.rules.js';
import type { DeskItem } from '../../shared/moderation/desk.schema.js';
import type { ReasonCode } from '../../shared/moderation/reasons.js';
import { DeadlineWorker } from '../../server/modules/moderation/deadlines/deadline-worker.js';
import type { TestDyad, TestMember } from './actors.js';
import type { Reply } from './api.js';
import type { TestApp } from './app.js';
import { write } from './forum.js';

/** The desk of one dyad, as tests use it. */
export interface TestDesk {
  /** The cards of a queue, as a moderator sees them. */
  cards(who: TestMember, queue: DeskQueue): Promise<DeskItem[]>;
  /** The card of one item. */
  card(who: TestMember, item: string): Promise<DeskItem>;
  /** The card of a post, which is in that queue. */
  cardOf(who: TestMember, post: string, queue?: DeskQueue): Promise<DeskItem>;
  approve(who: TestMember, card: DeskItem): Promise<Reply<DeskItem>>;
  hold(who: TestMember, post: string, reason?: ReasonCode): Promise<Reply<DeskItem>>;
  release(who: TestMember, card: DeskItem): Promise<Reply<DeskItem>>;
}

/** What one can do at the desk of a dyad. */
export function deskOf({ slug }: TestDyad): TestDesk {
  const at = (item: string) => ({ params: { dyad: slug, item } });
  const cards: TestDesk['cards'] = async (who, queue) => {
    const page = await who.api.call('GET /api/dyads/:dyad/desk', {
      params: { dyad: slug },
      query: { queue, limit: 50 },
    });
    return page.items;
  };
  return {
    cards,
    card: (who, item) => who.api.call('GET /api/dyads/:dyad/desk/:item', at(item)),
    cardOf: async (who, post, queue = 'pending') => {
      const card = (await cards(who, queue)).find((one) => one.content === post);
      if (!card) throw new Error(`The post is not among the ${queue}`);
      return card;
    },
    approve: (who, { id, version }) =>
      who.api.try('POST /api/dyads/:dyad/desk/:item/approval', { ...at(id), body: { version } }),
    hold: (who, post, reason = 'OFFTOPIC') =>
      who.api.try('POST /api/dyads/:dyad/posts/:post/hold', {
        params: { dyad: slug, post },
        body: { reason, note: 'Ве молиме, за училиштето.' },
      }),
    release: (who, { id, version }) =>
      who.api.try('POST /api/dyads/:dyad/desk/:item/release', { ...at(id), body: { version } }),
  };
}

/** A post that waits for a moderator. */
export async function waitingPost(
  desk: TestDesk,
  moderator: TestMember,
  { author, dyad, thread, text = 'Чека одлука' }: { author: TestMember; dyad: TestDyad; thread: string; text?: string },
): Promise<DeskItem> {
  const { id } = await write(author, dyad, thread, text);
  return desk.cardOf(moderator, id);
}

/** Waits until everything that is due by the test's clock is done. */
export const timePassed = ({ app }: TestApp): Promise<void> => app.get(DeadlineWorker).idle();
