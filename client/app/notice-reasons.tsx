import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { directionOf } from '../../shared/language/language.js';
import type { DecisionNotice } from '../../shared/moderation/notice.schema.js';
import { useCharterVersion } from '../features/dyads/api';
import { Decided } from '../features/notices/decided';
import { HowItCame } from '../features/notices/how-it-came';
import { DecisionProof, StatementFile } from '../features/notices/statement-file';
import { AuthenticPair } from '../ui/authentic-pair';
import { RichTextView } from '../ui/rich-text';
import { Texts } from '../ui/texts';

interface ReasonsProps {
  readonly dyad: string;
  readonly notice: DecisionNotice;
  /** A text in the languages of both sides. */
  readonly facing: (texts: Readonly<Record<string, string>>) => ReactNode;
}

/** The statement of reasons, from its closed parts and what moderators of both sides wrote. */
export function NoticeReasons({ dyad, notice, facing }: ReasonsProps): ReactNode {
  return (
    <>
      <Decided dyad={dyad} notice={notice} />
      <Why dyad={dyad} notice={notice} facing={facing} />
      <HowItCame notice={notice} />
      {notice.hasStatement && <StatementFile dyad={dyad} notice={notice.id} />}
      {notice.isCommitted && <DecisionProof dyad={dyad} notice={notice.id} />}
    </>
  );
}

function Why({ dyad, notice, facing }: ReasonsProps): ReactNode {
  const { t } = useTranslation('notices');
  const { reason, reasonVersion, facts, note, words } = notice;
  return (
    <section aria-labelledby="why">
      <h2 id="why">{t('why')}</h2>
      <p className="notice-reason">{t(`reason.${reasonVersion}.${reason}`)}</p>
      <Ground dyad={dyad} notice={notice} />
      {Object.keys(facts).length > 0 && (
        <>
          <h3>{t('found')}</h3>
          {facing(facts)}
        </>
      )}
      {note !== '' && (
        <>
          <h3>{t('note')}</h3>
          <blockquote className="notice-quote" lang="" dir="auto">
            {note}
          </blockquote>
        </>
      )}
      {words && <JudgedWords words={words} />}
    </section>
  );
}

/** The rule that was applied, as it was then: an article of the charter, or the charter as a whole. */
function Ground({ dyad, notice: { policyVersion, article } }: { dyad: string; notice: DecisionNotice }): ReactNode {
  const { t } = useTranslation('notices');
  const charter = useCharterVersion(dyad, policyVersion);
  const meant = charter.data?.articles.find(({ number }) => number === article);
  const hash = article === null ? '' : `#article-${article}`;
  return (
    <p>
      <Link className="target-link" to={`/d/${dyad}/charter?version=${policyVersion}${hash}`}>
        {article === null
          ? t('charter', { version: policyVersion })
          : t('article', { version: policyVersion, article })}
      </Link>
      {meant && (
        <span className="soft">
          {' · '}
          <Texts texts={meant.title} />
        </span>
      )}
    </p>
  );
}

/** One's own words, as they were decided on. */
function JudgedWords({
  words: { body, language, facing, passages },
}: {
  words: NonNullable<DecisionNotice['words']>;
}): ReactNode {
  const { t, i18n } = useTranslation('notices');
  return (
    <details className="notice-words">
      <summary>{t('words')}</summary>
      {facing ? (
        <AuthenticPair texts={[{ language, body }, facing]} reader={i18n.language} />
      ) : (
        <RichTextView text={body} lang={language} dir={directionOf(language)} />
      )}
      {passages.length > 0 && (
        <>
          <h3>{t('passages')}</h3>
          <ul>
            {passages.map((passage) => (
              <li key={passage} lang={language} dir={directionOf(language)}>
                {passage}
              </li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
}
