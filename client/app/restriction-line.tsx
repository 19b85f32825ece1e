import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { whatKeepsQuiet } from '../../shared/access/restriction.js';
import { useOwnMember } from '../features/dyads/api';
import { useForgetNotices, useNotices } from '../features/notices/api';
import { useSession } from '../features/session/api';
import { useStream } from '../lib/use-stream';
import { useRestrictionSentence } from './use-restriction-sentence';
import '../features/notices/notices.css';

/** What moderators decided about the reader, over every page of the dialogue, while it lasts; it changes the moment they do. */
export function RestrictionLine({ dyad }: { dyad: string }): ReactNode {
  const session = useSession();
  const member = session.data?.memberships.find((one) => one.dyad === dyad)?.memberId;
  return member === undefined ? null : <OwnRestriction key={`${dyad} ${member}`} dyad={dyad} member={member} />;
}

function OwnRestriction({ dyad, member }: { dyad: string; member: string }): ReactNode {
  const { t } = useTranslation('notices');
  const me = useOwnMember(dyad, true);
  const notices = useNotices(dyad);
  const forget = useForgetNotices(dyad);
  const { pathname } = useLocation();
  const sentence = useRestrictionSentence();
  useStream({
    dyad,
    stream: `member:${member}`,
    seq: notices.data?.pages[0]?.seq,
    onSignal: ({ kind }) => {
      if (kind === 'notice.changed') forget();
    },
  });
  const said = me.data ? sentence(me.data.restriction) : '';
  const isWarned = me.data !== undefined && whatKeepsQuiet(me.data.restriction) === 'access.warning_unread';
  const isThere = pathname.startsWith(`/d/${dyad}/notices`);
  return (
    <div role="status" aria-label={t('banner.label')} className={said === '' ? 'visually-hidden' : 'restriction'}>
      {said !== '' && (
        <div>
          <p>{said}</p>
          {!isThere && (
            <Link className="target-link" to={`/d/${dyad}/notices`}>
              {t(isWarned ? 'banner.read' : 'banner.why')}
            </Link>
          )}
        </div>
      )}
    </div>
  );
}
