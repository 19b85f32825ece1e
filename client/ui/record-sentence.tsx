import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordEntry } from '../../shared/record/record.contract.js';
import { countryName, formatDay } from '../lib/format';
import { Sentence } from './texts';

const isTexts = (value: RecordEntry['about'][string] | undefined): value is Record<string, string> =>
  typeof value === 'object' && !Array.isArray(value);

/** What an entry of the public record says, with the texts of people in the reader's language where they have it. */
export function RecordSentence({ entry }: { entry: Pick<RecordEntry, 'kind' | 'about'> }): ReactNode {
  const { t, i18n } = useTranslation(['dyads', 'forum']);
  const { mode, day, country, ...about } = entry.about;
  const values = Object.entries(about);
  const plain = values.filter(([, value]) => typeof value !== 'object');
  const texts = values.filter((one): one is [string, Record<string, string>] => isTexts(one[1]));
  return (
    <Sentence
      texts={Object.fromEntries(texts)}
      say={(places) =>
        t(`record.${entry.kind}`, {
          ...Object.fromEntries(plain),
          ...places,
          day: typeof day === 'string' ? formatDay(i18n.language, day) : '',
          country: typeof country === 'string' ? countryName(i18n.language, country) : '',
          mode: typeof mode === 'string' ? t(`forum:mode.${mode}.name`) : '',
        })
      }
    />
  );
}
