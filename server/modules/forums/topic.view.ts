import type { TopicView } from '../../../shared/forums/post.schema.js';
import { withoutErased } from '../../../shared/language/erased-text.rules.js';
import type { ErasedPart } from '../../../shared/record/erased-part.js';
import type { TopicRow } from './topic.repository.js';

/** A topic as every member sees it. Its texts are written in both languages at once, by people: neither translates. */
export function topicView(topic: TopicRow): TopicView {
  return {
    id: topic.id,
    slug: topic.slug,
    title: jointTitle(topic.title, topic.id, topic.erased),
    description: jointTitle(topic.description, topic.id, []),
    mode: topic.mode,
    modeReason: topic.modeReason,
    place: topic.place,
    threads: topic.threads,
    posts: topic.posts,
    lastPostAt: topic.lastPostAt?.toISOString() ?? null,
  };
}

/**
 * Equally authentic texts in the shape of a title; which comes first is drawn by the topic's id, not by a side. Where one was
 * erased, the other is there; where both were, it is said.
 */
export function jointTitle(
  given: Readonly<Record<string, string>>,
  id: string,
  erased: readonly ErasedPart[],
): TopicView['title'] {
  const texts = withoutErased(given);
  const languages = Object.keys(texts).toSorted();
  const drawn = languages[Number.parseInt(id.slice(-2), 16) % Math.max(1, languages.length)] ?? '';
  return {
    text: texts[drawn] ?? '',
    language: drawn,
    translations: languages
      .filter((language) => language !== drawn)
      .map((language) => ({ language, text: texts[language] ?? '', status: 'human' as const })),
    ...(erased.length > 0 && { erased: [...erased] }),
  };
}
