import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '../../../../shared/language/language.js';
import { ratificationLimits } from '../../../../shared/statements/ratification.rules.js';
import { languageName } from '../../../lib/format';
import { SelectField, TextArea } from '../../../ui/field';
import type { PanelProps } from './panel-props';

export interface ReservationValues {
  /** Empty when it is about the whole. */
  readonly clause: string;
  readonly text: Readonly<Record<string, string>>;
}

export const emptyReservation: ReservationValues = { clause: '', text: {} };

/** What was written, without a language that was left empty; nothing when nothing was. */
export function filledReservation({
  clause,
  text,
}: ReservationValues): { clause: string | null; text: Record<string, string> }[] {
  const said = Object.entries(text).filter(([, words]) => words.trim() !== '');
  return said.length === 0 ? [] : [{ clause: clause === '' ? null : clause, text: Object.fromEntries(said) }];
}

interface FieldsProps extends Pick<PanelProps, 'languageOf' | 'me'> {
  readonly clauses: readonly { readonly id: string }[];
  readonly value: ReservationValues;
  readonly change: (value: ReservationValues) => void;
}

/** Beside what a reservation stands, and its text in both languages or one. */
export function ReservationFields({ clauses, value, change, languageOf, me }: FieldsProps): ReactNode {
  const { t, i18n } = useTranslation(['ratification', 'statements']);
  const languages = [languageOf.a, languageOf.b].toSorted(
    (one, other) => Number(other === me.writesIn) - Number(one === me.writesIn),
  );
  return (
    <div className="stack">
      <SelectField
        label={t('reservation.about')}
        value={value.clause}
        options={[
          { value: '', label: t('reservation.whole') },
          ...clauses.map(({ id }, at) => ({ value: id, label: t('statements:clause.number', { number: at + 1 }) })),
        ]}
        onChange={({ target }) => change({ ...value, clause: target.value })}
      />
      {languages.map((language) => (
        <TextArea
          key={language}
          label={t('reservation.text', { language: languageName(i18n.language, language) })}
          hint={t('reservation.one_is_enough')}
          lang={language}
          dir={directionOf(language)}
          maxLength={ratificationLimits.reservation}
          value={value.text[language] ?? ''}
          onChange={({ target }) => change({ ...value, text: { ...value.text, [language]: target.value } })}
        />
      ))}
    </div>
  );
}
