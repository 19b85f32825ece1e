import type { MemberView } from '../../../shared/dyads/dyad.schema.js';
import type { PostView } from '../../../shared/forums/post.schema.js';
import type { RichText } from '../../../shared/language/rich-text.js';
import type { TranslationView } from '../../../shared/translation/translation.schema.js';
import type { PublishedPost } from './post-row.js';

/** A post as every member may see it: without words, and without translations of them, unless it is live. */
export function postView(
  post: PublishedPost,
  { author, answers }: { readonly author: MemberView; readonly answers: MemberView | null },
  body: RichText | null,
  translations: readonly TranslationView[],
): PostView {
  const shown = post.state === 'live' && body !== null;
  return {
    id: post.id,
    thread: post.thread,
    author,
    state: post.state,
    replyTo: post.replyTo,
    answers,
    language: post.language,
    revision: post.revision,
    body: shown ? body : null,
    translations: shown ? [...translations] : [],
    restriction: restrictionOf(post),
    publishedAt: post.publishedAt.toISOString(),
    revisedAt: post.revisedAt?.toISOString() ?? null,
  };
}

function restrictionOf({ state, removedFor, redactedFor }: PublishedPost): PostView['restriction'] {
  if (state === 'removed' && removedFor !== null) return { what: 'removed', reason: removedFor };
  return state === 'live' && redactedFor !== null ? { what: 'redacted', reason: redactedFor } : null;
}
