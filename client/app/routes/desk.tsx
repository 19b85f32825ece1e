import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { DyadView, OwnMemberView } from '../../../shared/dyads/dyad.schema.js';
import { deskQueueNames } from '../../../shared/moderation/desk.rules.js';
import { useDesk } from '../../features/desk/api';
import { CallFailure } from '../../lib/api-client';
import { Button, ButtonLink } from '../../ui/button';
import { Loading, Problem, useSentence } from '../../ui/states';
import { DeskQueue } from '../desk-queue';
import { MembersOnly } from '../gate';
import { useTitle } from '../use-title';

export function Desk(): ReactNode {
  return <MembersOnly>{(dyad, me) => <DeskDoor dyad={dyad} me={me} />}</MembersOnly>;
}

/** Opens for moderators with a second factor; says what is missing to everybody else. */
function DeskDoor({ dyad, me }: { dyad: DyadView; me: OwnMemberView }): ReactNode {
  const { t } = useTranslation('moderation');
  const [search, setSearch] = useSearchParams();
  const queue = deskQueueNames.find((one) => one === search.get('queue')) ?? 'pending';
  const desk = useDesk(dyad.slug, queue);
  useTitle(t('desk.title'));
  if (desk.error && !desk.data) return <Closed error={desk.error} retry={() => void desk.refetch()} />;
  return (
    <div className="parts">
      <header className="page-head">
        <h1>{t('desk.title')}</h1>
        <p className="soft measure">{t('desk.what')}</p>
      </header>
      <div className="row" role="group" aria-label={t('desk.queues')}>
        {deskQueueNames.map((one) => (
          <Button
            key={one}
            weight={one === queue ? 'main' : 'plain'}
            aria-pressed={one === queue}
            onClick={() => setSearch({ queue: one })}
          >
            {t(`queue.${one}`)} {desk.data && <span>({desk.data.counts[one]})</span>}
          </Button>
        ))}
      </div>
      {desk.data ? <DeskQueue key={queue} dyad={dyad} me={me} queue={queue} page={desk.data} /> : <Loading />}
    </div>
  );
}

function Closed({ error, retry }: { error: Error; retry: () => void }): ReactNode {
  const { t } = useTranslation('moderation');
  const sentence = useSentence();
  const isRefused =
    error instanceof CallFailure && error.code !== 'network.away' && error.code !== 'server.unavailable';
  if (!isRefused) return <Problem error={error} retry={retry} />;
  return (
    <div className="notice notice--caution measure">
      <div>
        <p>{sentence(error)}</p>
        {error.code.startsWith('session.second_factor') && (
          <ButtonLink to="/account">{t('desk.to_account')}</ButtonLink>
        )}
      </div>
    </div>
  );
}
