import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isErased, withoutErased } from '../../shared/language/erased-text.rules.js';
import { directionOf } from '../../shared/language/language.js';
import type { ErasedPart } from '../../shared/record/erased-part.js';
import { ErasedText } from './erased-text';

type TextsByLanguage = Readonly<Record<string, string>>;

/** The language a text is shown in: the reader's where there is one, else one that is there. */
function shownIn(texts: TextsByLanguage, reader: string): string {
  const left = withoutErased(texts);
  return [reader, 'en', ...Object.keys(left)].find((one) => left[one] !== undefined) ?? '';
}

/** A text that exists in several languages, in the reader's where it does, and always said to be in the one it is in. */
export function Texts({ texts, erased }: { texts: TextsByLanguage; erased?: readonly ErasedPart[] }): ReactNode {
  const { i18n } = useTranslation();
  if (isErased(texts)) return <ErasedText erased={erased} />;
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
  readonly texts?: Readonly<Record<string, TextsByLanguage>>;
  /** Names are in no language, and run in the direction of their letters. */
  readonly names?: Readonly<Record<string, string>>;
}

/** A sentence of ours with words of people in it; these are said to be in the language they are in, whatever ours is. */
export function Sentence({ say, texts = {}, names = {} }: SentenceProps): ReactNode {
  const { i18n } = useTranslation();
  const places = Object.fromEntries(Object.keys({ ...texts, ...names }).map((name) => [name, `${mark}${name}${mark}`]));
  return say(places)
    .split(mark)
    .map((part, at) => {
      const text = texts[part];
      if (at % 2 === 0) return <Fragment key={at}>{part}</Fragment>;
      if (!text) return <bdi key={at}>{names[part]}</bdi>;
      const language = shownIn(text, i18n.language);
      return (
        <bdi key={at} lang={language} dir={directionOf(language)}>
          {text[language]}
        </bdi>
      );
    });
}
