import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '../../../../shared/language/language.js';
import type { VersionBrief } from '../../../../shared/statements/version.schema.js';
import { formatDay } from '../../../lib/format';
import { Button } from '../../../ui/button';
import { Person, type SideName } from './people';

interface VersionListProps {
  readonly versions: readonly VersionBrief[];
  readonly sideName: SideName;
  readonly mayRestore: boolean;
  readonly onRead: (number: number) => void;
  readonly onCompare: (number: number) => void;
  readonly onRestore: (number: number) => void;
}

/** The versions that were kept, newest first: who, which day, and what changed since the one before. */
export function VersionList({ versions, ...acts }: VersionListProps): ReactNode {
  return (
    <ol className="plain-list stack">
      {versions.map((version) => (
        <VersionItem key={version.number} version={version} {...acts} />
      ))}
    </ol>
  );
}

type ItemProps = Omit<VersionListProps, 'versions'> & { readonly version: VersionBrief };

function VersionItem({ version, sideName, mayRestore, onRead, onCompare, onRestore }: ItemProps): ReactNode {
  const { t, i18n } = useTranslation('statement-versions');
  const { number, name, by, on, hash } = version;
  return (
    <li className="sheet version">
      <h2>
        {t('list.number', { number })}
        {name && (
          <>
            {' · '}
            <bdi lang={name.language} dir={directionOf(name.language)}>
              {name.text}
            </bdi>
          </>
        )}
      </h2>
      <p className="row small soft">
        {version.kind === 'frozen' && <span className="tag">{t('list.frozen')}</span>}
        {version.restores !== null && <span className="tag">{t('list.restored', { number: version.restores })}</span>}
        <Person of={by} sideName={sideName} />
        <time dateTime={on}>{formatDay(i18n.language, on)}</time>
      </p>
      <Since version={version} />
      <div className="row">
        <Button onClick={() => onRead(number)}>{t('list.read')}</Button>
        <Button onClick={() => onCompare(number)}>{t('list.compare')}</Button>
        {mayRestore && <Button onClick={() => onRestore(number)}>{t('list.restore')}</Button>}
      </div>
      <details className="small">
        <summary>{t('list.fingerprint')}</summary>
        <p>
          <code className="fingerprint" dir="ltr">
            {hash}
          </code>
        </p>
      </details>
    </li>
  );
}

function Since({ version: { since } }: { version: VersionBrief }): ReactNode {
  const { t, i18n } = useTranslation('statement-versions');
  if (!since) return <p className="small">{t('list.first')}</p>;
  const numbers = (of: readonly number[]): string =>
    new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(of.map(String));
  const isSame = [since.added, since.changed, since.removed].every((one) => one.length === 0) && !since.reordered;
  return (
    <p className="small">
      {isSame && t('list.same')}
      {since.added.length > 0 && <>{t('list.added', { numbers: numbers(since.added) })} </>}
      {since.changed.length > 0 && <>{t('list.changed', { numbers: numbers(since.changed) })} </>}
      {since.removed.length > 0 && <>{t('list.removed', { numbers: numbers(since.removed) })} </>}
      {since.reordered && t('list.reordered')}
    </p>
  );
}
