import type { ReactNode } from 'react';
import { directionOf } from '../../shared/language/language.js';

interface TextInProps {
  readonly texts: Readonly<Record<string, string>>;
  /** In the order in which they are wished for. */
  readonly languages: readonly string[];
}

/** A text in the first of some languages that it has, said to be in it. */
export function TextIn({ texts, languages }: TextInProps): ReactNode {
  const language = languages.find((one) => texts[one] !== undefined) ?? '';
  return (
    <span className="texts" lang={language} dir={directionOf(language)}>
      {texts[language]}
    </span>
  );
}
