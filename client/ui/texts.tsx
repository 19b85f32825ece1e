import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '../../shared/language/language.js';

type TextsByLanguage = Readonly<Record<string, string>>;

/** The language a text is shown in: the reader's where there is one, else one that is there. */
const shownIn = (texts: TextsByLanguage, reader: string): string =>
  [reader, 'en', ...Object.keys(texts)].find((one) => texts[one] !== undefined) ?? '';

/** A text that exists in several languages, in the reader's where it does, and always said to be in the one it is in. */
export function Texts({ texts }: { texts: TextsByLanguage }): ReactNode {
  const { i18n } = useTranslation();
  const language = shownIn(texts, i18n.language);
  return (
    <span lang={language} dir={directionOf(language)} className="texts">
      {texts[language]}
    </span>
  );
}

/** Stands in a sentence where a text of people comes; no sentence has it. */
const mark = '\uE000';

interface SentenceProps {
  /** Says the sentence with these in the places of the texts. */
  readonly say: (places: Readonly<Record<string, string>>) => string;
  readonly texts: Readonly<Record<string, TextsByLanguage>>;
}

/** A sentence of ours with words of people in it; these are said to be in the language they are in, whatever ours is. */
export function Sentence({ say, texts }: SentenceProps): ReactNode {
  const { i18n } = useTranslation();
  const places = Object.fromEntries(Object.keys(texts).map((name) => [name, `${mark}${name}${mark}`]));
  return say(places)
    .split(mark)
    .map((part, at) => {
      const text = at % 2 === 1 ? texts[part] : undefined;
      if (!text) return <Fragment key={at}>{part}</Fragment>;
      const language = shownIn(text, i18n.language);
      return (
        <bdi key={at} lang={language} dir={directionOf(language)}>
          {text[language]}
        </bdi>
      );
    });
}
