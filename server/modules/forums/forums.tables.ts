import type { Schema } from '../../platform/database/data-source.js';
import { Mention } from './mention.entity.js';
import { Forums1764000600000 } from './migrations/1764000600000-forums.js';
import { TopicPlaces1764001200003 } from './migrations/1764001200003-topic-places.js';
import { PostPublicNames1764061000000 } from './migrations/1764061000000-post-public-names.js';
import { ModeratedThreads1764100000001 } from './migrations/1764100000001-moderated-threads.js';
import { RestrictedPosts1764100200000 } from './migrations/1764100200000-restricted-posts.js';
import { InsidePosts1764981000000 } from './migrations/1764981000000-inside-posts.js';
import { TranslationsOfEarlierRevisions1764986000000 } from './migrations/1764986000000-translations-of-earlier-revisions.js';
import { ShownMentions1764990000000 } from './migrations/1764990000000-shown-mentions.js';
import { ErasedTitles1765440000002 } from './migrations/1765440000002-erased-titles.js';
import { PostQuote } from './post-quote.entity.js';
import { PostRedaction } from './post-redaction.entity.js';
import { PostRevision } from './post-revision.entity.js';
import { PostShown } from './post-shown.entity.js';
import { PostText } from './post-text.entity.js';
import { Post } from './post.entity.js';
import { Thread } from './thread.entity.js';
import { Topic } from './topic.entity.js';

export const forumsTables: Schema = {
  entities: [Topic, Thread, Post, PostRevision, PostShown, PostText, PostRedaction, PostQuote, Mention],
  migrations: [
    Forums1764000600000,
    TopicPlaces1764001200003,
    PostPublicNames1764061000000,
    ModeratedThreads1764100000001,
    RestrictedPosts1764100200000,
    InsidePosts1764981000000,
    TranslationsOfEarlierRevisions1764986000000,
    ShownMentions1764990000000,
    ErasedTitles1765440000002,
  ],
};
