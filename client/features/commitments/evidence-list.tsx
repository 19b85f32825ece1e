import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Evidence } from '../../../shared/commitments/progress.schema.js';
import { formatDay } from '../../lib/format';
import { formatCount } from '../../lib/numbers';

/** What was shown as evidence: files by their hashes, and addresses with the day on which somebody looked at them. */
export function EvidenceList({ evidence: { files, links } }: { evidence: Evidence }): ReactNode {
  const { t, i18n } = useTranslation('commitments');
  if (files.length + links.length === 0) return null;
  return (
    <div className="evidence small">
      <p>{t('evidence.title')}</p>
      <ul>
        {files.map(({ name, sha256, bytes, link }) => (
          <li key={sha256}>
            {link === null ? (
              <bdi>{name}</bdi>
            ) : (
              <a href={link} rel="noreferrer">
                <bdi>{name}</bdi>
              </a>
            )}{' '}
            <span className="soft">{t('evidence.bytes', { size: formatCount(i18n.language, bytes) })}</span>
            <code dir="ltr" className="evidence__hash">
              {sha256}
            </code>
          </li>
        ))}
        {links.map(({ href, lookedAt }) => (
          <li key={href}>
            <a href={href} rel="noreferrer" dir="ltr" className="evidence__link">
              {href}
            </a>{' '}
            <span className="soft">{t('evidence.looked_at', { day: formatDay(i18n.language, lookedAt) })}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
