import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { DyadView, OwnMemberView } from '../../../shared/dyads/dyad.schema.js';
import { CitingProvider } from '../../features/statements/citations/citing';
import '../../features/statements/statements.css';
import { useHistory } from '../../features/statements/versions/api';
import { ComparedStatement } from '../../features/statements/versions/compared-statement';
import { PlayBack, statesOf } from '../../features/statements/versions/play-back';
import { StepTable, Writers } from '../../features/statements/versions/step-table';
import '../../features/statements/versions/versions.css';
import { formatDay } from '../../lib/format';
import { Button } from '../../ui/button';
import { Loading, Problem } from '../../ui/states';
import { MembersOnly } from '../gate';
import { languagesBySide } from '../languages-by-side';
import { useSideName } from '../use-reader';
import { useTitle } from '../use-title';

export function StatementHistory(): ReactNode {
  return (
    <MembersOnly>
      {(dyad, me) => (
        <CitingProvider value={{ dyad: dyad.slug }}>
          <HistoryPage dyad={dyad} me={me} />
        </CitingProvider>
      )}
    </MembersOnly>
  );
}

/** How a statement was written: its history in steps, to be played or read. */
function HistoryPage({ dyad, me }: { dyad: DyadView; me: OwnMemberView }): ReactNode {
  const { statement: id = '' } = useParams();
  const { t } = useTranslation('statement-versions');
  useTitle(t('play.title'));
  return (
    <>
      <p>
        <Link to={`/d/${dyad.slug}/statements/${id}`}>{t('links.back')}</Link>
      </p>
      <h1>{t('play.title')}</h1>
      <p className="measure">{t('play.what')}</p>
      <Steps dyad={dyad} me={me} id={id} />
    </>
  );
}

function Steps({ dyad, me, id }: { dyad: DyadView; me: OwnMemberView; id: string }): ReactNode {
  const { t, i18n } = useTranslation('statement-versions');
  const query = useHistory({ dyad: dyad.slug, statement: id });
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const sideName = useSideName(dyad);
  const [number, setNumber] = useState(1);
  const pages = query.data?.pages;
  const steps = useMemo(() => pages?.flatMap((page) => page.steps) ?? [], [pages]);
  const states = useMemo(() => statesOf(steps), [steps]);
  const people = useMemo(() => pages?.flatMap((page) => page.people) ?? [], [pages]);
  const isNear = number > steps.length - 5;
  useEffect(() => {
    if (isNear && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [isNear, hasNextPage, isFetchingNextPage, fetchNextPage]);
  const step = steps[number - 1];
  if (query.error && !step) return <Problem error={query.error} retry={() => void query.refetch()} />;
  if (!step) return <Loading />;
  const total = pages?.at(-1)?.total ?? steps.length;
  const known = [...new Map(people.map((one) => [one.id, one])).values()];
  return (
    <div className="stack">
      <PlayBack number={number} loaded={steps.length} total={total} onStep={setNumber} />
      <h2 aria-live="polite">{t('play.step', { number, total })}</h2>
      <p className="row small">
        <time dateTime={step.on}>{formatDay(i18n.language, step.on)}</time>
        <Writers step={step} people={known} sideName={sideName} />
      </p>
      <ComparedStatement
        before={states[number - 2] ?? []}
        after={states[number - 1] ?? []}
        languageOf={languagesBySide(dyad)}
        own={me.writesIn}
        same={t('play.nothing')}
      />
      <details>
        <summary>{t('play.table')}</summary>
        <StepTable steps={steps} people={known} sideName={sideName} onStep={setNumber} />
        {hasNextPage && (
          <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('play.more')}
          </Button>
        )}
      </details>
    </div>
  );
}
