import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { DyadView, OwnMemberView } from '../../../shared/dyads/dyad.schema.js';
import { useRecord } from '../../features/dyads/api';
import { RecordList } from '../../features/dyads/record-list';
import { useLatestThreads, useTopics } from '../../features/forum/api';
import { ThreadLine } from '../../features/forum/thread-line';
import { TopicList } from '../../features/forum/topic-list';
import { WaitsForMe } from '../../features/forum/waits-for-me';
import { RatifiedList } from '../../features/statements/ratified/ratified-list';
import { textIn } from '../../lib/format';
import { ButtonLink } from '../../ui/button';
import { SideMark } from '../../ui/side-mark';
import { Empty, Loading, Problem } from '../../ui/states';
import { Texts } from '../../ui/texts';
import { DeskWaits } from '../desk-waits';
import { PromisedNext } from '../promised-next';
import { WhatOneCanDo } from '../what-one-can-do';
import { useReader, useSideName, type Reader } from '../use-reader';
import { useTitle } from '../use-title';

/** A dyad's home answers three questions: what is happening now, what was promised, and what one can do. */
export function DyadHome(): ReactNode {
  const { dyad: slug = '' } = useParams();
  const { i18n } = useTranslation();
  const reader = useReader(slug);
  useTitle(reader.dyad ? textIn(reader.dyad.name, i18n.language) : '');
  if (reader.error) return <Problem error={reader.error} />;
  if (!reader.ready || !reader.dyad) return <Loading />;
  const { dyad, me } = reader;
  const inside = reader.consented && reader.isAdmitted ? me : undefined;
  return (
    <div className="parts">
      <header className="page-head">
        <h1>
          <Texts texts={dyad.name} />
        </h1>
        <p className="measure">
          <Texts texts={dyad.purpose} />
        </p>
        <Sides dyad={dyad} />
      </header>
      <div className="columns columns--main">
        <div className="parts">
          {inside ? <Inside dyad={dyad} me={inside} /> : <Outside reader={reader} slug={slug} />}
        </div>
        <div className="parts">
          <PromisedNext dyad={dyad} />
          <OnRecord dyad={slug} />
          <WhatOneCanDo dyad={slug} me={inside} />
        </div>
      </div>
    </div>
  );
}

function Sides({ dyad }: { dyad: DyadView }): ReactNode {
  const { i18n } = useTranslation();
  const name = useSideName(dyad);
  // Neither side is always first: the one whose language the reader reads is.
  const sides = dyad.sides.toSorted(
    (one, other) => Number(other.language === i18n.language) - Number(one.language === i18n.language),
  );
  return (
    <p className="row">
      {sides.map(({ side }) => (
        <span key={side} className="row">
          <SideMark side={side} label={name(side)} /> {name(side)}
        </span>
      ))}
    </p>
  );
}

function Inside({ dyad, me }: { dyad: DyadView; me: OwnMemberView }): ReactNode {
  const { t } = useTranslation(['forum', 'dyads']);
  const threads = useLatestThreads(dyad.slug);
  const topics = useTopics(dyad.slug, true);
  const name = useSideName(dyad);
  return (
    <>
      <section>
        <h2>{t('home.now')}</h2>
        <WaitsForMe dyad={dyad.slug}>{me.roles.includes('moderator') && <DeskWaits dyad={dyad.slug} />}</WaitsForMe>
        {threads.error && <Problem error={threads.error} retry={() => void threads.refetch()} />}
        {threads.isPending && <Loading />}
        {threads.data?.length === 0 && <Empty title={t('thread.none')} />}
        <ul className="plain-list contents">
          {threads.data?.map((thread) => (
            <ThreadLine
              key={thread.id}
              thread={thread}
              topic={thread.topic}
              dyad={dyad.slug}
              reader={me.writesIn}
              sideName={name}
            />
          ))}
        </ul>
      </section>
      <section id="topics">
        <h2>{t('dyads:home.topics')}</h2>
        {topics.error && <Problem error={topics.error} retry={() => void topics.refetch()} />}
        {topics.isPending && <Loading />}
        {topics.data && <TopicList dyad={dyad.slug} topics={topics.data} reader={me.writesIn} />}
      </section>
    </>
  );
}

const latestEntries = 5;

/** What both sides can be held to, the newest of it. */
function OnRecord({ dyad }: { dyad: string }): ReactNode {
  const { t } = useTranslation(['forum', 'dyads']);
  const record = useRecord(dyad);
  return (
    <section>
      <h2>{t('dyads:home.record')}</h2>
      {record.error && <Problem error={record.error} retry={() => void record.refetch()} />}
      {record.isPending && <Loading />}
      {record.data && <RecordList entries={record.data.slice(0, latestEntries)} />}
      <p>
        <ButtonLink weight="quiet" to={`/d/${dyad}/record`}>
          {t('home.whole_record')}
        </ButtonLink>
      </p>
    </section>
  );
}

function Outside({ reader, slug }: { reader: Reader; slug: string }): ReactNode {
  const { t } = useTranslation('dyads');
  // Why somebody takes no part stands over the page already.
  if (!reader.isAdmitted) return <SignedTogether dyad={slug} />;
  return (
    <>
      <div className="notice">
        <div>
          <p>{reader.me ? t('gate.charter', { version: reader.me.charterInForce }) : t('home.visitor')}</p>
          {reader.me ? (
            <ButtonLink to={`/d/${slug}/charter`} weight="main">
              {t('gate.read_charter')}
            </ButtonLink>
          ) : (
            <ButtonLink to="/sign-in">{t('gate.sign_in')}</ButtonLink>
          )}
        </div>
      </div>
      <SignedTogether dyad={slug} />
    </>
  );
}

const latestSigned = 3;

/** What both sides have signed, for those who see nothing else of the conversation. */
function SignedTogether({ dyad }: { dyad: string }): ReactNode {
  const { t } = useTranslation('ratified');
  return (
    <section>
      <h2>
        <Link to={`/d/${dyad}/statements`}>{t('list.title')}</Link>
      </h2>
      <RatifiedList dyad={dyad} most={latestSigned} heading="h3" none={<p className="soft">{t('list.none')}</p>} />
    </section>
  );
}
