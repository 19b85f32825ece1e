// Moderators at their desks and readers who report, as their browsers ask: each call timed from asking to its whole answer.
import { randomUUID } from 'node:crypto';
import { io } from 'socket.io-client';
import { now } from './process.mjs';

const dyadPath = '/api/dyads/bench';
const facts = { bg: 'Реклама за магазин.', mk: 'Реклама за продавница.' };

const cookieOf = ({ token }) => `__Host-entente=${token}`;

/** The server, asked by the people whom the seeding made. */
export class Desk {
  #url;
  #judges;
  #turns = { a: 0, b: 0 };

  constructor(url, { judges }) {
    this.#url = url;
    this.#judges = judges;
  }

  /** The next moderator of a side, so that no limit of one person is met. */
  judge(side) {
    const ofSide = this.#judges.filter((one) => one.side === side);
    return ofSide[this.#turns[side]++ % ofSide.length];
  }

  page(who, queue, after) {
    const more = after === null ? '' : `&after=${encodeURIComponent(after)}`;
    return this.#ask(who, 'GET', `/desk?queue=${queue}&limit=50${more}`);
  }

  card(who, item) {
    return this.#ask(who, 'GET', `/desk/${item}`);
  }

  approve(who, { id, version }) {
    return this.#ask(who, 'POST', `/desk/${id}/approval`, { version });
  }

  hold(who, post) {
    return this.#ask(who, 'POST', `/posts/${post}/hold`, { reason: 'OFFTOPIC', note: 'За училиштето.' });
  }

  propose(who, { id, version }) {
    return this.#ask(who, 'POST', `/desk/${id}/proposals`, { version, measure: 'remove', reason: 'SPAM', facts });
  }

  key(who, { id, proposal }) {
    const { actionHash } = proposal;
    return this.#ask(who, 'POST', `/desk/${id}/proposals/${proposal.id}/keys`, { actionHash, proxyFor: null });
  }

  report(who, post) {
    return this.#ask(who, 'POST', `/reports/post/${post}`, { reason: 'OFFTOPIC', words: 'Не е за оваа тема.' });
  }

  /** A desk that is open: what it is told, and when. */
  async open(who, dyadId) {
    const cookie = cookieOf(who);
    const socket = io(this.#url, {
      transports: ['websocket'],
      forceNew: true,
      extraHeaders: { origin: this.#url, cookie },
    });
    const told = [];
    socket.on('signal', ({ about }) => told.push({ item: about.item, at: now() }));
    await new Promise((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
    await socket.emitWithAck('stream.follow', { dyad: 'bench', stream: `desk:${dyadId}` });
    return { told, close: () => socket.close() };
  }

  /** @returns what was answered, its text, and the milliseconds that it took */
  async #ask(who, method, path, body) {
    const began = now();
    const answer = await fetch(this.#url + dyadPath + path, {
      method,
      headers: {
        origin: this.#url,
        cookie: cookieOf(who),
        ...(body && { 'x-csrf': '1', 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    const milliseconds = now() - began;
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return { milliseconds, text, answer: JSON.parse(text) };
  }
}
