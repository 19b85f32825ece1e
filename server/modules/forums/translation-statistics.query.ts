import { Injectable } from '@nestjs/common';
import { Failure } from '../../../shared/contract/failure.js';
import { closedMonths, monthOf, nextMonth, startOf, type Month } from '../../../shared/moderation/fairness/month.js';
import type { ServedText } from '../../../shared/translation/statistics/served-text.js';
import { translationStatistics } from '../../../shared/translation/statistics/translation-statistics.js';
import type { TranslationStatistics } from '../../../shared/translation/statistics/translation-statistics.schema.js';
import { Clock } from '../../platform/clock/clock.js';
import { dayOf } from '../../platform/clock/day.js';
import { secondsBetween } from '../../platform/clock/seconds-between.js';
import type { Tx } from '../../platform/database/tx.js';
import { KeptResults } from '../../platform/results/kept-results.js';
import type { DyadProfile } from '../dyads/dyad.reader.js';
import { TranslationStatisticsReader, type Served } from '../translation/statistics/translation-statistics.reader.js';
import { ServedPostRepository, type ServedPost } from './served-post.repository.js';

/** What is published of translation, and of which months there is more. */
export interface PublishedStatistics {
  readonly months: readonly Month[];
  readonly statistics: TranslationStatistics | null;
}

const mostKept = 200;

/** Counts how what members publish reaches readers of other languages; once an hour at most, while it is asked for. */
@Injectable()
export class TranslationStatisticsReading {
  private readonly kept = new KeptResults<TranslationStatistics>(mostKept);

  constructor(
    private readonly posts: ServedPostRepository,
    private readonly translations: TranslationStatisticsReader,
    private readonly clock: Clock,
  ) {}

  /**
   * @param asked a month; without it the newest
   * @throws Failure `request.not_found` for a month that is not over, or in which nothing was published yet
   */
  async of(tx: Tx, dyad: DyadProfile, asked: Month | undefined): Promise<PublishedStatistics> {
    const firstDay = await this.posts.firstDay(tx, dyad.id);
    const now = this.clock.now();
    const months = firstDay === undefined ? [] : closedMonths(firstDay, dayOf(now));
    const month = asked ?? months[0];
    if (asked !== undefined && !months.includes(asked)) throw new Failure('request.not_found');
    if (month === undefined) return { months, statistics: null };
    const hour = now.toISOString().slice(0, 13);
    return {
      months,
      statistics: await this.kept.of(`${dyad.id} ${month} ${hour}`, () => this.count(tx, dyad, month, now)),
    };
  }

  private async count(tx: Tx, dyad: DyadProfile, month: Month, now: Date): Promise<TranslationStatistics> {
    const posts = await this.posts.before(tx, dyad.id, new Date(startOf(nextMonth(month))));
    const served = await this.translations.ofDyad(tx, dyad.id);
    const { slug, languageOf, languages } = dyad;
    return translationStatistics({
      dyad: slug,
      month,
      countedOn: dayOf(now),
      languageOf,
      bridge: languages.find((one) => one !== languageOf.a && one !== languageOf.b) ?? null,
      texts: posts.flatMap((post) =>
        languages.filter((one) => one !== post.language).map((language) => servedText(post, language, served, now)),
      ),
    });
  }
}

function servedText(post: ServedPost, language: string, served: Served, now: Date): ServedText {
  const { firstMadeAt, ...rest } = served(post, language);
  return {
    ...rest,
    author: post.author,
    from: post.language,
    to: language,
    month: monthOf(dayOf(post.publishedAt)),
    wait: { seconds: secondsBetween(post.publishedAt, firstMadeAt ?? now), ended: firstMadeAt !== null },
  };
}
