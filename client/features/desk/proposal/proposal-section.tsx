import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskItem } from '../../../../shared/moderation/desk.schema.js';
import type { ProposalView } from '../../../../shared/moderation/proposal.schema.js';
import { formatTime, formatWait } from '../../../lib/format';
import { useNow } from '../../../lib/use-now';
import { MemberName, type SideName } from '../../../ui/member-name';
import { DecisionText, type Article } from './decision-text';
import { PanelPart } from './panel-part';
import './proposal.css';

interface ProposalProps {
  readonly item: DeskItem;
  readonly sideName: SideName;
  readonly languages: readonly string[];
  readonly articles: readonly Article[];
}

/** What is proposed about a case, or was decided last: what it does, whose keys it has and misses, and until when. */
export function ProposalSection({ item, sideName, languages, articles }: ProposalProps): ReactNode {
  const { t } = useTranslation('moderation');
  const { proposal } = item;
  if (!proposal) return null;
  return (
    <section className="desk-part proposal-part" aria-labelledby={`proposal-${proposal.id}`}>
      <h3 id={`proposal-${proposal.id}`}>{t(`proposal.${proposal.state}`)}</h3>
      <DecisionText decision={proposal} languages={languages} articles={articles} />
      <p className="small">{t(`class.${proposal.class}`)}</p>
      <Keys proposal={proposal} sideName={sideName} />
      {proposal.state === 'open' && <Clock proposal={proposal} sideName={sideName} />}
      {proposal.panel && <PanelPart panel={proposal.panel} sideName={sideName} />}
    </section>
  );
}

/** The keys as they were given. One for an earlier wording stays to be seen, and counts no more. */
function Keys({ proposal, sideName }: { proposal: ProposalView; sideName: SideName }): ReactNode {
  const { t, i18n } = useTranslation('moderation');
  if (proposal.keys.length === 0) return null;
  return (
    <ul className="plain-list keys">
      {proposal.keys.map(({ by, at, counts, verdict, note, proxyFor, reviewed }) => (
        <li key={`${by.id}${at}`} className={counts ? undefined : 'keys__void'}>
          <p className="row small">
            <MemberName member={by} sideName={sideName} />
            <span>
              {verdict === 'oppose' ? t('keys.opposed') : t('keys.given')}
              {proxyFor && ` · ${t('keys.proxy', { side: sideName(proxyFor) })}`}
              {proxyFor && counts && ` · ${reviewed ? t('keys.reviewed') : t('keys.to_review')}`}
              {!counts && ` · ${t('keys.void')}`}
            </span>
            <time className="soft" dateTime={at}>
              {formatTime(i18n.language, at)}
            </time>
          </p>
          {note && (
            <blockquote dir="auto" className="small">
              {note}
            </blockquote>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Whose key is missing, and how long it can still be given; said in words, and again every half minute. */
function Clock({ proposal, sideName }: { proposal: ProposalView; sideName: SideName }): ReactNode {
  const { t, i18n } = useTranslation('moderation');
  const minutes = (new Date(proposal.expiresAt).getTime() - useNow()) / 60_000;
  const missing = proposal.missing.map(sideName).join(', ');
  return (
    <div className="notice">
      <div>
        {missing && <p>{t('keys.missing', { count: proposal.missing.length, sides: missing })}</p>}
        <p>
          {minutes > 0
            ? t('proposal.time_left', {
                wait: formatWait(i18n.language, minutes),
                time: formatTime(i18n.language, proposal.expiresAt),
              })
            : t('proposal.time_over')}
        </p>
      </div>
    </div>
  );
}
