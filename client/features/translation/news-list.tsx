import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { TranslationNews } from '../../../shared/translation/human-work.schema.js';
import { formatDay } from '../../lib/format';
import { Button } from '../../ui/button';
import { Problem } from '../../ui/states';
import { useDismissNews } from './api';

interface NewsListProps {
  readonly dyad: string;
  readonly news: readonly TranslationNews[];
}

/** What became of one's own translations, and of translations of one's words. */
export function NewsList({ dyad, news }: NewsListProps): ReactNode {
  const { t, i18n } = useTranslation('translation');
  const dismiss = useDismissNews(dyad);
  if (news.length === 0) return null;
  return (
    <section className="sheet stack">
      <h2>{t('news.title')}</h2>
      <ul className="plain-list contents">
        {news.map(({ id, kind, post, target, on }) => (
          <li key={id}>
            <p>
              <Link to={`/d/${dyad}/posts/${post}/translations/${target}`} className="target-link">
                {t(`news.kind.${kind}`)}
              </Link>
            </p>
            <p className="row small soft">
              <time dateTime={on}>{formatDay(i18n.language, on)}</time>
              <Button weight="quiet" busy={dismiss.isPending} onClick={() => dismiss.mutate(id)}>
                {t('news.dismiss')}
              </Button>
            </p>
          </li>
        ))}
      </ul>
      {dismiss.error && <Problem error={dismiss.error} />}
    </section>
  );
}
