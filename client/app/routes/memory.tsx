import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DyadView, OwnMemberView } from '../../../shared/dyads/dyad.schema.js';
import { EntryList } from '../../features/memory/entry-list';
import { ImportForm } from '../../features/memory/import-form';
import { TakeAlong } from '../../features/memory/take-along';
import { MembersOnly } from '../gate';
import { listLanguages } from '../languages-of';
import { useTitle } from '../use-title';

export function Memory(): ReactNode {
  return <MembersOnly>{(dyad, me) => <MemoryPage dyad={dyad} me={me} />}</MembersOnly>;
}

/** What people translated here, for those who translate: to look something up, confirm it, bring it and take it along. */
function MemoryPage({ dyad, me }: { dyad: DyadView; me: OwnMemberView }): ReactNode {
  const { t } = useTranslation('memory');
  useTitle(t('title'));
  const isSteward = me.roles.includes('steward');
  const mayRead = isSteward || me.roles.includes('moderator');
  return (
    <div className="stack">
      <h1>{t('title')}</h1>
      <p className="measure">{mayRead ? t('what') : t('only')}</p>
      {isSteward && <ImportForm dyad={dyad.slug} />}
      {mayRead && <TakeAlong dyad={dyad.slug} languages={listLanguages(dyad, me.writesIn)} />}
      {mayRead && <EntryList dyad={dyad.slug} side={me.side} />}
    </div>
  );
}
