import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DyadView, OwnMemberView } from '../../shared/dyads/dyad.schema.js';
import type { DeskItem } from '../../shared/moderation/desk.schema.js';
import { queueOf, readItem, useDecide, withItem, type DeskPage, type Queue } from '../features/desk/api';
import { Decisions, mayApprove, mayHold, mayRelease, mayReturn, type Tool } from '../features/desk/decisions';
import { DeskCard } from '../features/desk/desk-card';
import { DeskList } from '../features/desk/desk-list';
import type { TextOf } from '../features/desk/text-of';
import { PostText } from '../features/forum/post-text';
import { useShortcuts } from '../lib/use-shortcuts';
import { useStream } from '../lib/use-stream';
import { Button } from '../ui/button';
import { Empty } from '../ui/states';
import { useSideName } from './use-reader';

interface QueueProps {
  readonly dyad: DyadView;
  readonly me: OwnMemberView;
  readonly queue: Queue;
  readonly page: DeskPage;
}

/** Keeps a queue as it is shown: what colleagues decide changes in place, what comes in waits to be let in. */
function useNews({ dyad, queue, page }: QueueProps) {
  const client = useQueryClient();
  const [news, setNews] = useState(false);
  const key = ['desk', dyad.slug, queue];
  const put = (item: DeskItem) => client.setQueryData<DeskPage>(key, (known) => known && withItem(known, item));
  const reload = (id: string) => void readItem(dyad.slug, id).then(put, () => undefined);
  const hear = (id: string) => {
    if (page.items.some((one) => one.id === id)) reload(id);
    else
      void readItem(dyad.slug, id).then(
        (item) => queueOf(item) === queue && setNews(true),
        () => undefined,
      );
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

/** The case that is shown fully, what is open under it, and the keys for all of it. */
function useCase({ dyad, me, queue, page }: QueueProps, reload: (item: string) => void) {
  const [at, setAt] = useState(0);
  const [tool, setTool] = useState<Tool>('nothing');
  const [context, showContext] = useState(false);
  const texts = useRef<HTMLDivElement>(null);
  const decide = useDecide(dyad.slug, queue, reload);
  const place = Math.min(at, page.items.length - 1);
  const chosen = page.items[place];
  const isMine = chosen?.author.id === me.id;
  const canAct = chosen !== undefined && queueOf(chosen) === queue && !isMine;
  const go = (to: number) => {
    setAt(Math.max(0, Math.min(page.items.length - 1, to)));
    setTool('nothing');
    decide.reset();
  };
  const approve = () => {
    if (canAct && mayApprove(chosen) && !decide.isPending) decide.mutate({ act: 'approve', item: chosen });
  };
  const release = () => {
    if (canAct && mayRelease(chosen, me.id) && !decide.isPending) decide.mutate({ act: 'release', item: chosen });
  };
  useShortcuts({
    j: () => go(place + 1),
    k: () => go(place - 1),
    a: approve,
    e: release,
    r: () => canAct && mayReturn(chosen) && setTool('return'),
    h: () => canAct && mayHold(chosen) && setTool('hold'),
    t: () => texts.current?.querySelector<HTMLElement>('.bilingual__turn button')?.click(),
    c: () => showContext(!context),
  });
  return { place, chosen, isMine, go, tool, setTool, context, showContext, texts, decide };
}

/** One item fully, the rest as a list; everything has a key, and the keys are written on the page. */
export function DeskQueue(props: QueueProps): ReactNode {
  const { t } = useTranslation('moderation');
  const { news, letIn, reload } = useNews(props);
  const shown = useCase(props, reload);
  return (
    <>
      {news && (
        <p>
          <Button weight="main" onClick={letIn}>
            {t('desk.news')}
          </Button>
        </p>
      )}
      {shown.chosen ? (
        <Case {...props} {...shown} chosen={shown.chosen} />
      ) : (
        <Empty title={t(`queue.none_${props.queue}`)} />
      )}
    </>
  );
}

type CaseProps = QueueProps & ReturnType<typeof useCase> & { readonly chosen: DeskItem };

function Case({ dyad, me, queue, page, chosen, place, go, texts, ...shown }: CaseProps): ReactNode {
  const sideName = useSideName(dyad);
  const textOf: TextOf = ({ body, language, translations }) => (
    <PostText
      body={body}
      language={language}
      translations={translations}
      reader={me.writesIn}
      reading="side_by_side"
      authorOf={() => undefined}
    />
  );
  return (
    <div className="desk">
      <div className="stack">
        <Steps place={place} of={page.items.length} go={go} />
        <DeskCard
          key={chosen.id}
          dyad={dyad.slug}
          item={chosen}
          sideName={sideName}
          textOf={textOf}
          context={shown.context}
          showContext={shown.showContext}
          texts={texts}
        >
          <Decisions dyad={dyad.slug} me={me.id} item={chosen} queue={queue} {...shown} />
        </DeskCard>
      </div>
      <DeskList
        items={page.items}
        chosen={chosen}
        choose={(item) => go(page.items.indexOf(item))}
        sideName={sideName}
        queue={queue}
        hasMore={page.next !== null}
      />
    </div>
  );
}

function Steps({ place, of, go }: { place: number; of: number; go: (to: number) => void }): ReactNode {
  const { t } = useTranslation('moderation');
  return (
    <div className="row desk-steps">
      <Button busy={place === 0} onClick={() => go(place - 1)}>
        {t('desk.previous')} <kbd aria-hidden="true">k</kbd>
      </Button>
      <span className="small soft">{t('desk.place', { number: place + 1, of })}</span>
      <Button busy={place === of - 1} onClick={() => go(place + 1)}>
        {t('desk.next')} <kbd aria-hidden="true">j</kbd>
      </Button>
      <a href="#desk-list" className="target-link desk-steps__list">
        {t('desk.to_list')}
      </a>
    </div>
  );
}
