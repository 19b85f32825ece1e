import type { DecisionNotice, NoticeView, ReportNotice } from '../../shared/moderation/notice.schema.js';
import type { AppealVerdict } from '../../shared/moderation/appeal.rules.js';
import type { AppealCase, Variation } from '../../shared/moderation/appeal.schema.js';
import type { DeskItem } from '../../shared/moderation/desk.schema.js';
import type { ReasonCode } from '../../shared/moderation/reasons.js';
import type { TestDyad, TestMember } from './actors.js';
import type { Reply } from './api.js';
import type { TestApp } from './app.js';
import { openThread, type TestTopic } from './forum.js';
import { deskOf, proposalOf, report, type Draft } from './moderation.js';

/** A moderator of each side and a neutral one: whoever is asked for keys. */
export interface Bench {
  readonly a: TestMember;
  readonly b: TestMember;
  readonly neutral: TestMember;
}

/** Decides about a card with as many keys as it takes. */
export async function decide(
  dyad: TestDyad,
  { a, b, neutral }: Bench,
  card: DeskItem,
  draft: Draft,
): Promise<DeskItem> {
  const desk = deskOf(dyad);
  const proposed = await desk.propose(a, card, draft);
  if (proposed.status >= 400) throw new Error(JSON.stringify(proposed.problem));
  let decided = proposed.answer;
  for (const one of [b, neutral])
    if (proposalOf(decided).state === 'open') decided = (await desk.key(one, decided)).answer;
  return decided;
}

/** A published post in a thread of its own, before anybody has looked at it. */
export async function publishedBy(
  test: TestApp,
  topic: TestTopic,
  author: TestMember,
  reader: TestMember,
  text?: string,
): Promise<DeskItem> {
  const { post } = await openThread(test, topic, author, text);
  const [row] = await test.database.query<{ id: string }>(`select id from moderation_item where content_id = $1`, [
    post,
  ]);
  return deskOf(topic.dyad).card(reader, row?.id ?? '');
}

/** Reports what a card is about, as somebody who reads it. */
export async function reportItem(
  dyad: TestDyad,
  who: TestMember,
  card: DeskItem,
  reason: ReasonCode = 'MISQUOTE',
): Promise<void> {
  const { status, problem } = await report(who, dyad, card.content, reason);
  if (status >= 400) throw new Error(JSON.stringify(problem));
}

/** What one can do with what one was told in a dyad. */
export function noticesOf({ slug }: TestDyad) {
  const at = (notice: string) => ({ params: { dyad: slug, notice } });
  const list = ({ api }: TestMember) => api.call('GET /api/dyads/:dyad/notices', { params: { dyad: slug }, query: {} });
  const read = ({ api }: TestMember, notice: string): Promise<NoticeView> =>
    api.call('GET /api/dyads/:dyad/notices/:notice', at(notice));
  const newest = async (who: TestMember): Promise<NoticeView> => {
    const [first] = (await list(who)).notices;
    if (!first) throw new Error('Nobody told them anything');
    return read(who, first.id);
  };
  return {
    list,
    read,
    /** The newest of what was decided about somebody. */
    decision: async (who: TestMember): Promise<DecisionNotice> => {
      const notice = await newest(who);
      if (notice.kind !== 'decision') throw new Error('That is no decision');
      return notice;
    },
    /** The newest of what became of somebody's reports. */
    answer: async (who: TestMember): Promise<ReportNotice> => {
      const notice = await newest(who);
      if (notice.kind !== 'report') throw new Error('That is no answer to a report');
      return notice;
    },
    acknowledge: ({ api }: TestMember, notice: string) =>
      api.try('POST /api/dyads/:dyad/notices/:notice/acknowledgement', at(notice)),
    statement: ({ api }: TestMember, notice: string) =>
      api.send('GET /api/dyads/:dyad/notices/:notice/statement.json', at(notice)),
    appeal: (
      { api, side }: TestMember,
      notice: string,
      words = 'Мислам дека беше погрешно.',
      language = side === 'a' ? 'bg' : 'mk',
    ): Promise<Reply<NoticeView>> =>
      api.try('POST /api/dyads/:dyad/notices/:notice/appeal', { ...at(notice), body: { words, language } }),
    appealed: ({ api }: TestMember, item: string): Promise<AppealCase> =>
      api.call('GET /api/dyads/:dyad/desk/:item/appeal', { params: { dyad: slug, item } }),
    judge: (
      { api }: TestMember,
      { id, item }: AppealCase,
      verdict: AppealVerdict,
      variation: Partial<Variation> | null = null,
      reasons: Record<string, string> = { bg: `Решихме: ${verdict}.`, mk: `Одлучивме: ${verdict}.` },
    ): Promise<Reply<AppealCase>> =>
      api.try('POST /api/dyads/:dyad/desk/:item/appeal/verdicts', {
        params: { dyad: slug, item },
        body: { appeal: id, verdict, variation, reasons },
      }),
  };
}
