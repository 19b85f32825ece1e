import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CommitmentContentView } from '../../../shared/commitments/commitment.schema.js';
import { formatDay } from '../../lib/format';
import { formatScaled, formatShare } from '../../lib/numbers';
import { ErasedText } from '../erased-text';
import type { SideName } from '../member-name';
import { FacingTexts } from '../facing-texts';
import { AgreementOrigin, CommitmentFacts } from './commitment-facts';
import { FacingWords } from './commitment-texts';

interface CommitmentContentProps {
  readonly dyad: string;
  readonly content: CommitmentContentView;
  readonly languages: readonly string[];
  readonly sideName: SideName;
  /** Of its parts, below the heading of whatever it stands in. */
  readonly heading: 'h2' | 'h3' | 'h4';
}

/** All of a commitment that is not adopted yet: what stewards of both sides read before they say yes. */
export function CommitmentContent(props: CommitmentContentProps): ReactNode {
  const { dyad, content, languages, sideName, heading: Heading } = props;
  const { t } = useTranslation('commitments');
  const { title, text, origin, evidenceStandard, supersedes } = content;
  return (
    <div className="stack">
      <div className="authentic-pair">
        <FacingTexts
          languages={languages}
          page={(language) => (
            <>
              <Heading>{title[language] || <ErasedText />}</Heading>
              <p className="article__body">{text[language]}</p>
            </>
          )}
        />
      </div>
      {supersedes !== null && (
        <p>
          <Link to={`/d/${dyad}/commitments/${supersedes}`}>{t('supersedes')}</Link>
        </p>
      )}
      <CommitmentFacts
        content={content}
        languages={languages}
        sideName={sideName}
        origin={
          origin.type === 'agreement' ? (
            <AgreementOrigin origin={origin} />
          ) : (
            <Link to={`/d/${dyad}/statements/${origin.statement}/ratified`}>
              {t('origin.clause', { number: origin.clause })}
            </Link>
          )
        }
      />
      <Heading>{t('fact.evidence_standard')}</Heading>
      <FacingWords texts={evidenceStandard} languages={languages} />
      <Heading>{t('milestones.title')}</Heading>
      <Terms content={content} languages={languages} />
    </div>
  );
}

function Terms({ content, languages }: Pick<CommitmentContentProps, 'content' | 'languages'>): ReactNode {
  const { t, i18n } = useTranslation('commitments');
  const { milestones, indicator } = content;
  const whole = milestones.reduce((sum, { weight }) => sum + weight, 0);
  return (
    <ol className="milestone-terms">
      {milestones.map(({ number, title, due, value, weight }) => (
        <li key={number}>
          <FacingWords texts={title} languages={languages} />
          <p className="small">
            {t('milestones.by', { day: formatDay(i18n.language, due) })} ·{' '}
            {t('milestones.share_of', { share: formatShare(i18n.language, weight / whole) })}
            {value !== null && (
              <> · {t('milestones.value_is', { value: formatScaled(i18n.language, value, indicator.decimals) })}</>
            )}
          </p>
        </li>
      ))}
    </ol>
  );
}
