import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { statementShape } from '../../../../shared/documents/document-shape.js';
import { directionOf } from '../../../../shared/language/language.js';
import { languageName } from '../../../lib/format';

interface FacingSidesProps {
  readonly languageOf: { readonly a: string; readonly b: string };
  /** The language whose text stands first for this reader: their own. */
  readonly own: string;
  readonly page: (side: 'a' | 'b') => ReactNode;
}

/** Both texts as facing pages, each in its language and direction; neither is always first. */
export function FacingSides({ languageOf, own, page }: FacingSidesProps): ReactNode {
  const { i18n } = useTranslation();
  const sides = statementShape.texts.toSorted(
    (one, other) => Number(languageOf[other] === own) - Number(languageOf[one] === own),
  );
  return (
    <div className="clause__pages">
      {sides.map((side) => (
        <section key={side} className="clause__page">
          <p className="small soft">{languageName(i18n.language, languageOf[side])}</p>
          <div lang={languageOf[side]} dir={directionOf(languageOf[side])} className="read-text">
            {page(side)}
          </div>
        </section>
      ))}
    </div>
  );
}
