import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Founding } from '../modules/dyads/founding.port.js';
import { Forum, type Writer } from '../modules/forums/forum.port.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { PublicRecord } from '../modules/record/record.port.js';
import { FactRelay } from '../platform/events/fact-relay.js';
import type { DemoClock } from './demo-clock.js';
import type { DemoContent } from './demo-content.schema.js';
import { Commitments } from '../modules/commitments/commitments.port.js';
import { DemoCitations } from './demo-citations.js';
import { DemoCommitments } from './demo-commitments.js';
import { hour, type Happening } from './demo-happening.js';
import { DemoModeration } from './demo-moderation.js';
import { DemoOrganisations } from './demo-organisations.js';
import { DemoRatification } from './demo-ratification.js';
import { DemoStatements } from './demo-statements.js';
import type { DemoPeople } from './demo-people.js';
import { DemoWaiting } from './demo-waiting.js';

type Statement = DemoContent['statements'][number];
type Topic = DemoContent['topics'][number];
type Thread = Topic['threads'][number];
type Post = Thread['posts'][number];

interface Place {
  readonly thread: string;
  readonly posts: string[];
}

const minute = 60_000;
const day = 24 * hour;

/** "So we agreed with the other side", said by a steward. */
const agreed: Readonly<Record<string, string>> & { readonly en: string } = {
  en: 'So we agreed with the other side.',
  bg: 'Така се договорихме с другата страна.',
  mk: 'Така се договоривме со другата страна.',
  hi: 'दूसरे पक्ष के साथ यही तय हुआ है।',
  ur: 'دوسرے فریق کے ساتھ یہی طے ہوا ہے۔',
};

/** Lets one dyad's past happen, in its order and at its times. */
export class DemoDyad {
  private readonly places = new Map<string, Place>();
  private readonly memberOf = new Map<string, { id: string; side: 'a' | 'b' | 'neutral' }>();
  private readonly organisations: DemoOrganisations;
  private readonly drafting: DemoStatements;
  private readonly moderation: DemoModeration;
  private readonly waiting: DemoWaiting;
  private readonly promising: DemoCommitments;
  /** The id of the statement that was frozen first. */
  private ratified = '';
  private dyadId = '';

  constructor(
    private readonly app: NestFastifyApplication,
    private readonly people: DemoPeople,
    private readonly clock: DemoClock,
    private readonly content: DemoContent,
  ) {
    const memberOf = (login: string): string => this.writer(login).memberId;
    this.organisations = new DemoOrganisations(people, content, memberOf, (kind, details) => this.agree(kind, details));
    const { slug } = content.dyad;
    const citations = new DemoCitations(people, slug, (thread, index) => this.postAt(thread, index));
    this.drafting = new DemoStatements(app, people, slug, memberOf, citations);
    const writer = (login: string): Writer => this.writer(login);
    this.promising = new DemoCommitments({
      people,
      dyad: slug,
      organisation: (key) => this.organisations.idOf(key),
      ratified: () => this.ratified,
      agree: (kind, details) => this.agree(kind, details),
    });
    this.moderation = new DemoModeration(app, people, content, writer);
    this.waiting = new DemoWaiting(app, writer, ({ thread, body }) => {
      const place = this.places.get(thread);
      return { thread: place?.thread ?? '', posts: place?.posts ?? [], text: this.withQuotes(body, place) };
    });
  }

  async happen(): Promise<void> {
    const started = Date.now();
    const { dyad, topics, waiting } = this.content;
    this.clock.set(new Date(started - dyad.foundedDaysAgo * day));
    await this.found();
    await this.organisations.happen();
    for (const concept of this.content.glossary) await this.agree('term.add', concept);
    await this.agreeOnLists();
    await this.recorded();
    const published = topics.flatMap((topic) =>
      topic.threads.flatMap((thread) => this.threadHappenings(topic, thread)),
    );
    const afterThem = Math.min(...published.map(({ hoursAgo }) => hoursAgo)) - 0.01;
    const happenings = [
      ...published,
      ...this.content.statements.flatMap((statement) => this.statementHappenings(statement)),
      ...this.content.commitments.flatMap((one) => this.promising.happenings(one, started)),
      { hoursAgo: afterThem, happen: () => this.agreeOnModes() },
      ...waiting.items.flatMap((item) => this.waiting.happenings(item)),
      ...this.moderation.happenings(new Date(started)),
    ];
    for (const { hoursAgo, happen } of happenings.toSorted((one, other) => other.hoursAgo - one.hoursAgo)) {
      await this.passTo(started - hoursAgo * hour);
      await happen();
    }
    await this.passTo(Date.now());
    for (const { by, days, note } of waiting.invitations) {
      await this.people.call(by, 'POST', `/api/dyads/${dyad.slug}/invitations`, { days, note });
    }
  }

  /** Goes on to a moment. What the end of a day brings comes after each day on which something happened. */
  private async passTo(moment: number): Promise<void> {
    const endOfDay = (Math.floor(this.clock.now().getTime() / day) + 1) * day + minute;
    if (endOfDay < moment) {
      this.clock.set(new Date(endOfDay));
      await this.moderation.timePasses();
      await this.app.get(Commitments).timePasses();
    }
    this.clock.set(new Date(moment));
  }

  private async found(): Promise<void> {
    const { dyad, members, topics } = this.content;
    const unitOfWork = this.app.get(UnitOfWork);
    const { bridgeLanguage, ...rest } = dyad;
    this.dyadId = await unitOfWork.run('all dyads', (tx) =>
      this.app.get(Founding).found(tx, { ...rest, bridgeLanguage: bridgeLanguage ?? undefined }),
    );
    const ids = await this.people.enrol(this.dyadId, members);
    for (const { login, side } of members) this.memberOf.set(login, { id: ids.get(login) ?? '', side });
    for (const { slug, title, description } of topics) {
      await unitOfWork.run({ dyadId: this.dyadId }, (tx) =>
        this.app.get(Forum).openTopic(tx, this.dyadId, { slug, title, description, mode: 'post' }),
      );
    }
  }

  private async agreeOnLists(): Promise<void> {
    const { wordLists, allowedHosts } = this.content.moderation;
    for (const list of wordLists) await this.agree('wordlist.change', list);
    await this.agree('allowed_hosts.change', { add: allowedHosts });
  }

  /** Topics begin open; then a steward of each side agrees on how posts are published from now on. */
  private async agreeOnModes(): Promise<void> {
    for (const { slug, mode } of this.content.topics.filter((topic) => topic.mode !== 'post'))
      await this.agree('topic.change_mode', { topic: slug, mode });
  }

  /** A steward of one side proposes, one of the other agrees; who begins is left to chance. */
  private async agree(kind: string, details: object): Promise<void> {
    const { dyad, members } = this.content;
    const steward = (side: 'a' | 'b') =>
      members.find((one) => one.side === side && one.roles.includes('steward'))?.login ?? '';
    const acts = `/api/dyads/${dyad.slug}/joint-acts`;
    const [proposer, other]: ['a', 'b'] | ['b', 'a'] = Date.now() % 2 === 0 ? ['a', 'b'] : ['b', 'a'];
    const reason = agreed[dyad.sides[proposer].language] ?? agreed.en;
    const act = await this.people.call<{ id: string }>(steward(proposer), 'POST', acts, { kind, details, reason });
    await this.people.call(steward(other), 'POST', `${acts}/${act.id}/answer`, { answer: 'agree' });
  }

  /** Written, and where the files say so frozen and signed by organisations, each on its day. */
  private statementHappenings(statement: Statement): Happening[] {
    let place = '';
    const { ratification } = statement;
    const signing = () => new DemoRatification(this.people, place, (key) => this.organisations.idOf(key));
    const begun: Happening = {
      hoursAgo: statement.daysAgo * 24,
      happen: async () => {
        place = await this.drafting.happen(statement);
      },
    };
    if (!ratification) return [begun];
    return [
      begun,
      { hoursAgo: ratification.daysAgo * 24, happen: () => this.frozen(place, signing().freeze(ratification)) },
      ...ratification.signatures.map((signature) => ({
        hoursAgo: signature.daysAgo * 24,
        happen: () => this.recorded(signing().sign(signature)),
      })),
    ];
  }

  private async frozen(place: string, freezing: Promise<void>): Promise<void> {
    this.ratified ||= place.split('/').at(-1) ?? '';
    await this.recorded(freezing);
  }

  /** The record tells the days on which it hears of things: so it hears of them at once. */
  private async recorded(happening?: Promise<void>): Promise<void> {
    await happening;
    await this.app.get(FactRelay).idle();
    await this.app.get(PublicRecord).settled();
  }

  private threadHappenings(topic: Topic, thread: Thread): Happening[] {
    return thread.posts.flatMap((post, at): Happening[] => {
      // Posts of one day follow each other by the minute, in the order of the file.
      const hoursAgo = post.daysAgo * 24 + (thread.posts.length - at) / 60;
      const { revised, withdrawn } = post;
      return [
        { hoursAgo, happen: () => this.write(topic, thread, post, at) },
        ...(revised
          ? [
              {
                hoursAgo: Math.min(hoursAgo - 0.01, revised.daysAgo * 24),
                happen: () => this.revise(thread, at, post, revised),
              },
            ]
          : []),
        ...(withdrawn
          ? [
              {
                hoursAgo: Math.min(hoursAgo - 0.01, withdrawn.daysAgo * 24),
                happen: () => this.withdraw(thread, at, post),
              },
            ]
          : []),
      ];
    });
  }

  private async write(topic: Topic, thread: Thread, post: Post, at: number): Promise<void> {
    const place = this.places.get(thread.key);
    const text = this.withQuotes(post.body, place);
    const writer = this.writer(post.author);
    const draft = { text, language: post.language, mode: 'post' as const };
    const written = await this.app.get(UnitOfWork).run({ dyadId: this.dyadId }, (tx) => {
      const forum = this.app.get(Forum);
      if (!place) return forum.openThread(tx, writer, { ...draft, topic: topic.slug, title: thread.title });
      const replyTo = post.replyTo === undefined ? undefined : place.posts[post.replyTo];
      return forum.write(tx, writer, { ...draft, thread: place.thread, ...(replyTo && { replyTo }) });
    });
    const known = place ?? { thread: written.thread, posts: [] };
    known.posts[at] = written.post;
    this.places.set(thread.key, known);
    if (post.translation && !post.revised?.translation) await this.translate(written.post, post, post.translation, 1);
  }

  private async revise(thread: Thread, at: number, post: Post, revised: NonNullable<Post['revised']>): Promise<void> {
    const place = this.places.get(thread.key);
    const id = place?.posts[at] ?? '';
    const text = this.withQuotes(revised.body, place);
    await this.people.call(post.author, 'PUT', this.postUrl(id), { text, language: post.language, revision: 1 });
    if (revised.translation) await this.translate(id, post, revised.translation, 2);
  }

  private async withdraw(thread: Thread, at: number, post: Post): Promise<void> {
    await this.people.call(post.author, 'DELETE', this.postUrl(this.places.get(thread.key)?.posts[at] ?? ''));
  }

  private async translate(
    post: string,
    { language }: Post,
    made: { body: string; by: string },
    revision: number,
  ): Promise<void> {
    const { a, b } = this.content.dyad.sides;
    const target = language === a.language ? b.language : a.language;
    const place = [...this.places.values()].find(({ posts }) => posts.includes(post));
    const text = this.withQuotes(made.body, place);
    const languages = { reads: [a.language, b.language], writes: [a.language, b.language] };
    await this.people.call(made.by, 'PATCH', `/api/dyads/${this.content.dyad.slug}/members/me`, languages);
    await this.people.call(made.by, 'PUT', `${this.postUrl(post)}/translations/${target}`, { text, revision });
  }

  private writer(login: string): Writer {
    const member = this.memberOf.get(login);
    if (!member) throw new Error(`${login} is not a member of ${this.content.dyad.slug}`);
    return { memberId: member.id, side: member.side, dyadId: this.dyadId };
  }

  /** The files name a quoted post by its place in the thread. */
  private withQuotes(body: string, place: Place | undefined): string {
    return body.replace(/\[quote:#(\d+)\]/g, (_, index: string) => `[quote:${place?.posts[Number(index)] ?? ''}]`);
  }

  private postAt(key: string, index: number): { id: string; body: string } {
    const threads = this.content.topics.flatMap((topic) => topic.threads);
    const { body = '' } = threads.find((thread) => thread.key === key)?.posts[index] ?? {};
    return { id: this.places.get(key)?.posts[index] ?? '', body };
  }

  private postUrl(post: string): string {
    return `/api/dyads/${this.content.dyad.slug}/posts/${post}`;
  }
}
