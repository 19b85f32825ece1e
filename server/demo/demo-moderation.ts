import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DeskItem } from '../../shared/moderation/desk.schema.js';
import { Forum, type Writer } from '../modules/forums/forum.port.js';
import { Desk } from '../modules/moderation/desk.port.js';
import type { Tx } from '../platform/database/tx.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { DemoAppeals } from './demo-appeals.js';
import type { DemoContent } from './demo-content.schema.js';
import { hour, type Happening } from './demo-happening.js';
import type {
  DemoDecision,
  DemoModeratedPost,
  DemoMoment,
  DemoTodaysPost,
  ModerationTold,
} from './demo-moderation.schema.js';
import type { DemoPeople } from './demo-people.js';

type Report = DemoDecision['reports'][number];
type Proposed = Pick<DemoDecision, 'measure' | 'passages' | 'sanction' | 'reason' | 'article'>;

/** A post of the files, once it is written. */
interface Written {
  post: string;
}

/** When a moment of the files is, seen from a day. */
const timeOf = ({ monthsAgo, day, hour: at }: DemoMoment, now: Date): number =>
  Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - monthsAgo, day, at);

/** Hours from one step to the next. */
const between = { reports: 1, looking: 3, secondKey: 2, appeal: 20, expired: 24.1 } as const;

/** Lets moderators of one dyad do what the files tell, and leaves on their desk what they tell of today. */
export class DemoModeration {
  private readonly told: ModerationTold;
  private readonly appeals: DemoAppeals;
  private thread = '';

  constructor(
    private readonly app: NestFastifyApplication,
    private readonly people: DemoPeople,
    private readonly content: DemoContent,
    private readonly writer: (login: string) => Writer,
  ) {
    this.told = content.moderation;
    this.appeals = new DemoAppeals(people, content, (login) => writer(login).memberId);
  }

  /** Everything there was, when it was. */
  happenings(now: Date): Happening[] {
    const { board, posts, today } = this.told;
    const ago = (moment: DemoMoment): number => (now.getTime() - timeOf(moment, now)) / hour;
    return [
      { hoursAgo: ago(board.thread.on), happen: () => this.openBoard() },
      ...posts.flatMap((post) => this.happeningsOf(post, ago(post.on))),
      ...today.flatMap((post) => this.todays(post)),
    ];
  }

  /** Does what is due by now. */
  timePasses(): Promise<void> {
    return this.app.get(Desk).timePasses();
  }

  private async openBoard(): Promise<void> {
    const { topic, thread } = this.told.board;
    const { title, body, by, approvedBy } = thread;
    const writer = this.writer(by);
    await this.within(async (tx) => {
      const forum = this.app.get(Forum);
      await forum.openTopic(tx, writer.dyadId, topic);
      const draft = { text: body, language: this.languageOf(by), topic: topic.slug, title };
      const begun = await forum.openThread(tx, writer, draft);
      await this.app.get(Desk).approve(tx, this.writer(approvedBy), begun.post);
      this.thread = begun.thread;
    });
  }

  private happeningsOf(post: DemoModeratedPost, hoursAgo: number): Happening[] {
    const written: Written = { post: '' };
    const { fate } = post;
    const read = hoursAgo - fate.hours;
    const write = { hoursAgo, happen: () => this.write(post, written) };
    const publish = (by: string) => ({ hoursAgo: read, happen: () => this.approve(by, written) });
    switch (fate.do) {
      case 'publish':
        return [write, publish(fate.by)];
      case 'return':
        return [write, { hoursAgo: read, happen: () => this.giveBack(fate, post.author, written) }];
      case 'hold':
        return [
          write,
          publish(fate.publishedBy),
          { hoursAgo: read - between.looking, happen: () => this.hold(fate, written) },
          { hoursAgo: read - between.looking - between.expired, happen: () => this.timePasses() },
        ];
      case 'leave':
        return [
          write,
          publish(fate.publishedBy),
          ...this.reported(fate.reports, read, written),
          { hoursAgo: read - between.looking, happen: () => this.approve(fate.by, written) },
        ];
      case 'decide':
        return [
          write,
          publish(fate.publishedBy),
          ...this.reported(fate.reports, read, written),
          ...this.decided(fate, post.author, read - between.looking, written),
        ];
    }
  }

  private reported(reports: readonly Report[], published: number, written: Written): Happening[] {
    return reports.map((report, at) => ({
      hoursAgo: published - between.reports * (1 + at / reports.length),
      happen: () => this.report(report, written),
    }));
  }

  private decided(decision: DemoDecision, author: string, hoursAgo: number, written: Written): Happening[] {
    const [first, second] = decision.by;
    const { appeal } = decision;
    let card: DeskItem | undefined;
    const propose = async (): Promise<void> => {
      card = await this.propose(first, decision, written);
    };
    const enacted = hoursAgo - between.secondKey;
    return [
      { hoursAgo, happen: propose },
      { hoursAgo: enacted, happen: () => this.giveKey(second, card) },
      ...(appeal ? this.appeals.happenings(appeal, author, enacted - between.appeal, () => card?.id ?? '') : []),
    ];
  }

  private todays({ author, body, hoursAgo, reports, proposal }: DemoTodaysPost): Happening[] {
    const written: Written = { post: '' };
    const opposed = proposal?.opposed;
    const publish = async (): Promise<void> => {
      await this.write({ author, body }, written);
      await this.approve(this.told.board.thread.approvedBy, written);
    };
    let card: DeskItem | undefined;
    const propose = async (by: string, what: Proposed): Promise<void> => {
      card = await this.propose(by, what, written);
    };
    return [
      { hoursAgo, happen: publish },
      ...reports.map((report) => ({ hoursAgo: report.hoursAgo, happen: () => this.report(report, written) })),
      ...(proposal ? [{ hoursAgo: proposal.hoursAgo, happen: () => propose(proposal.by, proposal) }] : []),
      ...(opposed ? [{ hoursAgo: opposed.hoursAgo, happen: () => this.oppose(opposed, card) }] : []),
    ];
  }

  private async write({ author, body }: Pick<DemoModeratedPost, 'author' | 'body'>, written: Written): Promise<void> {
    const draft = { thread: this.thread, text: body, language: this.languageOf(author) };
    written.post = (await this.within((tx) => this.app.get(Forum).write(tx, this.writer(author), draft))).post;
  }

  private approve(by: string, { post }: Written): Promise<void> {
    return this.within((tx) => this.app.get(Desk).approve(tx, this.writer(by), post));
  }

  private giveBack(
    { by, reason }: Extract<DemoModeratedPost['fate'], { do: 'return' }>,
    author: string,
    { post }: Written,
  ): Promise<void> {
    const note = this.told.notes[reason]?.[this.languageOf(author)] ?? '';
    return this.within((tx) => this.app.get(Desk).giveBack(tx, this.writer(by), post, { reason, note }));
  }

  private hold(
    { by, reason, note }: Extract<DemoModeratedPost['fate'], { do: 'hold' }>,
    { post }: Written,
  ): Promise<void> {
    return this.within((tx) => this.app.get(Desk).hold(tx, this.writer(by), post, { reason, note }));
  }

  private async report({ by, reason, words }: Report, { post }: Written): Promise<void> {
    await this.people.call(by, 'POST', `${this.place}/reports/post/${post}`, { reason, words });
  }

  private async propose(
    by: string,
    { measure, passages, sanction, reason, article }: Proposed,
    { post }: Written,
  ): Promise<DeskItem> {
    // What is looked at by itself changes the card, so that is done first.
    await this.timePasses();
    const { id, version } = await this.within((tx) => this.app.get(Desk).cardOf(tx, post));
    const facts = this.told.facts[reason];
    const draft = { version, measure, passages, sanction, reason, article, facts };
    return this.people.call(by, 'POST', `${this.place}/desk/${id}/proposals`, draft);
  }

  private async giveKey(by: string, card: DeskItem | undefined): Promise<void> {
    await this.people.call(by, 'POST', `${this.proposalOf(card)}/keys`, { actionHash: card?.proposal?.actionHash });
  }

  private async oppose({ by, note }: { by: string; note: string }, card: DeskItem | undefined): Promise<void> {
    const body = { actionHash: card?.proposal?.actionHash, note };
    await this.people.call(by, 'POST', `${this.proposalOf(card)}/opposition`, body);
  }

  private proposalOf(card: DeskItem | undefined): string {
    return `${this.place}/desk/${card?.id}/proposals/${card?.proposal?.id}`;
  }

  private within<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return this.app.get(UnitOfWork).run({ dyadId: this.writer(this.told.board.thread.by).dyadId }, work);
  }

  private languageOf(login: string): string {
    return this.content.members.find((member) => member.login === login)?.writesIn ?? '';
  }

  private get place(): string {
    return `/api/dyads/${this.content.dyad.slug}`;
  }
}
