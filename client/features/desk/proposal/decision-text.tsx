import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CharterView } from '../../../../shared/dyads/dyad.schema.js';
import { directionOf } from '../../../../shared/language/language.js';
import type { ContentMeasure, Sanction } from '../../../../shared/moderation/decision-classes.rules.js';
import type { ReasonCode } from '../../../../shared/moderation/reasons.js';
import { FacingTexts } from '../../../ui/facing-texts';
import { useSentencesIn } from '../sentences-in';
import './proposal.css';

/** What a proposal says, whether it is being written or was made. */
export interface Decision {
  readonly measure: ContentMeasure | null;
  readonly passages: readonly string[];
  readonly sanction: Sanction | null;
  readonly reason: ReasonCode | null;
  readonly article: number | null;
  readonly facts: Readonly<Record<string, string>>;
}

export type Article = CharterView['articles'][number];

interface DecisionTextProps {
  readonly decision: Decision;
  /** The languages of both sides, the reader's own first. */
  readonly languages: readonly string[];
  /** The articles of the charter in force. */
  readonly articles: readonly Article[];
}

/** What would be decided, on facing pages: each side reads it in its own language, and both read the same. */
export function DecisionText({ decision, languages, articles }: DecisionTextProps): ReactNode {
  return (
    <div className="decision">
      <FacingTexts
        languages={languages}
        page={(language) => <Page decision={decision} language={language} articles={articles} />}
      />
    </div>
  );
}

function Page({
  decision,
  language,
  articles,
}: Omit<DecisionTextProps, 'languages'> & { language: string }): ReactNode {
  const { i18n } = useTranslation('moderation');
  const own = useSentencesIn(language);
  const t = own ?? i18n.getFixedT(i18n.language, 'moderation');
  const { measure, sanction, reason, article, passages, facts } = decision;
  const title = articles.find(({ number }) => number === article)?.title[language];
  return (
    <>
      <div {...(!own && { lang: i18n.language, dir: directionOf(i18n.language) })}>
        {measure && <p className="decision__what">{t(`measure.said.${measure}`)}</p>}
        {sanction && (
          <p className="decision__what">{t(`sanction.said.${sanction.kind}`, { count: sanction.days ?? 0 })}</p>
        )}
        {reason && <p>{t('decision.reason', { reason: t(`reason.${reason}`) })}</p>}
        {article !== null && <p>{t('decision.article', { number: article, title: title ?? '' })}</p>}
      </div>
      {measure === 'redact' && passages.length > 0 && (
        <ul>
          {passages.map((passage) => (
            <li key={passage}>
              <q dir="auto">{passage}</q>
            </li>
          ))}
        </ul>
      )}
      {facts[language] && <p className="decision__facts">{facts[language]}</p>}
    </>
  );
}
