import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OrganisationBrief } from '../../../shared/dyads/organisation.schema.js';
import type { RecordEntry } from '../../../shared/record/record.contract.js';
import { addressOf } from '../../lib/api-client';
import { formatDay } from '../../lib/format';
import { RecordSentence } from '../../ui/record-sentence';
import { Empty } from '../../ui/states';
import { Texts } from '../../ui/texts';
import './record.css';

/** Entries of the public record, like a ledger: a number that is a lasting link, a day, and what was done. */
export function RecordList({
  entries,
  below,
}: {
  entries: readonly RecordEntry[];
  /** What a page says of an entry besides, if anything. */
  below?: (entry: RecordEntry) => ReactNode;
}): ReactNode {
  const { t } = useTranslation('dyads');
  if (entries.length === 0) return <Empty title={t('record.empty')} />;
  return (
    <ol className="plain-list ledger">
      {entries.map((entry) => (
        <Entry key={entry.seq} entry={entry}>
          {below?.(entry)}
        </Entry>
      ))}
    </ol>
  );
}

function Entry({ entry, children }: { entry: RecordEntry; children: ReactNode }): ReactNode {
  const { t, i18n } = useTranslation(['dyads', 'public']);
  const signers = organisationsIn(entry.about['organisations']);
  return (
    <li id={`entry-${entry.seq}`}>
      <Link
        className="ledger__number"
        to={`/d/${entry.dyad}/record#entry-${entry.seq}`}
        aria-label={t('public:ledger.link', { number: entry.seq })}
      >
        {t('record.number', { number: entry.seq })}
      </Link>
      <time className="ledger__day" dateTime={entry.on}>
        {formatDay(i18n.language, entry.on)}
      </time>
      <span className="ledger__what">
        <RecordSentence entry={entry} />
        {entry.erased.map(({ on, ground }) => (
          <span key={`${on} ${ground}`} className="small soft" data-erased={ground}>
            {' '}
            {t('record.was_erased', { day: formatDay(i18n.language, on), ground: t(`record.ground.${ground}`) })}
          </span>
        ))}
        {entry.kind === 'moderation.digest' && <Digest entry={entry} />}
        {signers.length > 0 && <Signers organisations={signers} />}
        {children}
      </span>
    </li>
  );
}

const organisationsIn = (value: RecordEntry['about'][string] | undefined): OrganisationBrief[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'object') : [];

/** Where the digest of a day can be had, and the hash by which the record commits to it. */
function Digest({ entry: { dyad, about } }: { entry: RecordEntry }): ReactNode {
  const { t } = useTranslation('dyads');
  const { day, hash } = about;
  if (typeof day !== 'string' || typeof hash !== 'string') return null;
  return (
    <span className="ledger__digest small">
      <a href={addressOf('GET /api/dyads/:dyad/digests/:day', { params: { dyad, day } })}>{t('record.digest_file')}</a>
      <code dir="ltr">{hash}</code>
    </span>
  );
}

/** The organisations that signed, by their names. */
function Signers({ organisations }: { organisations: readonly OrganisationBrief[] }): ReactNode {
  return (
    <span className="small soft">
      {' '}
      {organisations.map(({ id, name }, at) => (
        <span key={id}>
          {at > 0 && ' · '}
          <Texts texts={name} />
        </span>
      ))}
    </span>
  );
}
