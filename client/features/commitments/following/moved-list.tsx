import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDay } from '../../../lib/format';
import { Button } from '../../../ui/button';
import { RecordSentence } from '../../../ui/record-sentence';
import { Problem } from '../../../ui/states';
import { useFollowed, useSee } from './following-api';

/** What moved of what the reader follows, since they last said that they had seen it; nothing where nothing moved. */
export function MovedList({ dyad }: { dyad: string }): ReactNode {
  const { t, i18n } = useTranslation('commitments');
  const { data } = useFollowed(dyad);
  const see = useSee(dyad);
  if (!data || data.moved.length === 0) return null;
  return (
    <section className="moved no-print" id="moved">
      <h2>{t('moved.title', { count: data.count })}</h2>
      <ol className="plain-list">
        {data.moved.map(({ commitment, rev, on, kind, about, erased }) => (
          <li key={`${commitment} ${rev}`} className="row">
            <time dateTime={on}>{formatDay(i18n.language, on)}</time>
            <Link to={`/d/${dyad}/commitments/${commitment}#step-${rev}`}>
              <RecordSentence entry={{ kind, about, erased }} />
            </Link>
          </li>
        ))}
      </ol>
      {see.error && <Problem error={see.error} retry={() => see.mutate(data.moved)} />}
      <p>
        <Button busy={see.isPending} onClick={() => see.mutate(data.moved)}>
          {t('moved.seen')}
        </Button>
      </p>
    </section>
  );
}
