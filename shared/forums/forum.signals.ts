import { z } from 'zod';
import { signal } from '../contract/signals.js';
import { id } from '../language/fields.js';

/** On `topic:<id>`, heard by every member who accepted the charter. Views are `PostView`s. */
export const postPublished = signal('post.published', z.object({ thread: id, post: id }));
export const postChanged = signal('post.changed', z.object({ thread: id, post: id }));
export const threadOpened = signal('thread.opened', z.object({ thread: id }));
/** Its title has a translation now. */
export const threadChanged = signal('thread.changed', z.object({ thread: id }));
export const topicChanged = signal('topic.changed', z.object({ topic: id }));

/** On `member:<id>`, heard by that member alone. */
export const ownPostChanged = signal('own_post.changed', z.object({ thread: id, post: id }));
