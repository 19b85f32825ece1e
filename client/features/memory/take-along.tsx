import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../../lib/api-client';
import { languageName } from '../../lib/format';
import { SelectField } from '../../ui/field';

const files = {
  TMX: 'GET /api/dyads/:dyad/memory.tmx',
  XLIFF: 'GET /api/dyads/:dyad/memory.xlf',
  CSV: 'GET /api/dyads/:dyad/memory.csv',
} as const;

/** The memory as files for other programs, one pair of languages in each. */
export function TakeAlong({ dyad, languages }: { dyad: string; languages: readonly string[] }): ReactNode {
  const { t, i18n } = useTranslation('memory');
  const pairs = languages.flatMap((from) => languages.filter((to) => to !== from).map((to) => `${from} ${to}`));
  const [pair, setPair] = useState(pairs[0] ?? '');
  const [from = '', to = ''] = pair.split(' ');
  const nameOf = (one: string): string =>
    t('files.pair', {
      from: languageName(i18n.language, one.split(' ')[0] ?? ''),
      to: languageName(i18n.language, one.split(' ')[1] ?? ''),
    });
  return (
    <details className="memory-part">
      <summary>
        <h2>{t('files.title')}</h2>
      </summary>
      <div className="stack">
        <SelectField
          label={t('files.languages')}
          value={pair}
          options={pairs.map((one) => ({ value: one, label: nameOf(one) }))}
          onChange={({ target }) => setPair(target.value)}
        />
        <p className="memory-files">
          {Object.entries(files).map(([name, route]) => (
            <a key={name} href={addressOf(route, { params: { dyad }, query: { from, to } })} download>
              {name}
            </a>
          ))}
        </p>
      </div>
    </details>
  );
}
