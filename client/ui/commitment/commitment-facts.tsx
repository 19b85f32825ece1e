import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommitmentContentView } from '../../../shared/commitments/commitment.schema.js';
import { formatDay } from '../../lib/format';
import { formatScaled } from '../../lib/numbers';
import { PromisorMarks } from '../promisor-marks';
import type { SideName } from '../member-name';
import { SideMark } from '../side-mark';
import { TextIn } from '../text-in';
import { Texts } from '../texts';
import { FacingWords } from './commitment-texts';
import './commitment.css';

interface CommitmentFactsProps {
  readonly content: Omit<CommitmentContentView, 'milestones'>;
  /** Of both sides, in the order in which they stand for this reader. */
  readonly languages: readonly string[];
  readonly sideName: SideName;
  /** Where it comes from, in words. */
  readonly origin: ReactNode;
}

/** Who promised what, measured by what, by when, and who is responsible for it. */
export function CommitmentFacts({ content, languages, sideName, origin }: CommitmentFactsProps): ReactNode {
  const { t, i18n } = useTranslation('commitments');
  const { promisor, organisations, indicator, deadline } = content;
  const { name, unit, decimals, baseline, target } = indicator;
  const wished = [i18n.language, ...languages];
  const value = (scaled: number) => (
    <>
      <span className="figures">{formatScaled(i18n.language, scaled, decimals)}</span>{' '}
      <TextIn texts={unit} languages={wished} />
    </>
  );
  return (
    <dl className="commitment-facts">
      <dt>{t('fact.whose')}</dt>
      <dd className="row">
        <PromisorMarks promisor={promisor} sideName={sideName} />
        {promisor === 'joint' ? t('promisor.joint') : sideName(promisor)}
      </dd>
      <dt>{t('fact.responsible')}</dt>
      <dd>
        <ul className="plain-list">
          {organisations.map((one) => (
            <li key={one.id} className="row">
              <SideMark side={one.side} label={sideName(one.side)} />{' '}
              <TextIn texts={one.name} languages={[...wished, ...Object.keys(one.name)]} />
            </li>
          ))}
        </ul>
      </dd>
      <dt>{t('fact.deadline')}</dt>
      <dd>
        <time dateTime={deadline}>{formatDay(i18n.language, deadline)}</time>
      </dd>
      <dt>{t('fact.indicator')}</dt>
      <dd>
        <FacingWords texts={name} languages={languages} />
      </dd>
      <dt>{t('fact.baseline')}</dt>
      <dd>{value(baseline)}</dd>
      <dt>{t('fact.target')}</dt>
      <dd>{value(target)}</dd>
      <dt>{t('fact.origin')}</dt>
      <dd>{origin}</dd>
    </dl>
  );
}

/** The agreement that a commitment comes from, where it is none that was made here. */
export function AgreementOrigin({
  origin,
}: {
  origin: Extract<CommitmentContentView['origin'], { type: 'agreement' }>;
}): ReactNode {
  const { t, i18n } = useTranslation('commitments');
  const { name, article, link, day } = origin;
  return (
    <>
      <a href={link} rel="noreferrer">
        <Texts texts={name} />
      </a>
      , <bdi>{article}</bdi> ({t('origin.made_on', { day: formatDay(i18n.language, day) })})
    </>
  );
}
