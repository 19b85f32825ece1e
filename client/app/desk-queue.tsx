import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CharterView, DyadView, OwnMemberView } from '../../shared/dyads/dyad.schema.js';
import type { DeskList as ListName } from '../../shared/moderation/desk.rules.js';
import type { DeskItem } from '../../shared/moderation/desk.schema.js';
import { standsIn, useDeskStore, type DeskPage } from '../features/desk/api';
import { BulkForm } from '../features/desk/bulk/bulk-form';
import { chosen, isSelectable, nothingSelected, toggled } from '../features/desk/bulk/selection';
import { DeskList } from '../features/desk/desk-list';
import { useDeskCase } from '../features/desk/use-desk-case';
import { useCare } from '../features/desk/wellbeing/care';
import { isGrave } from '../features/desk/wellbeing/exposure';
import { sideLanguages } from '../lib/side-languages';
import { useShortcuts } from '../lib/use-shortcuts';
import { ActKey } from '../ui/act-key';
import { Button } from '../ui/button';
import { Empty } from '../ui/states';
import { DeskCase, type CaseProps } from './desk-case';
import { useDeskNews } from './use-desk-news';
import { useSideName } from './use-reader';

interface QueueProps {
  readonly dyad: DyadView;
  readonly me: OwnMemberView;
  readonly list: ListName;
  readonly page: DeskPage;
  readonly articles: CharterView['articles'];
}

/** One list, one case fully; everything has a key, and the keys are written on the page. */
export function DeskQueue(props: QueueProps): ReactNode {
  const { t } = useTranslation('moderation');
  const { dyad, list, page, me } = props;
  const store = useDeskStore(dyad.slug);
  const { news, letIn } = useDeskNews({ ...props, store });
  const { leaveGrave } = useCare();
  const items = leaveGrave ? page.items.filter((item) => !isGrave(item) || !standsIn(list, item, me)) : page.items;
  useShortcuts({ let_in: () => news > 0 && letIn() });
  return (
    <>
      <p role="status" className="desk-news">
        {news > 0 && (
          <Button onClick={letIn}>
            {t('desk.news', { count: news })} <ActKey act="let_in" />
          </Button>
        )}
      </p>
      {items.length > 0 ? (
        <Desk {...props} items={items} store={store} />
      ) : (
        <Empty title={t(`queue.none_${list}`)}>
          {page.items.length > 0 && <p>{t('care.left', { count: page.items.length })}</p>}
        </Empty>
      )}
    </>
  );
}

interface DeskProps extends QueueProps, Pick<CaseProps, 'store'> {
  readonly items: readonly DeskItem[];
}

/** The case that is shown fully: the one that was chosen, or what has come into its place. */
function useShownCase({ items, dyad, store }: DeskProps) {
  const [shown, show] = useState({ id: '', place: 0 });
  const card = useRef<HTMLElement>(null);
  const deskCase = useDeskCase(dyad.slug, store, () => card.current?.focus());
  const found = items.findIndex(({ id }) => id === shown.id);
  const place = found >= 0 ? found : Math.min(shown.place, items.length - 1);
  const go = (to: number) => {
    const next = Math.max(0, Math.min(items.length - 1, to));
    show({ id: items[next]?.id ?? '', place: next });
    if (next !== place) deskCase.leave();
    card.current?.focus();
  };
  useShortcuts({ next: () => go(place + 1), previous: () => go(place - 1) });
  return { place, item: items[place], go, card, deskCase };
}

function Desk(props: DeskProps): ReactNode {
  const { items, dyad, me, list, page, store, articles } = props;
  const sideName = useSideName(dyad);
  const { place, item, go, card, deskCase } = useShownCase(props);
  const [selection, select] = useState(nothingSelected);
  const [isTogether, decideTogether] = useState(false);
  const [isSingle, showSingle] = useState(false);
  const selected = chosen(selection, items, me);
  const toggle = (one: DeskItem) => isSelectable(one, me) && select(toggled(selection, one.id));
  useShortcuts({ select: () => item && toggle(item), single_card: () => showSingle(!isSingle) });
  if (!item) return null;
  const given = { dyad, me, articles, store, item, deskCase, card };
  return (
    <div className={`desk${isSingle ? ' desk--single' : ''}`}>
      <DeskList
        {...{ list, items, me, sideName, selection, toggle }}
        shown={item}
        leftToOthers={page.items.length - items.length}
        hasMore={page.next !== null}
        choose={(one) => go(items.indexOf(one))}
        readOn={() => void store.readOn(list)}
        decideTogether={() => decideTogether(true)}
      />
      <div className="stack">
        <Steps place={place} of={items.length} go={go} isSingle={isSingle} showSingle={showSingle} />
        {isTogether ? (
          <BulkForm
            {...{ store, articles, sideName }}
            dyad={dyad.slug}
            items={selected}
            languages={sideLanguages(dyad, me.writesIn)}
            close={(done) => {
              decideTogether(false);
              if (done) select(nothingSelected);
            }}
          />
        ) : (
          <DeskCase
            {...given}
            isOpen={standsIn(list, item, me)}
            proposeTogether={selected.length > 0 ? () => decideTogether(true) : undefined}
          />
        )}
      </div>
    </div>
  );
}

interface StepsProps {
  readonly place: number;
  readonly of: number;
  readonly go: (to: number) => void;
  readonly isSingle: boolean;
  readonly showSingle: (single: boolean) => void;
}

function Steps({ place, of, go, isSingle, showSingle }: StepsProps): ReactNode {
  const { t } = useTranslation('moderation');
  return (
    <div className="row desk-steps">
      <Button busy={place === 0} onClick={() => go(place - 1)}>
        {t('desk.previous')} <ActKey act="previous" />
      </Button>
      <span className="small soft">{t('desk.place', { number: place + 1, of })}</span>
      <Button busy={place === of - 1} onClick={() => go(place + 1)}>
        {t('desk.next')} <ActKey act="next" />
      </Button>
      <Button weight="quiet" aria-pressed={isSingle} onClick={() => showSingle(!isSingle)}>
        {t('desk.single')} <ActKey act="single_card" />
      </Button>
    </div>
  );
}
