import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isSafeName, hasHidden, skeleton } from '../../shared/language/unicode-safety.js';
import { scriptOf, type Language } from '../../shared/language/language.js';
import { lettersForeignTo, shareOfScript } from '../../shared/language/letters.js';
import { parseMarkdown } from '../platform/markdown/markdown.js';
import type { DemoContent } from './demo-content.schema.js';
import { readDemoContent } from './read-demo-content.js';

type Thread = DemoContent['topics'][number]['threads'][number];
type Post = Thread['posts'][number];
type Item = DemoContent['waiting']['items'][number];

/** One text of the content with the language it says it is in. */
interface Text {
  readonly language: string;
  readonly text: string;
}

const folder = join(import.meta.dirname, 'content');
const contents = await Promise.all((await readdir(folder)).map((slug) => readDemoContent(join(folder, slug))));

const threadsOf = ({ topics }: DemoContent): Thread[] => topics.flatMap((topic) => topic.threads);
const postsOf = (content: DemoContent): Post[] => threadsOf(content).flatMap((thread) => thread.posts);
const writtenIn = (content: DemoContent): (Post | Item)[] => [...postsOf(content), ...content.waiting.items];

function languagesOf({ dyad }: DemoContent): [Language, Language] {
  return [dyad.sides.a.language, dyad.sides.b.language];
}

function memberOf({ members }: DemoContent, login: string): DemoContent['members'][number] {
  const found = members.find((member) => member.login === login);
  if (!found) throw new Error(`No member ${login}`);
  return found;
}

const other = (content: DemoContent, language: string): string =>
  languagesOf(content).find((one) => one !== language) ?? language;

const inAll = (texts: Readonly<Record<string, string>>): Text[] =>
  Object.entries(texts).map(([language, text]) => ({ language, text }));

const translationsOf = (post: Post | Item): { body: string; by: string }[] =>
  [post.translation, 'revised' in post ? post.revised?.translation : undefined].flatMap((one) => one ?? []);

/** The words that readers see, of a post and its translations. */
function textsOfPost(content: DemoContent, post: Post | Item): Text[] {
  const foreign = other(content, post.language);
  const revised = 'revised' in post ? post.revised : undefined;
  const translations = translationsOf(post).map(({ body }) => body);
  const bodies = [post.body, ...(revised ? [revised.body] : [])];
  return [
    ...bodies.map((text) => ({ language: post.language, text })),
    ...translations.map((text) => ({ language: foreign, text })),
  ];
}

function textsOf(content: DemoContent): Text[] {
  const { dyad, topics, waiting } = content;
  const titled = [...dyad.charter, ...dyad.disclosures].flatMap(({ title, body }) => [...inAll(title), ...inAll(body)]);
  const described = topics.flatMap(({ title, description }) => [...inAll(title), ...inAll(description)]);
  const titles = threadsOf(content).flatMap(({ title, titleTranslation, posts }): Text[] => {
    const language = posts[0]?.language ?? '';
    return [
      { language, text: title },
      { language: other(content, language), text: titleTranslation.text },
    ];
  });
  const labels = [dyad.name, dyad.purpose, dyad.sides.a.label, dyad.sides.b.label].flatMap(inAll);
  const notes = waiting.items.flatMap((item) =>
    item.state === 'pending' ? [] : [{ language: item.language, text: item.decision.note }],
  );
  const invited = waiting.invitations.map(({ by, note }) => ({ language: memberOf(content, by).writesIn, text: note }));
  const posts = writtenIn(content).flatMap((post) => textsOfPost(content, post));
  const said = [...saidByModeration(content), ...saidOfCommitments(content)];
  return [...labels, ...titled, ...described, ...titles, ...notes, ...invited, ...posts, ...said];
}

/** Everything that is promised, and said of it. */
const saidOfCommitments = ({ commitments }: DemoContent): Text[] =>
  commitments.flatMap(
    ({ title, text, indicator: { name, unit }, evidenceStandard, milestones, claims, assessments }) => {
      const steps = milestones.map((one) => one.title);
      const claimed = claims.flatMap(({ narrative, answer }) => [narrative.text, answer.reason?.text ?? {}]);
      const assessed = assessments.flatMap(({ reasons, uncertainty }) => [reasons, uncertainty]);
      return [title, text, name, unit, evidenceStandard, ...steps, ...claimed, ...assessed].flatMap(inAll);
    },
  );

/** Everything of the history of moderation that somebody reads. */
function saidByModeration(content: DemoContent): Text[] {
  const { board, notes, facts, posts, today, wordLists } = content.moderation;
  const by = (login: string, text: string): Text => ({ language: memberOf(content, login).writesIn, text });
  const reports = [
    ...posts.map(({ fate }) => ('reports' in fate ? fate.reports : [])),
    ...today.map((one) => one.reports),
  ];
  return [
    ...[board.topic.title, board.topic.description].flatMap(inAll),
    ...[board.thread.title, board.thread.body].map((text) => by(board.thread.by, text)),
    ...[notes, facts].flatMap((reasons) => Object.values(reasons).flatMap(inAll)),
    ...[...posts, ...today].map(({ author, body }) => by(author, body)),
    ...reports.flat().flatMap((report) => (report.words === '' ? [] : [by(report.by, report.words)])),
    ...posts.flatMap(({ author, fate }) =>
      fate.do === 'decide' && fate.appeal ? [by(author, fate.appeal.words), ...inAll(fate.appeal.reasons)] : [],
    ),
    ...posts.flatMap(({ author, fate }) => (fate.do === 'hold' ? [by(author, fate.note)] : [])),
    ...wordLists.flatMap(({ language, add }) => add.map(({ text }) => ({ language, text }))),
  ];
}

/** Names and addresses are written as their bearers write them. */
const ownWords = (text: string): string => text.replace(/@"[^"]*"|@[\p{L}\p{M}]+|https?:\/\/\S+|\[quote:#\d+\]/gu, ' ');

const wordsIn = (text: string): number => ownWords(text).match(/[\p{L}\p{M}\p{N}]+/gu)?.length ?? 0;
const numbersIn = (text: string): string[] => (ownWords(text).match(/\d+(?:[.,:]\d+)*/g) ?? []).toSorted();

/** A mistake of spelling or setting in a text; nothing when there is none. */
function mistakeIn({ language, text }: Text): string | undefined {
  const words = ownWords(text);
  const script = scriptOf(language);
  if (text !== text.normalize('NFC') || hasHidden(text)) return 'not in composed form, or hidden characters';
  const foreign = lettersForeignTo(language, words);
  if (foreign.length > 0) return `letters ${foreign.join(' ')}`;
  if (script === undefined || shareOfScript(script, words) < 0.9) return 'another script';
  if (language === 'ur' && /[,;?][ \n]|[,;?.]$|\p{Script=Devanagari}/mu.test(words))
    return 'punctuation or script of Urdu';
  if (language === 'hi' && /\p{Script=Devanagari}\.(?:\s|$)|[۔،؟]|\p{Script=Arabic}/mu.test(words)) {
    return 'punctuation or script of Hindi';
  }
  return undefined;
}

it('logins are unique across the dyads', () => {
  const logins = contents.flatMap(({ members }) => members.map(({ login }) => login));
  expect(new Set(logins).size).toBe(logins.length);
  expect(contents.map(({ dyad }) => dyad.slug).toSorted()).toEqual(['bg-mk', 'hi-ur']);
});

describe.each(contents.map((content) => [content.dyad.slug, content] as const))(
  'demonstration dyad %s',
  (_slug, content) => {
    const [languageA, languageB] = languagesOf(content);
    const everyPost = postsOf(content);
    const moderates = (login: string): boolean => memberOf(content, login).roles.includes('moderator');

    it('has both languages and English wherever it should', () => {
      const { dyad, topics } = content;
      const parallel = [...dyad.charter, ...dyad.disclosures].flatMap(({ title, body }) => [title, body]);
      const described = topics.flatMap(({ title, description }) => [title, description]);
      for (const texts of [dyad.purpose, ...parallel, ...described]) {
        expect(Object.keys(texts).toSorted()).toEqual([languageA, languageB, 'en'].toSorted());
      }
      expect(dyad.charter.map(({ number }) => number)).toEqual(dyad.charter.map((_article, at) => at + 1));
      expect(topics.map(({ slug }) => slug)).toEqual(dyad.topics);
    });

    it('is written in the letters and signs of its languages', () => {
      const mistakes = textsOf(content).flatMap((text) => ({ ...text, mistake: mistakeIn(text) }));
      expect(mistakes.filter(({ mistake }) => mistake)).toEqual([]);
    });

    it('has as many members on each side, and almost as many posts', () => {
      const roles = (side: string): string[] =>
        content.members.flatMap((one) => (one.side === side ? one.roles : [])).toSorted();
      expect(roles('a')).toEqual(roles('b'));
      expect(roles('neutral')).toEqual(['evaluator', 'moderator']);
      const posts = (side: string): number =>
        writtenIn(content).filter(({ author }) => memberOf(content, author).side === side).length;
      expect(Math.abs(posts('a') - posts('b'))).toBeLessThanOrEqual(1);
      expect(content.topics.map(({ mode }) => mode).toSorted()).toEqual([
        'graduated',
        'post',
        'post',
        'pre',
        'read-only',
      ]);
    });

    it('has pseudonyms that can be worn and told apart', () => {
      const names = content.members.map(({ pseudonym }) => pseudonym);
      expect(names.filter((name) => !isSafeName(name))).toEqual([]);
      expect(new Set(names.map(skeleton)).size).toBe(names.length);
    });

    it('tells of members who exist and write in the language of their side; moderators translate', () => {
      const languages: Readonly<Record<string, string>> = { a: languageA, b: languageB };
      for (const post of writtenIn(content)) {
        expect(post.language).toBe(languages[memberOf(content, post.author).side]);
        expect(translationsOf(post).filter(({ by }) => !moderates(by) || by === post.author)).toEqual([]);
      }
      expect(threadsOf(content).filter(({ titleTranslation }) => !moderates(titleTranslation.by))).toEqual([]);
      const inviters = content.waiting.invitations.map(({ by }) => memberOf(content, by).roles);
      expect(inviters.filter((roles) => !roles.includes('moderator') && !roles.includes('steward'))).toEqual([]);
    });

    it('answers and quotes earlier posts only, in the order of time', () => {
      for (const { posts } of threadsOf(content)) {
        for (const [at, post] of posts.entries()) {
          expect(post.replyTo ?? -1).toBeLessThan(at);
          expect(post.daysAgo).toBeLessThanOrEqual(posts[at - 1]?.daysAgo ?? content.dyad.foundedDaysAgo);
          expect(post.revised?.daysAgo ?? 0).toBeLessThanOrEqual(post.daysAgo);
          expect(post.withdrawn?.daysAgo ?? 0).toBeLessThanOrEqual(post.daysAgo);
          const quoted = textsOfPost(content, post).flatMap(({ text }) => [...text.matchAll(/\[quote:#(\d+)\]/g)]);
          expect(quoted.filter((match) => Number(match[1]) >= at)).toEqual([]);
        }
      }
      expect(new Set(threadsOf(content).map(({ key }) => key)).size).toBe(threadsOf(content).length);
    });

    it('mentions members, and nobody else', () => {
      const known = new Map(content.members.map(({ pseudonym, login }) => [pseudonym, login]));
      const mentions = textsOf(content).flatMap(({ text }) => text.match(/@/g) ?? []);
      const resolved = textsOf(content).flatMap(({ text }) => mentionedIn(text, known));
      expect(resolved.length).toBe(mentions.length);
      expect(resolved.length).toBeGreaterThan(0);
    });

    it('has threads of a good length, and posts that say something', () => {
      expect(content.topics.map(({ threads }) => threads.length).filter((count) => count < 2 || count > 3)).toEqual([]);
      const lengths = threadsOf(content).map(({ posts }) => posts.length);
      expect(lengths.filter((count) => count < 4 || count > 9)).toEqual([]);
      const texts = writtenIn(content).flatMap((post) => textsOfPost(content, post));
      expect(texts.filter(({ text }) => wordsIn(text) < 25 || wordsIn(text) > 130)).toEqual([]);
      expect(everyPost.some(({ withdrawn }) => withdrawn)).toBe(true);
      expect(everyPost.filter(({ revised }) => revised).length).toBeGreaterThanOrEqual(2);
    });

    it('has about two thirds of the posts translated by people, with the same numbers', () => {
      const translated = everyPost.filter((post) => translationsOf(post).length > 0);
      expect(translated.length / everyPost.length).toBeGreaterThan(0.6);
      expect(translated.length / everyPost.length).toBeLessThan(0.75);
      const texts = writtenIn(content).flatMap((post) => [
        post,
        ...('revised' in post && post.revised ? [post.revised] : []),
      ]);
      for (const { body, translation } of texts) {
        expect(numbersIn(translation?.body ?? body)).toEqual(numbersIn(body));
      }
    });

    it('has a desk with work of both sides', () => {
      const { items } = content.waiting;
      const states = items.map(({ state }) => state).toSorted();
      expect(states).toEqual(['held', 'pending', 'pending', 'pending', 'pending', 'returned']);
      const places = items.map((item) => {
        const topic = content.topics.find(({ threads }) => threads.some(({ key }) => key === item.thread));
        const posts = topic?.threads.find(({ key }) => key === item.thread)?.posts.length ?? 0;
        return { state: item.state, mode: topic?.mode, answers: item.replyTo ?? 0, posts };
      });
      expect(places.filter(({ answers, posts }) => answers >= posts)).toEqual([]);
      expect(places.filter(({ state, mode }) => state === 'pending' && mode !== 'pre')).toEqual([]);
      const decided = items.flatMap((item) => (item.state === 'pending' ? [] : item));
      expect(decided.filter(({ author, decision }) => !moderates(decision.by) || decision.by === author)).toEqual([]);
      expect(decided.filter(({ hoursAgo, decision }) => decision.hoursAgo >= Math.min(hoursAgo, 48))).toEqual([]);
      // A hold ends by itself after a day: it must still last.
      expect(decided.filter(({ state, decision }) => state === 'held' && decision.hoursAgo > 12)).toEqual([]);
    });

    it('has a history of moderation that could have happened, with as much of it on each side', () => {
      const { posts, today, notes, facts } = content.moderation;
      const sideOf = (login: string): string => memberOf(content, login).side;
      const both = [languageA, languageB].toSorted();
      for (const { author, body, fate } of posts) {
        const judges = 'publishedBy' in fate ? [fate.publishedBy, fate.by].flat() : [fate.by];
        expect(judges.filter((judge) => !moderates(judge) || judge === author)).toEqual([]);
        if ('reports' in fate)
          expect(fate.reports.filter(({ by }) => by === author || judges.includes(by))).toEqual([]);
        if (fate.do === 'return') expect(notes[fate.reason]?.[memberOf(content, author).writesIn]).toBeDefined();
        if (fate.do !== 'decide') continue;
        expect(fate.by.map(sideOf).toSorted()).toEqual(['a', 'b']);
        expect(Object.keys(facts[fate.reason] ?? {}).toSorted()).toEqual(both);
        const passages = [...fate.passages, ...(fate.appeal?.variation?.passages ?? [])];
        expect(passages.filter((passage) => !body.includes(passage))).toEqual([]);
        // Whoever had a part in it hears no appeal against it, and two moderators of a side are all there are.
        if (fate.appeal) expect(fate.by).toContain(fate.publishedBy);
      }
      const many = (side: string, doing: string): number =>
        posts.filter(({ author, fate }) => sideOf(author) === side && fate.do === doing).length;
      for (const doing of ['publish', 'return', 'leave', 'decide', 'hold'])
        expect(Math.abs(many('a', doing) - many('b', doing)), doing).toBeLessThanOrEqual(1);
      expect(new Set([...posts, ...today].map(({ body }) => body)).size).toBe(posts.length + today.length);
      expect(
        Math.abs(today.filter(({ author }) => sideOf(author) === 'a').length * 2 - today.length),
      ).toBeLessThanOrEqual(1);
    });
  },
);

function mentionedIn(text: string, known: ReadonlyMap<string, string>): string[] {
  const found: string[] = [];
  parseMarkdown(text, (name) => {
    const login = known.get(name);
    if (login !== undefined) found.push(login);
    return login;
  });
  return found;
}
