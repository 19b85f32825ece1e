import { Inject, Injectable } from '@nestjs/common';
import type { Promisor } from '../../../../shared/commitments/commitment.rules.js';
import { statesOf, type Standing } from '../../../../shared/commitments/standing.rules.js';
import { withoutErased } from '../../../../shared/language/erased-text.rules.js';
import type { RecordEntry } from '../../../../shared/record/record.contract.js';
import type { Config } from '../../../platform/config/config.js';
import { siteAddress } from '../../../platform/config/site-address.js';
import { Sentences } from '../../../platform/i18n/sentences.js';
import { CONFIG } from '../../../platform/platform.module.js';
import { entryWords } from '../../record/record-words.port.js';

type Texts = Readonly<Record<string, string>>;
export type SideLabels = Readonly<Record<'a' | 'b', Texts>>;

/** In its language, or in all that it has, in the order of their codes, which no side chose; empty where all is erased. */
function textIn(texts: Texts, language: string): string {
  const left = withoutErased(texts);
  const inAll = Object.keys(left)
    .toSorted()
    .map((one) => left[one])
    .join(' / ');
  return left[language] ?? inAll;
}

/** What leaves this site says, in one language: the sentences of pages. */
export interface WordsIn {
  readonly language: string;
  readonly text: (texts: Texts) => string;
  readonly say: (key: string, params?: Readonly<Record<string, string | number>>) => string;
  readonly day: (day: string) => string;
  readonly whose: (promisor: Promisor, labels: SideLabels) => string;
  /** Everything that holds of a commitment. */
  readonly states: (of: Standing) => string;
  readonly entry: (entry: Pick<RecordEntry, 'kind' | 'about' | 'erased'>) => string;
}

@Injectable()
export class PublicWords {
  constructor(
    private readonly sentences: Sentences,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Where a dialogue is read, and where programs ask for what is in it. */
  places(slug: string): { readonly page: string; readonly api: string } {
    const site = siteAddress(this.config);
    return { page: `${site}/d/${slug}`, api: `${site}/api/dyads/${slug}` };
  }

  in(language: string): WordsIn {
    const days = new Intl.DateTimeFormat(`${language}-u-ca-gregory`, { dateStyle: 'medium', timeZone: 'UTC' });
    const day = (one: string): string => days.format(new Date(one));
    const say: WordsIn['say'] = (key, params = {}) => this.sentences.say(language, 'commitments', key, params);
    const erased = `[${this.sentences.say(language, 'dyads', 'record.erased_words', {})}]`;
    return {
      language,
      say,
      day,
      text: (texts) => textIn(texts, language) || erased,
      whose: (promisor, labels) => (promisor === 'joint' ? say('promisor.joint') : textIn(labels[promisor], language)),
      states: (of) =>
        statesOf(of)
          .map((state) =>
            state === 'suspended' && of.suspendedUntil !== null
              ? say('suspended_until', { day: day(of.suspendedUntil) })
              : say(`state.${state}`),
          )
          .join(' · '),
      entry: (entry) => entryWords(entry, { language, sentences: this.sentences, day }),
    };
  }

  /** Says something in each of these languages, each sentence once. */
  readonly inAll = (languages: readonly string[], say: (words: WordsIn) => string): string =>
    [...new Set(languages.map((language) => say(this.in(language))))].join(' / ');
}
