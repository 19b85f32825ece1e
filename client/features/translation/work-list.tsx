import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { directionOf } from '../../../shared/language/language.js';
import type { TranslationWork } from '../../../shared/translation/human-work.schema.js';
import { formatDay, languageName } from '../../lib/format';
import { useShortcuts } from '../../lib/use-shortcuts';
import { Button } from '../../ui/button';
import { SelectField } from '../../ui/field';
import { Empty } from '../../ui/states';

interface WorkListProps {
  readonly dyad: string;
  readonly work: readonly TranslationWork[];
  /** Asks people for a translation. */
  readonly ask: (one: TranslationWork) => void;
}

/** What only a machine translated, doubtfully, and nobody has asked people for yet. */
const canBeAskedFor = ({ reasons }: TranslationWork): boolean =>
  reasons.includes('failed_checks') && !reasons.includes('asked');

const directionOfWork = ({ language, target }: TranslationWork): string => `${language} ${target}`;

/** What waits for people who translate, oldest first; one direction or all. */
export function WorkList({ dyad, work, ask }: WorkListProps): ReactNode {
  const { t, i18n } = useTranslation('translation');
  const [direction, setDirection] = useState('');
  const list = useRef<HTMLUListElement>(null);
  useShortcuts({ next: () => step(list.current, 1), previous: () => step(list.current, -1) });
  const name = (pair: string): string => {
    const [from = '', to = ''] = pair.split(' ').map((code) => languageName(i18n.language, code));
    return t('list.from_to', { from, to });
  };
  if (work.length === 0)
    return (
      <Empty title={t('list.none')}>
        <p>{t('list.none_what')}</p>
      </Empty>
    );
  return (
    <>
      <SelectField
        label={t('list.direction')}
        value={direction}
        options={[
          { value: '', label: t('list.all') },
          ...[...new Set(work.map(directionOfWork))].map((value) => ({ value, label: name(value) })),
        ]}
        onChange={({ target }) => setDirection(target.value)}
      />
      <ul ref={list} className="plain-list contents">
        {work
          .filter((one) => direction === '' || directionOfWork(one) === direction)
          .map((one) => (
            <li key={`${one.post} ${one.target}`}>
              <h2>
                <Link
                  to={`/d/${dyad}/posts/${one.post}/translations/${one.target}`}
                  lang={one.language}
                  dir={directionOf(one.language)}
                >
                  {one.excerpt}
                </Link>
              </h2>
              <p className="row small soft">
                {one.reasons.map((reason) => (
                  <span key={reason} className="tag">
                    {t(`reason.${reason}`)}
                  </span>
                ))}
                <span>{name(directionOfWork(one))}</span>
                <time dateTime={one.since}>{t('list.since', { day: formatDay(i18n.language, one.since) })}</time>
                {one.claim && <span>{t(one.claim.isOwn ? 'list.mine' : 'list.taken')}</span>}
                <Ask one={one} ask={ask} />
              </p>
            </li>
          ))}
      </ul>
    </>
  );
}

function Ask({ one, ask }: { readonly one: TranslationWork } & Pick<WorkListProps, 'ask'>): ReactNode {
  const { t } = useTranslation('forum');
  if (!canBeAskedFor(one)) return null;
  return (
    <Button weight="quiet" onClick={() => ask(one)}>
      {t('text.ask')}
    </Button>
  );
}

/** Goes to the next or the previous of the links in a list. */
function step(list: HTMLElement | null, by: number): void {
  const links = [...(list?.querySelectorAll('a') ?? [])];
  const at = links.findIndex((link) => link === document.activeElement);
  links[Math.max(0, Math.min(links.length - 1, at + by))]?.focus();
}
