import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDay } from '../../../lib/format';
import { Loading, Problem } from '../../../ui/states';
import { Texts } from '../../../ui/texts';
import { useRatifiedList } from './api';

interface RatifiedListProps {
  readonly dyad: string;
  /** How many, the newest first; all when it is not said. */
  readonly most?: number;
  readonly heading: 'h2' | 'h3';
  /** What is shown where there is none. */
  readonly none?: ReactNode;
}

/** What both sides have signed, for everybody. */
export function RatifiedList({ dyad, most, heading: Heading, none = null }: RatifiedListProps): ReactNode {
  const { t, i18n } = useTranslation('ratified');
  const list = useRatifiedList(dyad);
  if (list.error) return <Problem error={list.error} retry={() => void list.refetch()} />;
  if (!list.data) return <Loading />;
  if (list.data.length === 0) return none;
  return (
    <ol className="plain-list contents">
      {list.data.slice(0, most).map((one) => (
        <li key={one.id}>
          <Heading>
            <Link to={`/d/${dyad}/statements/${one.id}/ratified`}>
              <Texts texts={one.title} />
            </Link>
          </Heading>
          <p className="small soft">
            <time dateTime={one.ratifiedOn}>
              {t('paper.ratified_on', { day: formatDay(i18n.language, one.ratifiedOn) })}
            </time>
          </p>
        </li>
      ))}
    </ol>
  );
}
