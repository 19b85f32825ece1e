import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Evidence } from '../../../shared/commitments/progress.schema.js';
import { erasedText } from '../../../shared/language/erased-text.rules.js';
import type { ErasedPart } from '../../../shared/record/erased-part.js';
import { formatDay } from '../../lib/format';
import { formatCount } from '../../lib/numbers';
import { erasedAt, ErasedText } from '../../ui/erased-text';

/** What was shown as evidence: files by their hashes, and addresses with the day on which somebody looked at them. */
export function EvidenceList({
  evidence: { files, links },
  erased,
}: {
  evidence: Evidence;
  /** What was erased of the step that it was shown with. */
  erased: readonly ErasedPart[];
}): ReactNode {
  const { t, i18n } = useTranslation('commitments');
  if (files.length + links.length === 0) return null;
  return (
    <div className="evidence small">
      <p>{t('evidence.title')}</p>
      <ul>
        {files.map((file, at) => (
          <li key={at}>
            {file.sha256 === erasedText ? (
              <ErasedText erased={erasedAt(erased, `files.${at + 1}`)} />
            ) : (
              <File file={file} />
            )}
          </li>
        ))}
        {links.map(({ href, lookedAt }, at) => (
          <li key={at}>
            {href === erasedText ? (
              <ErasedText erased={erasedAt(erased, `links.${at + 1}`)} />
            ) : (
              <a href={href} rel="noreferrer" dir="ltr" className="evidence__link">
                {href}
              </a>
            )}{' '}
            <span className="soft">{t('evidence.looked_at', { day: formatDay(i18n.language, lookedAt) })}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function File({ file: { name, sha256, bytes, link } }: { file: Evidence['files'][number] }): ReactNode {
  const { t, i18n } = useTranslation('commitments');
  return (
    <>
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
    </>
  );
}
