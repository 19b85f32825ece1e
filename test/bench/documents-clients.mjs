// The generator of load: a group of light clients that join documents, write in them and compare what they have.
import { token } from './documents-frames.mjs';
import { Participant } from './documents-participant.mjs';
import { now, pause } from './process.mjs';
import { seeded } from './seeded.mjs';

const giveUpMilliseconds = 15_000;
const joinAtOnce = 20;
const settleMilliseconds = 100;

let group = [];
/** By the number of its token, when each change was sent. */
let sentAt = [];
let sentBy = [];
let delays = [];
let expected = 0;
let lastHeardAt = 0;
let audiences = new Map();

const tasks = {
  /** @param together whether all come in one moment, or some after the other */
  join: async ({ url, people, together }) => {
    const began = now();
    const waits = [];
    const atOnce = together ? people.length : joinAtOnce;
    const newcomers = people.map((who) => () => new Participant(url, who));
    for (let from = 0; from < people.length; from += atOnce) {
      const some = newcomers.slice(from, from + atOnce).map((come) => come());
      group.push(...some);
      waits.push(...(await Promise.all(some.map((one) => one.join()))));
    }
    for (const one of group) one.heard = (numbers) => hear(one, numbers);
    return { waits, milliseconds: now() - began, welcome: Buffer.from(group.at(-1).welcome).toString('base64') };
  },
  /**
   * As people write who do not wait for each other: so many changes in that time at random moments, the same ones in
   * every run, by each of the writers in turn; padded changes take the place of the one before.
   */
  write: async ({ writers, perSecond, seconds, padding = 0 }) => {
    begin();
    const began = now();
    for (const [number, moment] of moments(perSecond * seconds, seconds * 1000).entries()) {
      const wait = began + moment - now();
      if (wait > 0) await pause(wait);
      const writer = group[writers[number % writers.length]];
      send(padding > 0 ? replaced(writer, padding) : appended(writer));
    }
    return outcome(began);
  },
  /** All changes at once, made before. */
  burst: async ({ writers, each }) => {
    begin();
    const made = writers.map((index) => Array.from({ length: each }, () => appended(group[index])));
    await pause(settleMilliseconds);
    const began = now();
    for (let at = 0; at < each; at += 1) for (const changes of made) send(changes[at]);
    return outcome(began);
  },
  stall: async ({ readers }) => {
    for (const reader of readers) group[reader].stall();
    return {};
  },
  /** How many of those who stalled were closed: seen once they read again what was left for them. */
  closed: async ({ readers }) => {
    for (const reader of readers) group[reader].resume();
    await pause(settleMilliseconds * 10);
    return { closed: readers.filter((reader) => group[reader].closed).length };
  },
  /** Whether all who are in a document have the same words, which these are, and how many tokens they hold. */
  compare: async () => {
    const texts = new Map();
    for (const one of group.filter(({ closed, stalled }) => !closed && !stalled))
      texts.set(one.document, (texts.get(one.document) ?? new Set()).add(one.text()));
    const differing = [...texts.values()].filter((versions) => versions.size > 1).length;
    const said = [...texts].map(([document, [text]]) => ({ document, text }));
    const tokens = said.reduce((sum, { text }) => sum + (text.match(/~\d{8}/g) ?? []).length, 0);
    return { differing, tokens, said };
  },
  leave: async () => {
    for (const one of group) one.leave();
    group = [];
    sentAt = [];
    sentBy = [];
    return {};
  },
};

process.on('message', (task) => void tasks[task.name](task).then((answer) => process.send(answer)));

/** Moments of a Poisson process of which it is known how many fall into the time: independent, equally likely ones. */
function moments(many, milliseconds) {
  const random = seeded(20261127);
  return Array.from({ length: many }, () => random() * milliseconds).sort((one, other) => one - other);
}

function begin() {
  delays = [];
  expected = 0;
  audiences = new Map();
  for (const one of group) {
    one.frames = 0;
    one.acknowledged = [];
    if (!one.stalled) audiences.set(one.document, (audiences.get(one.document) ?? 0) + 1);
  }
}

/** A change that everybody can tell from the others: its number stands in it. */
function appended(writer) {
  const number = sentAt.push(0) - 1;
  return { writer, number, frame: writer.change((words) => words.insert(words.length, `${token(number)} `)) };
}

function replaced(writer, padding) {
  const number = sentAt.push(0) - 1;
  const frame = writer.change((words) => {
    const from = writer.writesFrom ?? words.length;
    writer.writesFrom = from;
    words.delete(from, words.length - from);
    words.insert(from, token(number) + '·'.repeat(padding));
  });
  return { writer, number, frame };
}

function send({ writer, number, frame }) {
  sentAt[number] = now();
  sentBy[number] = writer;
  expected += audiences.get(writer.document) - 1;
  writer.send(frame);
}

/** What somebody sent themselves may come back to them; nobody waited for that. */
function hear(reader, numbers) {
  lastHeardAt = now();
  for (const number of numbers) if (sentBy[number] !== reader) delays.push(lastHeardAt - sentAt[number]);
}

/** What came of it, once everybody has everything and all of it is durable, or nothing more comes. */
async function outcome(began) {
  const giveUpAt = now() + giveUpMilliseconds;
  // A bare relay says of nothing that it is durable.
  const isAwaited = () => delays.length < expected || group.some((one) => one.savesAny && !one.isAcknowledged);
  while (isAwaited() && now() < giveUpAt) await pause(5);
  return {
    delays,
    missing: expected - delays.length,
    milliseconds: lastHeardAt - began,
    savedMilliseconds: Math.max(...group.map(({ acknowledgedAt }) => acknowledgedAt)) - began,
    acknowledged: group.flatMap(({ acknowledged }) => acknowledged),
    frames: Math.max(...group.map(({ frames }) => frames)),
  };
}
