import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '../../shared/language/language.js';
import type { ErasedPart } from '../../shared/record/erased-part.js';
import { formatDay } from '../lib/format';

/** Of what was erased, that which is at a path or below it. */
export const erasedAt = (erased: readonly ErasedPart[], path: string): ErasedPart[] =>
  erased.filter((one) => one.path === path || one.path.startsWith(`${path}.`));

/** Stands in the place of a text that was erased: on which day and why, where that is known, and that it was. */
export function ErasedText({ erased = [] }: { erased?: readonly ErasedPart[] | undefined }): ReactNode {
  const { t, i18n } = useTranslation('dyads');
  const said = new Set(
    erased.map(({ on, ground }) =>
      t('record.was_erased', { day: formatDay(i18n.language, on), ground: t(`record.ground.${ground}`) }),
    ),
  );
  return (
    <em className="erased" data-erased="" lang={i18n.language} dir={directionOf(i18n.language)}>
      {said.size > 0 ? [...said].join(' ') : `[${t('record.erased_words')}]`}
    </em>
  );
}
