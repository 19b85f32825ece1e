import type { TestDyad, TestMember } from './actors.js';
import type { TestApp } from './app.js';

/** Where one looks. */
export interface Places {
  readonly topics: readonly string[];
  readonly threads: readonly string[];
  readonly posts: readonly string[];
}

/** Everything that a member, and somebody without a session, can ask for of a forum, as one text to look for a word in. */
export async function everythingSeenBy(
  test: TestApp,
  { api, id }: TestMember,
  dyad: TestDyad,
  { topics, threads, posts }: Places,
): Promise<string> {
  const base = { dyad: dyad.slug };
  const seen: unknown[] = [
    await api.try('GET /api/dyads/:dyad/topics', { params: base }),
    await api.try('GET /api/dyads/:dyad/threads', { params: base, query: {} }),
    await api.try('GET /api/dyads/:dyad/posts/mine', { params: base }),
    await api.try('GET /api/dyads/:dyad/citable', { params: base, query: {} }),
    await test.visitor().try('GET /api/dyads/:dyad/record', { params: base, query: {} }),
    await stream(`member:${id}`),
    await stream(`desk:${dyad.id}`),
  ];
  for (const topic of topics) {
    const page = await api.try('GET /api/dyads/:dyad/topics/:topic', { params: { ...base, topic }, query: {} });
    seen.push(page, await stream(`topic:${page.answer.topic.id}`));
  }
  for (const thread of threads) {
    const params = { ...base, thread };
    seen.push(await api.try('GET /api/dyads/:dyad/threads/:thread', { params, query: { limit: 100 } }));
    for (const around of posts)
      seen.push(await api.try('GET /api/dyads/:dyad/threads/:thread', { params, query: { limit: 5, around } }));
  }
  for (const post of posts) {
    const params = { ...base, post };
    seen.push(
      await api.try('GET /api/dyads/:dyad/posts/:post', { params }),
      await api.try('GET /api/dyads/:dyad/posts/:post/revisions', { params }),
      await api.try('POST /api/dyads/:dyad/posts/:post/translation-requests', { params, body: { language: 'bg' } }),
    );
  }
  return JSON.stringify(seen);

  async function stream(name: string): Promise<unknown> {
    const params = { ...base, stream: name };
    return api.try('GET /api/dyads/:dyad/streams/:stream/signals', { params, query: { after: 0 } });
  }
}
