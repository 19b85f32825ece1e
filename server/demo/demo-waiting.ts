import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Forum, type Writer } from '../modules/forums/forum.port.js';
import { Desk } from '../modules/moderation/desk.port.js';
import type { Tx } from '../platform/database/tx.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { DemoContent } from './demo-content.schema.js';
import type { Happening } from './demo-happening.js';

type Item = DemoContent['waiting']['items'][number];

/** Where something that waits was written. */
export interface WaitingPlace {
  readonly thread: string;
  readonly posts: readonly string[];
  /** The text with the ids of what it quotes. */
  readonly text: string;
}

/** Lets members of one dyad write what waits for a moderator when the demonstration begins. */
export class DemoWaiting {
  constructor(
    private readonly app: NestFastifyApplication,
    private readonly writer: (login: string) => Writer,
    private readonly placeOf: (item: Item) => WaitingPlace,
  ) {}

  happenings(item: Item): Happening[] {
    let post = '';
    const write = async (): Promise<void> => {
      post = await this.write(item);
    };
    if (item.state === 'pending') return [{ hoursAgo: item.hoursAgo, happen: write }];
    const { state, decision } = item;
    const { code: reason, note } = decision;
    const desk = this.app.get(Desk);
    const judge = () => this.writer(decision.by);
    const decide = (tx: Tx): Promise<void> =>
      state === 'held'
        ? desk.hold(tx, judge(), post, { reason, note })
        : desk.giveBack(tx, judge(), post, { reason, note });
    return [
      { hoursAgo: item.hoursAgo, happen: write },
      {
        hoursAgo: Math.min(decision.hoursAgo, item.hoursAgo - 0.01),
        happen: () => this.app.get(UnitOfWork).run({ dyadId: judge().dyadId }, decide),
      },
    ];
  }

  private async write(item: Item): Promise<string> {
    const { thread, posts, text } = this.placeOf(item);
    const replyTo = item.replyTo === undefined ? undefined : posts[item.replyTo];
    const mode = item.state === 'held' ? 'post' : 'pre';
    const draft = { text, language: item.language, mode, thread, ...(replyTo && { replyTo }) } as const;
    const writer = this.writer(item.author);
    const { post } = await this.app
      .get(UnitOfWork)
      .run({ dyadId: writer.dyadId }, (tx) => this.app.get(Forum).write(tx, writer, draft));
    return post;
  }
}
