import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { DyadView, OwnMemberView } from '../../../shared/dyads/dyad.schema.js';
import type { NoticeView } from '../../../shared/moderation/notice.schema.js';
import { FacingTexts } from '../../ui/facing-texts';
import { Acknowledgement } from '../../features/notices/acknowledgement';
import { AppealPart } from '../../features/notices/appeal-part';
import { useNotice } from '../../features/notices/api';
import { NoticePlace } from '../../features/notices/notice-place';
import { NoticeTitle } from '../../features/notices/notice-title';
import { formatTime } from '../../lib/format';
import { Loading, Problem } from '../../ui/states';
import { OwnOnly } from '../gate';
import { languagesOf } from '../languages-of';
import { NoticeReasons } from '../notice-reasons';
import { useSideName } from '../use-reader';
import { useTitle } from '../use-title';
import '../../features/notices/notices.css';

export function Notice(): ReactNode {
  const { notice = '' } = useParams();
  return <OwnOnly>{(dyad, me) => <NoticePage key={notice} dyad={dyad} me={me} id={notice} />}</OwnOnly>;
}

interface PageProps {
  readonly dyad: DyadView;
  readonly me: OwnMemberView;
}

/** One notice in full: what, why, how it came to this, and what one can do about it. */
function NoticePage({ dyad, me, id }: PageProps & { readonly id: string }): ReactNode {
  const { t } = useTranslation('notices');
  const query = useNotice(dyad.slug, id);
  useTitle(t('title'));
  if (query.error && !query.data) return <Problem error={query.error} />;
  if (!query.data) return <Loading />;
  return <Told dyad={dyad} me={me} notice={query.data} />;
}

function Told({ dyad, me, notice }: PageProps & { readonly notice: NoticeView }): ReactNode {
  const { t, i18n } = useTranslation('notices');
  const sideName = useSideName(dyad);
  const isDecision = notice.kind === 'decision';
  const own = languagesOf(dyad).toSorted((one, other) => Number(other === me.writesIn) - Number(one === me.writesIn));
  const facing = (texts: Readonly<Record<string, string>>): ReactNode => (
    <FacingTexts
      languages={own.filter((language) => texts[language] !== undefined)}
      page={(language) => <p className="article__body">{texts[language]}</p>}
    />
  );
  return (
    <article className="notice-page">
      <header className="page-head">
        <p>
          <Link className="target-link" to={`/d/${dyad.slug}/notices`}>
            {t('back')}
          </Link>
        </p>
        <h1>
          <NoticeTitle
            about={notice.about}
            measure={isDecision ? notice.measure : null}
            sanction={isDecision ? (notice.sanction?.kind ?? null) : null}
            outcome={isDecision ? null : notice.outcome}
          />
        </h1>
        <p className="soft">
          <time dateTime={notice.at}>{formatTime(i18n.language, notice.at)}</time>
        </p>
      </header>
      <Acknowledgement dyad={dyad.slug} notice={notice} />
      {isDecision ? (
        <NoticeReasons dyad={dyad.slug} notice={notice} facing={facing} />
      ) : (
        <NoticePlace dyad={dyad.slug} notice={notice} />
      )}
      {(isDecision || notice.appealableUntil !== null) && (
        <AppealPart
          dyad={dyad.slug}
          notice={notice}
          languages={languagesOf(dyad)}
          language={me.writesIn}
          facing={facing}
          sideName={sideName}
        />
      )}
    </article>
  );
}
