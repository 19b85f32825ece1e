import type { AppealCase } from '../../shared/moderation/appeal.schema.js';
import type { NoticeLine } from '../../shared/moderation/notice.schema.js';
import type { DemoContent } from './demo-content.schema.js';
import type { Happening } from './demo-happening.js';
import type { DemoAppeal } from './demo-moderation.schema.js';
import type { DemoPeople } from './demo-people.js';

/** Hours from an appeal to what is said from the seats of its panel, one after the other. */
const verdictAfter = 27;

/** Lets members appeal against what was decided about them, and panels answer. */
export class DemoAppeals {
  constructor(
    private readonly people: DemoPeople,
    private readonly content: DemoContent,
    private readonly memberOf: (login: string) => string,
  ) {}

  /** @param item the id of what was decided about, once that has happened */
  happenings(appeal: DemoAppeal, author: string, hoursAgo: number, item: () => string): Happening[] {
    const first = hoursAgo - verdictAfter;
    return [
      { hoursAgo, happen: () => this.appeal(appeal, author) },
      { hoursAgo: first, happen: () => this.judge(appeal, item()) },
      { hoursAgo: first - verdictAfter, happen: () => this.judge(appeal, item()) },
    ];
  }

  private async appeal({ words }: DemoAppeal, author: string): Promise<void> {
    const url = `${this.place}/notices`;
    const { notices } = await this.people.call<{ notices: NoticeLine[] }>(author, 'GET', url);
    const removed = notices.find((notice) => notice.kind === 'decision' && notice.measure === 'remove');
    const language = this.content.members.find(({ login }) => login === author)?.writesIn;
    await this.people.call(author, 'POST', `${url}/${removed?.id}/appeal`, { words, language });
  }

  /** Whoever of the panel has said nothing yet says what all of them do. */
  private async judge({ verdict, variation, reasons }: DemoAppeal, item: string): Promise<void> {
    const reader = this.content.members.find(({ roles }) => roles.includes('moderator'));
    const url = `${this.place}/desk/${item}/appeal`;
    const { id, panel } = await this.people.call<AppealCase>(reader?.login ?? '', 'GET', url);
    const seat = panel.seats.find((one) => one.verdict === null);
    const judge = this.content.members.find(({ login }) => this.memberOf(login) === seat?.by.id);
    const body = { appeal: id, verdict, variation, reasons };
    await this.people.call(judge?.login ?? '', 'POST', `${url}/verdicts`, body);
  }

  private get place(): string {
    return `/api/dyads/${this.content.dyad.slug}`;
  }
}
