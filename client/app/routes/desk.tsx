import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DyadView, OwnMemberView } from '../../../shared/dyads/dyad.schema.js';
import type { DeskItem } from '../../../shared/moderation/desk.schema.js';
import { readItem, useDecide, useDesk, type DeskPage, type Queue } from '../../features/desk/api';
import { DeskCard } from '../../features/desk/desk-card';
import { DeskList } from '../../features/desk/desk-list';
import { useStream } from '../../lib/use-stream';
import { useShortcuts } from '../../lib/use-shortcuts';
import { Button, ButtonLink } from '../../ui/button';
import { Empty, Loading, useSentence } from '../../ui/states';
import { CallFailure } from '../../lib/api-client';
import { MembersOnly } from '../gate';
import { useSideName } from '../use-reader';
import { useTitle } from '../use-title';

export function Desk(): ReactNode {
  return <MembersOnly>{(dyad, me) => <DeskDoor dyad={dyad} me={me} />}</MembersOnly>;
}

const queues: readonly Queue[] = ['pending', 'held', 'returned'];

/** Opens for moderators with a second factor; says what is missing to everybody else. */
function DeskDoor({ dyad, me }: { dyad: DyadView; me: OwnMemberView }): ReactNode {
  const { t } = useTranslation('moderation');
  const [queue, setQueue] = useState<Queue>('pending');
  const desk = useDesk(dyad.slug, queue);
  const sentence = useSentence();
  useTitle(t('desk.title'));
  if (desk.error) {
    const setUp = desk.error instanceof CallFailure && desk.error.code.startsWith('session.second_factor');
    return (
      <div className="notice notice--caution measure">
        <div>
          <p>{sentence(desk.error)}</p>
          {setUp && <ButtonLink to="/account">{t('desk.to_account')}</ButtonLink>}
        </div>
      </div>
    );
  }
  return (
    <>
      <h1>{t('desk.title')}</h1>
      <p className="soft">{t('desk.what')}</p>
      <div className="row" role="group" aria-label={t('desk.queues')}>
        {queues.map((one) => (
          <Button
            key={one}
            weight={one === queue ? 'main' : 'plain'}
            aria-pressed={one === queue}
            onClick={() => setQueue(one)}
          >
            {t(`queue.${one}`)} {desk.data && <span>({desk.data.counts[one]})</span>}
          </Button>
        ))}
      </div>
      {desk.data ? <QueuePage dyad={dyad} me={me} queue={queue} page={desk.data} /> : <Loading />}
    </>
  );
}

interface QueueProps {
  readonly dyad: DyadView;
  readonly me: OwnMemberView;
  readonly queue: Queue;
  readonly page: DeskPage;
}

/** Keeps a queue as it is shown: what colleagues decide changes in place, what comes in waits to be let in. */
function useQueue(dyad: DyadView, queue: Queue, page: DeskPage) {
  const client = useQueryClient();
  const [news, setNews] = useState(false);
  const key = ['desk', dyad.slug, queue];
  const put = (item: DeskItem) =>
    client.setQueryData<DeskPage>(
      key,
      (known) => known && { ...known, items: known.items.map((one) => (one.id === item.id ? item : one)) },
    );
  const reload = (id: string) => void readItem(dyad.slug, id).then(put, () => undefined);
  const hear = (id: string) => {
    if (page.items.some((one) => one.id === id)) reload(id);
    else setNews(true);
  };
  useStream({
    dyad: dyad.slug,
    stream: page.stream,
    seq: page.seq,
    onSignal: ({ about }) => hear(String(about['item'])),
  });
  const letIn = () => {
    setNews(false);
    void client.invalidateQueries({ queryKey: key });
  };
  return { news, letIn, reload };
}

/** One item fully, the rest as a list. */
function QueuePage({ dyad, me, queue, page }: QueueProps): ReactNode {
  const { t } = useTranslation('moderation');
  const sideName = useSideName(dyad);
  const [at, setAt] = useState(0);
  const { news, letIn, reload } = useQueue(dyad, queue, page);
  const decide = useDecide(dyad.slug, queue);
  const chosen = page.items[Math.min(at, page.items.length - 1)];
  const open = chosen?.state === queue || (chosen?.state === 'in_review' && queue === 'pending');
  const go = (step: number) => setAt(Math.max(0, Math.min(page.items.length - 1, at + step)));
  useShortcuts({
    j: () => go(1),
    k: () => go(-1),
    a: () => {
      if (chosen && open) decide.mutate({ act: 'approve', item: chosen });
    },
  });
  const choose = (item: DeskItem) => setAt(page.items.indexOf(item));
  return (
    <>
      {news && (
        <p>
          <Button weight="main" onClick={letIn}>
            {t('desk.news')}
          </Button>
        </p>
      )}
      {!chosen && <Empty title={t(`queue.none_${queue}`)} />}
      {chosen && (
        <div className="columns columns--main">
          <DeskCard
            key={chosen.id}
            item={chosen}
            me={me}
            open={open}
            sideName={sideName}
            decide={decide}
            reload={() => reload(chosen.id)}
          />
          <DeskList items={page.items} chosen={chosen} choose={choose} sideName={sideName} queue={queue} />
        </div>
      )}
    </>
  );
}
