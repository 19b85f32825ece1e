import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { DyadView, OwnMemberView } from '../../../shared/dyads/dyad.schema.js';
import { useRecord } from '../../features/dyads/api';
import { RecordList } from '../../features/dyads/record-list';
import { useTopics } from '../../features/forum/api';
import { OwnPosts } from '../../features/forum/own-posts';
import { TopicList } from '../../features/forum/topic-list';
import { textIn } from '../../lib/format';
import { ButtonLink } from '../../ui/button';
import { SideMark } from '../../ui/side-mark';
import { Loading, Problem } from '../../ui/states';
import { useReader, useSideName, type Reader } from '../use-reader';
import { useTitle } from '../use-title';
import { languagesOf } from '../languages-of';
import { Texts } from '../../ui/texts';

/** A dyad's home: what is happening, what is on the record, what one can do. */
export function DyadHome(): ReactNode {
  const { dyad: slug = '' } = useParams();
  const { t, i18n } = useTranslation('dyads');
  const reader = useReader(slug);
  const record = useRecord(slug);
  useTitle(reader.dyad ? textIn(reader.dyad.name, i18n.language) : '');
  if (reader.error) return <Problem error={reader.error} />;
  if (!reader.ready || !reader.dyad) return <Loading />;
  const { dyad } = reader;
  return (
    <>
      <h1>
        <Texts texts={dyad.name} />
      </h1>
      <p className="measure">
        <Texts texts={dyad.purpose} />
      </p>
      <Sides dyad={dyad} />
      <div className="columns columns--main">
        <div className="stack">
          {reader.me && reader.consented ? (
            <Inside dyad={dyad} me={reader.me} />
          ) : (
            <Outside reader={reader} slug={slug} />
          )}
        </div>
        <section>
          <h2>{t('home.record')}</h2>
          {record.data && <RecordList entries={record.data.slice(0, 8)} />}
        </section>
      </div>
    </>
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
  const { t } = useTranslation('dyads');
  const topics = useTopics(dyad.slug, true);
  return (
    <>
      <OwnPosts dyad={dyad.slug} languages={languagesOf(dyad)} />
      <h2>{t('home.topics')}</h2>
      {topics.error && <Problem error={topics.error} retry={() => void topics.refetch()} />}
      {topics.isPending && <Loading />}
      {topics.data && <TopicList dyad={dyad.slug} topics={topics.data} reader={me.writesIn} />}
    </>
  );
}

function Outside({ reader, slug }: { reader: Reader; slug: string }): ReactNode {
  const { t } = useTranslation('dyads');
  return (
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
  );
}
