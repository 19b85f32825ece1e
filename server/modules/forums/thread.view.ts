import type { MemberView } from '../../../shared/dyads/dyad.schema.js';
import type { ThreadBrief } from '../../../shared/forums/post.schema.js';
import type { TranslationFound } from '../translation/translation.reader.js';
import type { ThreadRow } from './thread.repository.js';

/** A thread as a line of its topic's page. */
export function threadView(thread: ThreadRow, author: MemberView, titles: readonly TranslationFound[]): ThreadBrief {
  // Where the title is not shown as it was written, neither are its translations.
  const made = thread.title === '' || !thread.titleIsWhole ? [] : titles;
  return {
    id: thread.id,
    title: {
      text: thread.title,
      language: thread.language,
      translations: made.flatMap(({ language, body, status }) =>
        body === null ? [] : [{ language, text: body, status }],
      ),
    },
    titleWhyNone: Object.fromEntries(
      made.flatMap(({ language, body, whyNone }) => (body === null && whyNone !== null ? [[language, whyNone]] : [])),
    ),
    author,
    posts: thread.postsA + thread.postsB + thread.postsNeutral,
    postsBySide: { a: thread.postsA, b: thread.postsB, neutral: thread.postsNeutral },
    closed: thread.closedAt !== null,
    lastPostAt: thread.lastPostAt?.toISOString() ?? null,
  };
}
