import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DyadView, OwnMemberView } from '../../../shared/dyads/dyad.schema.js';
import { useAskForTranslation } from '../../features/forum/api';
import { useTranslationWork } from '../../features/translation/api';
import { NewsList } from '../../features/translation/news-list';
import { WorkList } from '../../features/translation/work-list';
import { useAnnounce } from '../../ui/announcer';
import { Loading, Problem } from '../../ui/states';
import { MembersOnly } from '../gate';
import { useTitle } from '../use-title';

export function Translations(): ReactNode {
  return <MembersOnly>{(dyad, me) => <TranslationsPage dyad={dyad} me={me} />}</MembersOnly>;
}

/** What waits for people who translate, and what became of what one did. */
function TranslationsPage({ dyad, me }: { dyad: DyadView; me: OwnMemberView }): ReactNode {
  const { t } = useTranslation(['translation', 'forum']);
  const waiting = useTranslationWork(dyad.slug);
  const ask = useAskForTranslation(dyad.slug);
  const announce = useAnnounce();
  const asked = () => {
    announce(t('forum:text.asked'));
    void waiting.refetch();
  };
  useTitle(t('list.title'));
  const readsBoth = dyad.sides.every(({ language }) => me.reads.includes(language));
  return (
    <div className="measure stack">
      <h1>{t('list.title')}</h1>
      <p className="soft">{t('list.what')}</p>
      {!readsBoth && (
        <p className="notice">
          <span>
            {t('skill.none')} <Link to={`/d/${dyad.slug}/me`}>{t('skill.link')}</Link>
          </span>
        </p>
      )}
      {waiting.error && <Problem error={waiting.error} retry={() => void waiting.refetch()} />}
      {waiting.isPending && <Loading />}
      {waiting.data && (
        <>
          <NewsList dyad={dyad.slug} news={waiting.data.news} />
          {ask.error && <Problem error={ask.error} />}
          <WorkList
            dyad={dyad.slug}
            work={waiting.data.work}
            ask={({ post, target }) => ask.mutate({ post, language: target }, { onSuccess: asked })}
          />
        </>
      )}
    </div>
  );
}
