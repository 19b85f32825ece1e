import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  postChanged,
  postPublished,
  threadChanged,
  threadOpened,
  topicChanged,
} from '../../../shared/forums/forum.signals.js';
import { SignalViews, type StoredSignal, type ViewLookup } from '../../platform/events/signal-views.js';
import { Streams } from '../../platform/realtime/streams.js';
import { PlaceAccess } from './place-access.js';
import { ForumViews } from './forum-views.query.js';
import { TopicRepository } from './topic.repository.js';
import { topicView } from './topic.view.js';

/**
 * Dresses the signals of topics at the moment they are told, live or in a catch-up: what is held or taken back by then
 * comes without its words, whatever the signal once announced.
 */
@Injectable()
export class ForumSignals implements OnModuleInit {
  constructor(
    private readonly signalViews: SignalViews,
    private readonly streams: Streams,
    private readonly topics: TopicRepository,
    private readonly views: ForumViews,
    private readonly access: PlaceAccess,
  ) {}

  onModuleInit(): void {
    for (const kind of [postPublished, postChanged]) this.signalViews.register(kind, this.posts);
    for (const kind of [threadOpened, threadChanged]) this.signalViews.register(kind, this.threads);
    this.signalViews.register(topicChanged, this.changedTopics);
    this.streams.register('topic', (tx, id, member) => this.access.readsTopic(tx, member, id));
  }

  private readonly posts: ViewLookup = async (tx, signals) => {
    return match(signals, 'post', await this.views.postsById(tx, idsOf(signals, 'post')));
  };

  private readonly threads: ViewLookup = async (tx, signals) => {
    return match(signals, 'thread', await this.views.threadsById(tx, idsOf(signals, 'thread')));
  };

  private readonly changedTopics: ViewLookup = async (tx, signals) => {
    const found = await this.topics.findMany(tx, idsOf(signals, 'topic'));
    return match(signals, 'topic', found.map(topicView));
  };
}

const idsOf = (signals: readonly StoredSignal[], key: string): string[] => [
  ...new Set(signals.map((one) => String(one.about[key]))),
];

function match<View extends { readonly id: string }>(
  signals: readonly StoredSignal[],
  key: string,
  views: readonly View[],
): ReadonlyMap<StoredSignal, View> {
  const byId = new Map(views.map((view) => [view.id, view]));
  return new Map(
    signals.flatMap((one) => {
      const view = byId.get(String(one.about[key]));
      return view ? [[one, view] as const] : [];
    }),
  );
}
