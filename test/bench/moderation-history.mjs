// A long history of a desk: the events that authors, readers and moderators leave in half a year, each led on by the
// server's own rules and chained as the server chains them, with the posts, proposals and keys that belong to them.
import { randomUUID } from 'node:crypto';
import { hashOfAction, payloadOf } from '../../dist/server/modules/moderation/decisions/proposal.js';
import { linkHash } from '../../dist/server/modules/moderation/items/event-chain.js';
import { project, waitedSeconds } from '../../dist/server/modules/moderation/items/item-projection.js';
import { timeOrderedId } from '../../dist/server/platform/ids/ids.js';
import { seeded } from './seeded.mjs';

const days = 180;
const dayMilliseconds = 24 * 60 * 60 * 1000;
const hourMilliseconds = 60 * 60 * 1000;
const facts = { bg: 'Прочетохме го заедно.', mk: 'Го прочитавме заедно.' };
const words =
  'река вода мерење сабота вино мост училиште патека пазар план семејство закон збор спомен страна утре'.split(' ');

const reported = ['submit', 'report', 'approve'];
/** What happens to items, and how many of twenty take that way. */
const ways = [
  { share: 11, mode: 'pre', events: ['submit', 'approve'] },
  { share: 3, mode: 'pre', events: ['submit', 'return', 'revise', 'approve'] },
  { share: 4, mode: 'post', events: reported },
  { share: 2, mode: 'post', events: ['submit', 'report', 'propose', 'key', 'enact'] },
].flatMap(({ share, ...way }) => Array.from({ length: share }, () => way));

/** @returns items with their events in the order of time, at least so many events in all, and what belongs to them */
export function makeHistory({ head, dyadId, thread, authors, moderators, events: wanted }) {
  const random = seeded(4);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const begin = Date.now() - (days + 1) * dayMilliseconds;
  const history = { posts: [], proposals: [], keys: [], items: new Map(), events: [], head };
  const happened = [];
  while (happened.length < wanted) {
    const way = pick(ways);
    const author = pick(authors);
    const judges = ['a', 'b'].map((side) => pick(moderators.filter((one) => one.side === side)));
    const began = begin + random() * (days - 1) * dayMilliseconds;
    const itemId = timeOrderedId(new Date(began));
    const content = randomUUID();
    const text = Array.from({ length: 60 }, () => pick(words)).join(' ');
    const hours = way.events.map((_, step) => new Date(began + (step + random()) * hourMilliseconds));
    const proposal = way.events.includes('propose')
      ? proposalOf({ dyadId, itemId, judges, openedAt: hours[2], closedAt: hours[4] })
      : undefined;
    if (proposal) history.proposals.push(proposal);
    history.posts.push({ id: content, author: author.id, side: author.side, at: hours[0], text });
    for (const [step, type] of way.events.entries()) {
      const by = actorOf({ type, author, judges, reader: pick(authors) });
      const event = eventOf({ type, by, dyadId, itemId, proposal, at: hours[step] });
      if (type === 'submit') event.payload = submission({ content, thread, author, mode: way.mode });
      if (type === 'propose' || type === 'key')
        history.keys.push({ id: randomUUID(), proposal: proposal.id, hash: proposal.actionHash, ...by, at: event.at });
      happened.push(event);
    }
  }
  for (const event of happened.toSorted((one, other) => one.at - other.at)) link(history, event);
  return history;
}

/** Leads the item on, and chains the event behind the newest. */
function link(history, event) {
  const before = history.items.get(event.itemId);
  const after = project(before, event);
  if (!after) throw new Error(`An item that is ${before?.state} takes no ${event.type}`);
  const seq = history.head.seq + 1;
  const kept = { ...event, seq, state: after.state, waitedSeconds: waitedSeconds(before, event) };
  const hash = linkHash(history.head.hash, kept);
  history.events.push({ ...kept, previous: history.head.hash.toString('hex'), hash: hash.toString('hex') });
  history.items.set(event.itemId, after);
  history.head = { seq, hash };
}

function actorOf({ type, author, judges, reader }) {
  const by = ({ id, side }) => ({ member: id, side });
  if (type === 'submit' || type === 'revise') return by(author);
  if (type === 'report') return by(reader);
  if (type === 'enact') return { member: null, side: null };
  return by(judges[type === 'key' ? 1 : 0]);
}

const tools = { submit: 'author', revise: 'author', report: 'reader' };
const judged = new Set(['return', 'report', 'propose', 'enact']);

const eventOf = ({ type, by, dyadId, itemId, proposal, at }) => ({
  id: timeOrderedId(at),
  dyadId,
  itemId,
  type,
  actorId: by.member,
  actorSide: by.side,
  reason: judged.has(type) ? 'OFFTOPIC' : null,
  note: type === 'return' ? 'Ве молиме, за училиштето.' : '',
  payload: payloadOfEvent(type, proposal),
  policyVersion: proposal && judged.has(type) ? 1 : null,
  tool: tools[type] ?? 'desk',
  automated: false,
  causedBy: null,
  at,
});

function payloadOfEvent(type, proposal) {
  if (type === 'report') return { report: randomUUID(), priority: 1.7, safety: false };
  if (type === 'revise') return { mode: 'pre', approvedBefore: 0, revision: 1, concerns: [] };
  return proposal && type !== 'submit' ? payloadOf(proposal) : {};
}

const submission = ({ content, thread, author, mode }) => ({
  origin: {
    kind: 'post',
    content,
    place: thread,
    amends: false,
    authorId: author.id,
    authorSide: author.side,
  },
  revision: 1,
  concerns: [],
  mode,
  approvedBefore: 0,
});

function proposalOf({ dyadId, itemId, judges, openedAt, closedAt }) {
  const action = {
    item: itemId,
    revision: 1,
    measure: 'dismiss',
    passages: [],
    sanction: null,
    reason: 'OFFTOPIC',
    policyVersion: 1,
    article: 1,
    facts,
  };
  const actionHash = hashOfAction(action);
  return {
    ...action,
    id: randomUUID(),
    dyadId,
    actionHash,
    proposedBy: judges[0].id,
    side: judges[0].side,
    openedAt,
    closedAt,
  };
}
