import { Inject, Injectable } from '@nestjs/common';
import { agreedName } from '../../../../shared/language/language.js';
import type { FileWords } from '../../../../shared/statements/export/file-words.js';
import type { RatifiedStatement } from '../../../../shared/statements/ratified.schema.js';
import type { Config } from '../../../platform/config/config.js';
import { siteAddress } from '../../../platform/config/site-address.js';
import { Sentences } from '../../../platform/i18n/sentences.js';
import { CONFIG } from '../../../platform/platform.module.js';
import { sayCited } from './cited-words.js';

type SideLabels = Readonly<Record<'a' | 'b', Readonly<Record<string, string>>>>;

/** What files say besides the texts, in the language of whoever asks: the same sentences as on the page. */
@Injectable()
export class FileSentences {
  constructor(
    private readonly sentences: Sentences,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  of(language: string, { dyad, id, erased }: RatifiedStatement, labels: SideLabels): FileWords {
    const days = new Intl.DateTimeFormat(`${language}-u-ca-gregory`, { dateStyle: 'long', timeZone: 'UTC' });
    const names = new Intl.DisplayNames([language], { type: 'language' });
    const day = (one: string): string => days.format(new Date(one));
    const site = siteAddress(this.config);
    const citing = { language, sentences: this.sentences, day, site: `${site}/d/${dyad}` };
    return {
      language,
      say: (sentence, params = {}) => this.sentences.say(language, 'ratified', `paper.${sentence}`, params),
      languageName: (code) => agreedName(language, code) ?? names.of(code) ?? code,
      sideName: (side) =>
        side === 'neutral'
          ? this.sentences.say(language, 'common', 'side.neutral', {})
          : (labels[side][language] ?? labels[side]['en'] ?? Object.values(labels[side])[0] ?? ''),
      day,
      erased: this.erased(language, erased, day),
      cited: (thing) => sayCited(thing, citing),
      address: `${site}/api/dyads/${dyad}/statements/${id}/ratified`,
    };
  }

  /** On which days, and on what grounds. */
  private erased(language: string, parts: RatifiedStatement['erased'], day: (day: string) => string): string {
    const say = (key: string, params = {}): string => this.sentences.say(language, 'dyads', `record.${key}`, params);
    const said = parts.map(({ on, ground }) => say('was_erased', { day: day(on), ground: say(`ground.${ground}`) }));
    return [...new Set(said)].join(' ');
  }
}
