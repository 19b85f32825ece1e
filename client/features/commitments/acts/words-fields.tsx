import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorOf } from '../../../lib/field-errors';
import { TextPairFields, type TextPair } from '../../../ui/text-pair-fields';

interface WordsFieldsProps {
  readonly label: string;
  /** Where the contract has the words: `narrative`. */
  readonly field: string;
  readonly languages: readonly string[];
  readonly value: TextPair;
  readonly maximum: number;
  readonly errorOf: ErrorOf;
  readonly change: (value: TextPair) => void;
}

/** Words in the language one writes in, and in the other one if one likes. */
export function WordsFields({ field, ...rest }: WordsFieldsProps): ReactNode {
  const { t } = useTranslation('commitment-acts');
  return <TextPairFields {...rest} long field={`${field}.text`} hint={t('words_hint')} />;
}

/** What was written, and in which language: the reader's own, unless only the other was filled. */
export function writtenWords(
  value: TextPair,
  languages: readonly string[],
): { language: string; text: Record<string, string> } {
  const given = languages.filter((one) => (value[one] ?? '').trim() !== '');
  const language = given[0] ?? languages[0] ?? '';
  return { language, text: inAll(value, given.length > 0 ? given : [language]) };
}

/** A text in all of some languages; what is still empty is sent empty, so that the contract says what is missing. */
export const inAll = (value: TextPair, languages: readonly string[]): Record<string, string> =>
  Object.fromEntries(languages.map((one) => [one, value[one]?.trim() ?? '']));
