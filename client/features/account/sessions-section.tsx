import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../lib/format';
import { useAnnounce } from '../../ui/announcer';
import { Button } from '../../ui/button';
import { Loading, Problem } from '../../ui/states';
import * as account from './api';
import { Section } from './section';

/** Where the account is open: this browser first, then those used last. */
export function SessionsSection(): ReactNode {
  const { t, i18n } = useTranslation('account');
  const sessions = account.useSessions();
  const end = account.useAccountChange(account.endSession);
  const endOthers = account.useAccountChange(account.endOtherSessions);
  const announce = useAnnounce();
  const day = (on: string): string => formatDay(i18n.language, on);
  const ended = { onSuccess: () => announce(t('sessions.ended')) };
  const all = sessions.data?.toSorted(
    (one, other) => Number(other.current) - Number(one.current) || other.lastSeenOn.localeCompare(one.lastSeenOn),
  );
  const error = end.error ?? endOthers.error;
  return (
    <Section title={t('sessions.title')}>
      <p className="soft">{t('sessions.what')}</p>
      {sessions.error && <Problem error={sessions.error} retry={() => void sessions.refetch()} />}
      {sessions.isPending && <Loading />}
      <ul className="plain-list account-list">
        {all?.map((one) => (
          <li key={one.id}>
            <span>
              {t(`sessions.${one.how}`, { day: day(one.openedOn) })}{' '}
              <span className="small soft">{t('sessions.seen', { day: day(one.lastSeenOn) })}</span>
            </span>
            {one.current ? (
              <span className="tag">{t('sessions.here')}</span>
            ) : (
              <Button weight="quiet" busy={end.isPending} onClick={() => end.mutate(one.id, ended)}>
                {t('sessions.end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {error && <Problem error={error} />}
      {all !== undefined && all.length > 1 && (
        <p>
          <Button busy={endOthers.isPending} onClick={() => endOthers.mutate(undefined, ended)}>
            {t('sessions.end_others')}
          </Button>
        </p>
      )}
    </Section>
  );
}
