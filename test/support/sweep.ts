import { stepsOnPage } from '../../shared/statements/version.rules.js';
import type { TestDyad, TestMember } from './actors.js';
import type { TestApp } from './app.js';
import { pathOf, reads, type Endpoint, type Example } from './every-route.js';
import { pagesOfPdf } from './pdf-text.js';

const nobody = '00000000-0000-4000-8000-000000000000';
/** A day before there was any dyad. */
const nobodysDay = '2000-01-01';

/** Everything there is in a dyad, by the names of parameters, and the words to look for. */
export interface Things {
  readonly dyad: string;
  readonly topic: readonly string[];
  readonly thread: readonly string[];
  readonly post: readonly string[];
  readonly item: readonly string[];
  readonly notice: readonly string[];
  readonly statement: readonly string[];
  readonly suggestion: readonly string[];
  readonly commitment: readonly string[];
  /** The numbers of the entries of the record. */
  readonly entry: readonly string[];
  readonly stream: readonly string[];
  /** Days of which there is a digest. */
  readonly day?: readonly string[];
  /** The posts of each thread. */
  readonly postsOf: ReadonlyMap<string, readonly string[]>;
  /** The names by which statements cite posts. */
  readonly cited: readonly string[];
  readonly words: readonly string[];
}

/** Everything there is in a dyad now. */
export async function thingsIn(test: TestApp, dyad: TestDyad, words: readonly string[]): Promise<Things> {
  const ids = async (sql: string): Promise<string[]> =>
    (await test.database.query<{ id: string }>(`${sql} where dyad_id = $1`, [dyad.id])).map(({ id }) => id);
  const posts = await test.database.query<{ id: string; thread: string }>(
    `select id, thread_id as thread from post where dyad_id = $1`,
    [dyad.id],
  );
  const topics = await ids(`select id from topic`);
  const statements = await ids(`select id from statement`);
  const members = await ids(`select id from member`);
  return {
    dyad: dyad.slug,
    topic: await ids(`select slug as id from topic`),
    thread: await ids(`select id from thread`),
    post: posts.map(({ id }) => id),
    postsOf: new Map(
      posts.map(({ thread }) => [thread, posts.filter((one) => one.thread === thread).map(({ id }) => id)]),
    ),
    item: await ids(`select id from moderation_item`),
    notice: await ids(
      `select id from (select id, dyad_id from moderation_statement union all
                       select id, dyad_id from moderation_report_answer) notice`,
    ),
    statement: statements,
    suggestion: await ids(`select id from suggestion`),
    commitment: await ids(`select id from commitment`),
    entry: await ids(`select seq::text as id from record_entry`),
    stream: [
      ...topics.map((id) => `topic:${id}`),
      ...statements.map((id) => `statement:${id}`),
      ...members.map((id) => `member:${id}`),
      `desk:${dyad.id}`,
    ],
    cited: await ids(`select public_name as id from post`),
    words,
  };
}

/** One answer: what was asked, and everything that came back, as text. */
export interface Answer {
  readonly endpoint: string;
  readonly asked: string;
  readonly said: string;
}

type Query = NonNullable<Example['query']>;

/** Without a language, and in that of each side. */
const spoken: readonly Query[] = [{}, { language: 'bg' }, { language: 'mk' }];

/** Ways to ask beyond that of the example, where one way does not tell everything. */
const ways: Readonly<Record<string, (things: Things, params: Record<string, string>) => readonly Query[]>> = {
  readTopic: () => [{ limit: 50 }],
  readThread: ({ postsOf }, { thread = '' }) => [
    { limit: 100 },
    ...(postsOf.get(thread) ?? []).map((around) => ({ limit: 5, around })),
  ],
  findCitable: ({ words }) => words.map((one) => ({ words: one })),
  readCitations: ({ cited }) => cited.map((name) => ({ of: `post:${name}` })),
  findMembers: ({ words }) => words.map((name) => ({ name })),
  listOwnReports: () => [{ limit: 50 }],
  readHistory: () => [{ limit: stepsOnPage }],
  readRecord: () => [{ limit: 100 }],
  commitmentCalendar: () => spoken,
  commitmentFeed: () => spoken,
  commitmentBadge: () => [{ language: 'bg' }, { language: 'mk' }],
  readDesk: () =>
    ['pending', 'in_review', 'held', 'proposed', 'returned', 'mine'].map((queue) => ({ queue, limit: 50 })),
};

const valuesOf = (things: Things, name: string): readonly string[] => {
  const { topic, thread, post, item, notice, statement, stream, suggestion, day = [nobodysDay], ...others } = things;
  const lists: Readonly<Record<string, readonly string[]>> = {
    topic,
    thread,
    post,
    item,
    notice,
    statement,
    stream,
    day,
    suggestion,
    commitment: others.commitment,
    entry: others.entry,
    bundle: ['0'],
    dyad: [things.dyad],
    version: ['1'],
  };
  return lists[name] ?? [nobody];
};

/** Every address of an endpoint that names things there are. */
function callsOf(endpoint: Endpoint, things: Things): { readonly path: string; readonly query: Query }[] {
  const names = [...endpoint.contract.route.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
  const params = names.reduce<Record<string, string>[]>(
    (soFar, name) => soFar.flatMap((one) => valuesOf(things, name).map((value) => ({ ...one, [name]: value }))),
    [{}],
  );
  const example = endpoint.example({ dyad: things.dyad, topic: '', thread: nobody, post: nobody });
  return params.flatMap((one) => {
    const queries = ways[endpoint.name]?.(things, one) ?? [example.query ?? {}];
    return queries.map((query) => ({ path: pathOf(endpoint, { params: one }), query }));
  });
}

/** Asks every GET route of the server for everything there is, as somebody, or as a visitor. */
export async function everyAnswer(test: TestApp, who: TestMember | undefined, things: Things): Promise<Answer[]> {
  const answers: Answer[] = [];
  const headers = { 'accept-language': 'en', ...(who?.api.cookie !== undefined && { cookie: who.api.cookie }) };
  for (const endpoint of reads) {
    for (const { path, query } of callsOf(endpoint, things)) {
      const url = new URL(test.url + path);
      for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
      const response = await fetch(url, { headers });
      if (response.status >= 500) throw new Error(`${path} answered ${response.status}`);
      const said = await textOf(response);
      answers.push({ endpoint: endpoint.name, asked: `${url.pathname}${url.search}`, said });
    }
  }
  return answers;
}

async function textOf(response: Response): Promise<string> {
  const bytes = Buffer.from(await response.arrayBuffer());
  if (!response.headers.get('content-type')?.startsWith('application/pdf')) return bytes.toString();
  return pagesOfPdf(bytes).join('\n');
}
