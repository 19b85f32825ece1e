import { useEffect, useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { directionOf } from '../../../shared/language/language.js';
import type { ConceptView } from '../../../shared/translation/glossary.schema.js';
import { languageName } from '../../lib/format';
import { Texts } from '../texts';
import { noteId, type ContestedTerms } from './contested-terms';
import { useShownTerm } from './use-shown-term';
import './terms.css';

/** The notes of contested words: the one that is open, beside its words, and all of them for those who hear the page. */
export function TermNotes({ terms }: { terms: ContestedTerms }): ReactNode {
  const { t } = useTranslation('glossary');
  const note = useRef<HTMLElement>(null);
  const [shown, close] = useShownTerm(note);
  const concept = shown && terms.contested.find(({ id }) => id === shown.concept);
  useBeside(note, concept && shown.words, close);
  return (
    <>
      <div hidden>
        {terms.contested.map(({ id, note: texts }) => (
          <p key={id} id={noteId(id)}>
            {t('mark.contested')}: <Texts texts={texts} />
          </p>
        ))}
      </div>
      <div className="visually-hidden" role="status">
        {concept && shown.byCaret && (
          <>
            {t('mark.contested')}: <Texts texts={concept.note} />
          </>
        )}
      </div>
      <aside ref={note} popover="manual" className="term-note no-print" aria-label={t('mark.contested')}>
        {concept && <Note concept={concept} dyad={terms.dyad} />}
      </aside>
    </>
  );
}

/** What the words are called on both sides, and what the sides say of them. */
function Note({ concept, dyad }: { concept: ConceptView; dyad: string }): ReactNode {
  const { t, i18n } = useTranslation('glossary');
  const languages = [...new Set(concept.terms.map(({ language }) => language))];
  const inOrder = languages.toSorted((one, other) => Number(other === i18n.language) - Number(one === i18n.language));
  return (
    <>
      <p className="small soft">{t('mark.contested')}</p>
      <dl className="term-note__words">
        {inOrder.map((language) => (
          <div key={language}>
            <dt className="small soft">{languageName(i18n.language, language)}</dt>
            <dd lang={language} dir={directionOf(language)}>
              {concept.terms
                .filter((term) => term.language === language)
                .map(({ form, status }, at) => (
                  <span key={form}>
                    {at > 0 && ' · '}
                    <span className={`term-form term-form--${status}`}>{form}</span>
                  </span>
                ))}
            </dd>
          </div>
        ))}
      </dl>
      <p className="term-note__text">
        <Texts texts={concept.note} />
      </p>
      <Link to={`/d/${dyad}/glossary#concept-${concept.id}`}>{t('mark.in_glossary')}</Link>
    </>
  );
}

/** How far a note stands from its words, and from the edge of the screen, in pixels. */
const distance = 6;
const edge = 8;

/** Sets a note beneath its words, or above them where there is no room; it goes with them when the page moves. */
function useBeside(note: RefObject<HTMLElement | null>, words: HTMLElement | undefined, close: () => void): void {
  const leave = useRef(close);
  useEffect(() => {
    leave.current = close;
  });
  useLayoutEffect(() => {
    const panel = note.current;
    if (!panel || !words) return undefined;
    panel.showPopover();
    const place = (): void => {
      if (!setBeside(panel, words)) leave.current();
    };
    place();
    addEventListener('scroll', place, { capture: true, passive: true });
    addEventListener('resize', place);
    return () => {
      removeEventListener('scroll', place, { capture: true });
      removeEventListener('resize', place);
      panel.hidePopover();
    };
  }, [note, words]);
}

/** False when the words are not there any more, or not in sight. */
function setBeside(panel: HTMLElement, words: HTMLElement): boolean {
  const [line] = words.getClientRects();
  if (!line || line.bottom < 0 || line.top > innerHeight) return false;
  const { width, height } = panel.getBoundingClientRect();
  const start = getComputedStyle(words).direction === 'rtl' ? line.right - width : line.left;
  const left = Math.max(edge, Math.min(start, document.documentElement.clientWidth - width - edge));
  const below = line.bottom + distance;
  const top = below + height + edge <= innerHeight ? below : Math.max(edge, line.top - height - distance);
  panel.style.left = `${left}px`;
  panel.style.top = `${top}px`;
  return true;
}
