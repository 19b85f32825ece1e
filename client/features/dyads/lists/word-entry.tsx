import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '../../../../shared/language/language.js';
import type { WordEntry } from '../../../../shared/moderation/detection/wordlist.schema.js';

/** An entry of a list in a line: the words, and what they mean for a text that has them. */
export function WordEntryLine({
  entry,
  language,
}: {
  readonly entry: WordEntry;
  readonly language: string;
}): ReactNode {
  const { t } = useTranslation(['dyads', 'moderation']);
  const { text, form, kind, reason } = entry;
  return (
    <>
      <strong className="list-entry__words" lang={language} dir={directionOf(language)}>
        {text}
      </strong>{' '}
      <span className="small soft">
        {t(`word_form.${form}`)} · {t(`word_kind.${kind}`)} · {t(`moderation:reason.${reason}`)}
      </span>
    </>
  );
}
