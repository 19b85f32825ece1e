import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '../../shared/language/language.js';
import type { ErrorOf } from '../lib/field-errors';
import { languageName } from '../lib/format';
import { TextArea, TextField } from './field';
import './facing-texts.css';

export type TextPair = Readonly<Record<string, string>>;

interface PairProps {
  readonly label: string;
  readonly hint?: string;
  /** Where the contract has the pair: `details.title`. */
  readonly field: string;
  readonly languages: readonly string[];
  readonly value: TextPair;
  readonly maximum: number;
  readonly long?: boolean;
  readonly errorOf: ErrorOf;
  readonly change: (value: TextPair) => void;
}

/** One text in the languages of both sides, written side by side in fields of equal size. */
export function TextPairFields(props: PairProps): ReactNode {
  const { languages, value, change, errorOf, field, label, hint } = props;
  const { t, i18n } = useTranslation('dyads');
  const Control = props.long ? TextArea : TextField;
  return (
    <div className="pair">
      {languages.map((language) => {
        const named = t('forms.in_language', { label, language: languageName(i18n.language, language) });
        return (
          <Control
            key={language}
            label={named}
            hint={hint}
            error={errorOf(`${field}.${language}`, named)}
            lang={language}
            dir={directionOf(language)}
            value={value[language] ?? ''}
            maxLength={props.maximum}
            onChange={({ target }: { target: { value: string } }) => change({ ...value, [language]: target.value })}
          />
        );
      })}
    </div>
  );
}

/** What a pair says, without what was left empty: the contract then names what is missing. */
export const filled = (pair: TextPair, languages: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    languages.flatMap((language) => {
      const text = pair[language]?.trim() ?? '';
      return text === '' ? [] : [[language, text]];
    }),
  );
