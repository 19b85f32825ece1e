import type { TopicMode } from '../../shared/access/conditions.js';
import { TranslationWorker } from '../../server/modules/translation/translation-worker.js';
import { Forum } from '../../server/modules/forums/forum.port.js';
import { UnitOfWork } from '../../server/platform/database/unit-of-work.js';
import type { TestDyad, TestMember } from './actors.js';
import type { TestApp } from './app.js';

const texts = (text: string): Record<string, string> => ({ bg: `${text} (бг)`, mk: `${text} (мк)` });

/** A topic, made without two stewards. */
export async function openTopic({ app }: TestApp, dyad: TestDyad, slug: string, mode: TopicMode): Promise<TestTopic> {
  const title = texts(slug);
  await app
    .get(UnitOfWork)
    .run({ dyadId: dyad.id }, (tx) =>
      app.get(Forum).openTopic(tx, dyad.id, { slug, title, description: texts(`За ${slug}`), mode }),
    );
  return { dyad, slug };
}

export interface TestTopic {
  readonly dyad: TestDyad;
  readonly slug: string;
}

/** A thread that everybody sees, whatever the mode of its topic. */
export async function openThread(
  { app }: TestApp,
  topic: TestTopic,
  author: TestMember,
  text = 'Реката е чиста.',
): Promise<{ thread: string; post: string }> {
  const writer = { dyadId: topic.dyad.id, memberId: author.id, side: author.side };
  return app
    .get(UnitOfWork)
    .run({ dyadId: topic.dyad.id }, (tx) =>
      app
        .get(Forum)
        .openThread(tx, writer, { topic: topic.slug, title: 'Вода и хора', text, language: 'bg', mode: 'post' }),
    );
}

/** Writes as a member does. */
export async function write(
  author: TestMember,
  dyad: TestDyad,
  thread: string,
  text: string,
  key?: string,
): Promise<{ id: string; state: 'live' | 'pending' }> {
  const language = author.side === 'b' ? 'mk' : 'bg';
  return author.api.call(
    'POST /api/dyads/:dyad/threads/:thread/posts',
    { params: { dyad: dyad.slug, thread }, body: { text, language } },
    key === undefined ? {} : { key },
  );
}

/** Somebody who says that they read and write both languages of a small dyad. */
export async function bilingual(dyad: TestDyad, who: TestMember): Promise<TestMember> {
  const languages = ['bg', 'mk'];
  await who.api.call('PATCH /api/dyads/:dyad/members/me', {
    params: { dyad: dyad.slug },
    body: { reads: languages, writes: languages },
  });
  return who;
}

/** Waits until engines, facts and signals are done. */
export async function translated(test: TestApp): Promise<void> {
  // What is not looked at yet is not translated yet.
  await test.settled();
  await test.app.get(TranslationWorker).idle();
  await test.settled();
}
