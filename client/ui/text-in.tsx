import type { ReactNode } from 'react';
import { directionOf } from '../../shared/language/language.js';
import { isErased, withoutErased } from '../../shared/language/erased-text.rules.js';
import type { ErasedPart } from '../../shared/record/erased-part.js';
import { ErasedText } from './erased-text';

interface TextInProps {
  readonly texts: Readonly<Record<string, string>>;
  /** In the order in which they are wished for. */
  readonly languages: readonly string[];
  readonly erased?: readonly ErasedPart[];
}

/** A text in the first of some languages that it has, said to be in it; where it was erased in all, that it was. */
export function TextIn({ texts, languages, erased }: TextInProps): ReactNode {
  if (isErased(texts)) return <ErasedText erased={erased} />;
  const left = withoutErased(texts);
  const language = languages.find((one) => left[one] !== undefined) ?? '';
  return (
    <span className="texts" lang={language} dir={directionOf(language)}>
      {texts[language]}
    </span>
  );
}
