import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DyadView, OwnMemberView } from '../../../shared/dyads/dyad.schema.js';
import { ListInForce } from '../../features/dyads/lists/list-in-force';
import { useWordlists, type Wordlists as Lists } from '../../features/dyads/lists/lists-api';
import { WordEntryLine } from '../../features/dyads/lists/word-entry';
import { languageName } from '../../lib/format';
import { ButtonLink } from '../../ui/button';
import { Loading, Problem } from '../../ui/states';
import { MembersOnly } from '../gate';
import { listLanguages } from '../languages-of';
import { useTitle } from '../use-title';

export function Wordlists(): ReactNode {
  return <MembersOnly>{(dyad, me) => <WordlistsPage dyad={dyad} me={me} />}</MembersOnly>;
}

interface PageProps {
  readonly dyad: DyadView;
  readonly me: OwnMemberView;
}

/** Who may read the lists: the words on them hurt, and who knows them can write around them. */
const readers: readonly string[] = ['moderator', 'steward', 'evaluator'];

/** The words and addresses that both sides agreed on, each list with its version, and the way to change one. */
function WordlistsPage({ dyad, me }: PageProps): ReactNode {
  const { t } = useTranslation('wordlists');
  useTitle(t('title'));
  const mayRead = me.roles.some((role) => readers.includes(role));
  return (
    <div className="stack">
      <h1>{t('title')}</h1>
      <p className="measure">{mayRead ? t('what') : t('only')}</p>
      {mayRead && <InForce dyad={dyad} me={me} />}
    </div>
  );
}

function InForce({ dyad, me }: PageProps): ReactNode {
  const lists = useWordlists(dyad.slug);
  if (lists.error) return <Problem error={lists.error} retry={() => void lists.refetch()} />;
  if (!lists.data) return <Loading />;
  const begin = me.roles.includes('steward') && me.side !== 'neutral' ? `/d/${dyad.slug}/stewards?begin=` : undefined;
  return (
    <>
      {listLanguages(dyad, me.writesIn).map((language) => (
        <WordlistSection key={language} language={language} begin={begin} lists={lists.data.lists} />
      ))}
      <HostsSection begin={begin} hosts={lists.data.hosts} />
    </>
  );
}

interface SectionProps {
  /** Where a change is begun; nothing for those who can begin none. */
  readonly begin: string | undefined;
}

function WordlistSection(props: SectionProps & { language: string; lists: Lists['lists'] }): ReactNode {
  const { language, begin, lists } = props;
  const { t, i18n } = useTranslation('wordlists');
  const list = lists.find((one) => one.language === language);
  return (
    <section className="stack word-list">
      <h2>{t('in_language', { language: languageName(i18n.language, language) })}</h2>
      {list ? (
        <ListInForce
          {...list}
          count={t('entries', { count: list.entries.length })}
          all={list.entries}
          nameOf={({ text }) => text}
        >
          {(entry) => <WordEntryLine entry={entry} language={language} />}
        </ListInForce>
      ) : (
        <p>{t('none')}</p>
      )}
      {begin !== undefined && <Change to={`${begin}wordlist&language=${language}`} />}
    </section>
  );
}

function HostsSection({ begin, hosts }: SectionProps & { hosts: Lists['hosts'] }): ReactNode {
  const { t } = useTranslation('wordlists');
  return (
    <section className="stack word-list">
      <h2>{t('hosts.title')}</h2>
      <p className="measure soft">{t('hosts.what')}</p>
      {hosts ? (
        <ListInForce
          {...hosts}
          count={t('hosts.entries', { count: hosts.hosts.length })}
          all={hosts.hosts}
          nameOf={(host) => host}
        >
          {(host) => <bdi dir="ltr">{host}</bdi>}
        </ListInForce>
      ) : (
        <p>{t('hosts.none')}</p>
      )}
      {begin !== undefined && <Change to={`${begin}hosts`} />}
    </section>
  );
}

function Change({ to }: { readonly to: string }): ReactNode {
  const { t } = useTranslation('wordlists');
  return (
    <p>
      <ButtonLink to={to}>{t('change')}</ButtonLink>
    </p>
  );
}
