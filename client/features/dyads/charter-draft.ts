import type { Article } from '../../../shared/dyads/charter-changes.js';

/** An article under way: where it comes from in the version in force, or a new one; removed ones can be put back. */
export interface DraftArticle {
  readonly key: string;
  readonly title: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, string>>;
  readonly removed: boolean;
}

/** The version in force, to begin from. */
export const draftOf = (articles: readonly Article[]): DraftArticle[] =>
  articles.map(({ number, title, body }) => ({ key: `from-${number}`, title, body, removed: false }));

/**
 * The articles as they would be adopted, numbered anew. Texts for convenience, in other languages, stay only with
 * articles that say what they said: a translation of something else is none.
 */
export function articlesOf(
  draft: readonly DraftArticle[],
  inForce: readonly Article[],
  languages: readonly string[],
): Article[] {
  const origins = new Map(inForce.map((article) => [`from-${article.number}`, article]));
  return draft
    .filter(({ removed }) => !removed)
    .map(({ key, title, body }, at) => {
      const origin = origins.get(key);
      const unchanged =
        origin !== undefined &&
        languages.every((code) => origin.title[code] === title[code] && origin.body[code] === body[code]);
      const kept = unchanged
        ? { title: origin.title, body: origin.body }
        : { title: only(title, languages), body: only(body, languages) };
      return { number: at + 1, ...kept };
    });
}

const only = (text: Readonly<Record<string, string>>, languages: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    languages.flatMap((code) => {
      const said = text[code]?.trim() ?? '';
      return said === '' ? [] : [[code, said]];
    }),
  );

export const replaced = (draft: readonly DraftArticle[], key: string, part: Partial<DraftArticle>): DraftArticle[] =>
  draft.map((article) => (article.key === key ? { ...article, ...part } : article));

/** Changes places with the nearest article that is still there. */
export function moved(draft: readonly DraftArticle[], key: string, by: -1 | 1): DraftArticle[] {
  const at = draft.findIndex((article) => article.key === key);
  let to = at + by;
  while (draft[to]?.removed) to += by;
  const [one, other] = [draft[at], draft[to]];
  if (!one || !other) return [...draft];
  return draft.map((article, place) => (place === at ? other : place === to ? one : article));
}

export const withNew = (draft: readonly DraftArticle[], key: string): DraftArticle[] => [
  ...draft,
  { key, title: {}, body: {}, removed: false },
];
