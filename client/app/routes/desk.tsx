import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { DyadView, OwnMemberView } from '../../../shared/dyads/dyad.schema.js';
import { deskLists, type DeskList } from '../../../shared/moderation/desk.rules.js';
import { useDesk, useDeskCounts } from '../../features/desk/api';
import { DutyLine } from '../../features/desk/duty-line';
import { useOwnDuty, useRoster } from '../../features/desk/duty';
import { CareSettings, RestSuggestion } from '../../features/desk/wellbeing/care-settings';
import { useCharter } from '../../features/dyads/api';
import { CallFailure } from '../../lib/api-client';
import { useShortcuts } from '../../lib/use-shortcuts';
import { ActKey } from '../../ui/act-key';
import { Button, ButtonLink } from '../../ui/button';
import { Loading, Problem, useSentence } from '../../ui/states';
import { DeskQueue } from '../desk-queue';
import { DeskSingleItem } from '../desk-single-item';
import { MembersOnly } from '../gate';
import { useSideName } from '../use-reader';
import { useTitle } from '../use-title';

export function Desk(): ReactNode {
  return <MembersOnly>{(dyad, me) => <DeskDoor dyad={dyad} me={me} />}</MembersOnly>;
}

interface DoorProps {
  readonly dyad: DyadView;
  readonly me: OwnMemberView;
}

/** Opens for moderators with a second factor; says what is missing to everybody else. */
function DeskDoor({ dyad, me }: DoorProps): ReactNode {
  const { t } = useTranslation('moderation');
  const counts = useDeskCounts(dyad.slug);
  useTitle(t('desk.title'));
  if (counts.error && !counts.data) return <Closed error={counts.error} retry={() => void counts.refetch()} />;
  return (
    <div className="parts">
      <header className="page-head">
        <h1>{t('desk.title')}</h1>
        <p className="soft measure">{t('desk.what')}</p>
        <Surroundings dyad={dyad} me={me} />
      </header>
      {counts.data ? <Lists dyad={dyad} me={me} counts={counts.data} /> : <Loading />}
    </div>
  );
}

/** Who is on call, and how one looks after oneself. */
function Surroundings({ dyad, me }: DoorProps): ReactNode {
  const sideName = useSideName(dyad);
  const { data: roster } = useRoster(dyad.slug);
  const duty = useOwnDuty(dyad.slug);
  const isOnCall = roster?.some((one) => one.onCall && one.moderator.id === me.id) ?? false;
  return (
    <>
      <DutyLine dyad={dyad.slug} me={me} sideName={sideName} />
      <RestSuggestion goAway={isOnCall ? () => duty.mutate(false) : undefined} />
      <CareSettings />
    </>
  );
}

/** The lists with how much stands in each; and the one that is open, or one case by its address. */
function Lists({ dyad, me, counts }: DoorProps & { counts: Record<DeskList, number> }): ReactNode {
  const { t } = useTranslation('moderation');
  const [search, setSearch] = useSearchParams();
  const item = search.get('item');
  const list = deskLists.find((one) => one === search.get('queue')) ?? 'pending';
  const { data: charter } = useCharter(dyad.slug);
  const desk = useDesk(dyad.slug, list);
  const given = { dyad, me, articles: charter?.articles ?? [] };
  const names = useRef<HTMLDivElement>(null);
  useEffect(() => {
    names.current?.querySelector('[aria-pressed=true]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [list, item]);
  useShortcuts({ list: (digit) => deskLists[digit - 1] && setSearch({ queue: deskLists[digit - 1] ?? '' }) });
  return (
    <>
      <div ref={names} className="row desk-lists" role="group" aria-label={t('desk.queues')}>
        {deskLists.map((one, at) => (
          <Button
            key={one}
            weight={one === list && !item ? 'main' : 'plain'}
            aria-pressed={one === list && !item}
            onClick={() => setSearch({ queue: one })}
          >
            {t(`queue.${one}`)} <span>({counts[one]})</span> <ActKey act="list" digit={at + 1} />
          </Button>
        ))}
      </div>
      {item && <Link to={`/d/${dyad.slug}/desk?queue=${list}`}>{t('desk.back')}</Link>}
      {item && <DeskSingleItem {...given} id={item} />}
      {!item && desk.error && <Problem error={desk.error} retry={() => void desk.refetch()} />}
      {!item && desk.data && <DeskQueue key={list} {...given} list={list} page={desk.data} />}
      {!item && desk.isPending && <Loading />}
    </>
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
