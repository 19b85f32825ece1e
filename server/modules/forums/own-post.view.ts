import type { OwnPostView } from '../../../shared/forums/post.schema.js';
import type { RichText } from '../../../shared/language/rich-text.js';
import type { Standing } from '../moderation/standing.reader.js';
import type { OwnPostRow } from './own-post.repository.js';

/** One's own post; a later revision that waits is what the author wants to know about, also while an earlier one is shown. */
export function ownPostView(
  row: OwnPostRow,
  body: RichText,
  standing: Standing | undefined,
  usualMinutes: number | null,
): OwnPostView {
  const state = standing?.state ?? row.state;
  return {
    id: row.id,
    thread: row.thread,
    topic: row.topic,
    place: row.place,
    state,
    language: row.language,
    staysInside: row.staysInside,
    revision: row.revision,
    source: row.source,
    body,
    replyTo: row.replyTo,
    writtenAt: row.writtenAt.toISOString(),
    ahead: standing?.ahead ?? null,
    usualMinutes: state === 'pending' ? usualMinutes : null,
    reason:
      standing?.reason == null
        ? null
        : {
            code: standing.reason,
            note: standing.note ?? '',
            since: standing.since.toISOString(),
            until: standing.heldUntil?.toISOString() ?? null,
          },
  };
}
