import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { erasedText, isErased } from '../../shared/language/erased-text.rules.js';
import { erasureGrounds, type ErasureGround } from '../../shared/record/erasure.rules.js';
import { revocationReasons, type RevocationReason } from '../../shared/record/key.rules.js';
import type { RecordEntry } from '../../shared/record/record.contract.js';
import { countryName, formatDay } from '../lib/format';
import { Sentence } from './texts';

const isTexts = (value: RecordEntry['about'][string] | undefined): value is Record<string, string> =>
  typeof value === 'object' && !Array.isArray(value);

const isGround = (value: RecordEntry['about'][string] | undefined): value is ErasureGround =>
  erasureGrounds.some((one) => one === value);

const isRevocation = (value: RecordEntry['about'][string] | undefined): value is RevocationReason =>
  revocationReasons.some((one) => one === value);

/** What a sentence has places for. */
const named = (sentence: string): string[] => [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name);

interface SaidEntry extends Pick<RecordEntry, 'kind' | 'about'> {
  /** What was erased of it; empty where nothing was. */
  readonly erased: readonly unknown[];
}

/**
 * What an entry of the public record says, with the texts of people in the reader's language where they have it; where
 * one was erased, that is said in its place.
 */
export function RecordSentence({ entry }: { entry: SaidEntry }): ReactNode {
  const { t, i18n } = useTranslation(['dyads', 'forum']);
  const { mode, day, country, ground, erased_on: erasedOn, retires_on: retiresOn, ...about } = entry.about;
  const hasErased = entry.erased.length > 0;
  const gone = `[${t('record.erased_words')}]`;
  const unfilled = named(t(`record.${entry.kind}`, { skipInterpolation: true }));
  const values = Object.entries(about);
  const plain = values
    .filter(([, value]) => typeof value !== 'object' || (isTexts(value) && isErased(value)))
    .map(([name, value]): [string, string | number] => [
      name,
      typeof value === 'object' || value === erasedText ? gone : value,
    ]);
  const texts = values.filter((one): one is [string, Record<string, string>] => isTexts(one[1]) && !isErased(one[1]));
  return (
    <Sentence
      texts={Object.fromEntries(texts)}
      say={(places) =>
        t(`record.${entry.kind}`, {
          ...(hasErased && Object.fromEntries(unfilled.map((name) => [name, gone]))),
          ...Object.fromEntries(plain),
          ...places,
          day: typeof day === 'string' ? formatDay(i18n.language, day) : '',
          country: typeof country === 'string' ? countryName(i18n.language, country) : '',
          mode: typeof mode === 'string' ? t(`forum:mode.${mode}.name`) : '',
          ground: isGround(ground) ? t(`record.ground.${ground}`) : '',
          erased_on: typeof erasedOn === 'string' ? formatDay(i18n.language, erasedOn) : '',
          retires_on: typeof retiresOn === 'string' ? formatDay(i18n.language, retiresOn) : '',
          ...(isRevocation(about['reason']) && { reason: t(`record.key_reason.${about['reason']}`) }),
        })
      }
    />
  );
}
