/** An article as charters hold it: a number, and its texts by language. */
export interface Article {
  readonly number: number;
  readonly title: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, string>>;
}

/** What became of one article between two versions; `before` and `after` are absent where it does not stand. */
export type ArticleChange =
  | { readonly type: 'same' | 'moved' | 'changed'; readonly before: Article; readonly after: Article }
  | { readonly type: 'added'; readonly after: Article }
  | { readonly type: 'removed'; readonly before: Article };

/**
 * What changes between two versions of a charter, in the order of the later one; what was removed stands where it was.
 * An article is known again by its texts, else by its title in any language, else by its number where it still shares
 * words. Only the languages in which both texts are authentic count: a translation for convenience changes no rule.
 */
export function charterChanges(
  before: readonly Article[],
  after: readonly Article[],
  languages: readonly string[],
): ArticleChange[] {
  const origins = originsOf(before, after, languages);
  const changes: ArticleChange[] = [];
  const removed = before.filter((one) => ![...origins.values()].includes(one));
  for (const article of after) {
    const origin = origins.get(article);
    while (removed[0] && removed[0].number <= (origin?.number ?? article.number)) {
      const gone = removed.shift();
      if (gone) changes.push({ type: 'removed', before: gone });
    }
    changes.push(
      origin ? { type: typeOf(origin, article, languages), before: origin, after: article } : added(article),
    );
  }
  return [...changes, ...removed.map((gone) => ({ type: 'removed' as const, before: gone }))];
}

const added = (after: Article): ArticleChange => ({ type: 'added', after });

const sameText = (one: Article, other: Article, languages: readonly string[]): boolean =>
  languages.every((code) => one.title[code] === other.title[code] && one.body[code] === other.body[code]);

const sameTitle = (one: Article, other: Article, languages: readonly string[]): boolean =>
  languages.some((code) => one.title[code] !== undefined && one.title[code] === other.title[code]);

/**
 * The least share of words in common, of the longer body, for two articles of one number to be one article changed;
 * small words alone, which every text has, do not come to that.
 */
const leastShared = 0.3;

const sharesWords = (one: Article, other: Article, languages: readonly string[]): boolean =>
  one.number === other.number &&
  languages.some((code) => {
    const [words, others] = [wordsOf(one.body[code]), wordsOf(other.body[code])];
    const shared = [...words].filter((word) => others.has(word)).length;
    return shared > 0 && shared >= leastShared * Math.max(words.size, others.size);
  });

const wordsOf = (text = ''): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu));

const typeOf = (before: Article, after: Article, languages: readonly string[]): 'same' | 'moved' | 'changed' => {
  if (!sameText(before, after, languages)) return 'changed';
  return before.number === after.number ? 'same' : 'moved';
};

/** Which earlier article each later one comes from; the surest resemblance is asked first, of all articles. */
function originsOf(
  before: readonly Article[],
  after: readonly Article[],
  languages: readonly string[],
): Map<Article, Article> {
  const origins = new Map<Article, Article>();
  const free = new Set(before);
  const resemblances = [sameText, sameTitle, sharesWords];
  for (const resembles of resemblances) {
    for (const article of after) {
      if (origins.has(article)) continue;
      const origin = [...free].find((one) => resembles(one, article, languages));
      if (!origin) continue;
      origins.set(article, origin);
      free.delete(origin);
    }
  }
  return origins;
}
