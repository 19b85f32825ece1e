import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const signs = [
  ['bold', '**…**'],
  ['emphasis', '*…*'],
  ['list', '- …'],
  ['quote', '> …'],
  ['mention', '@…'],
] as const;

/** How to set words off, said in words; the signs stand beside them. */
export function FormatHelp(): ReactNode {
  const { t } = useTranslation('forum');
  return (
    <details className="format-help">
      <summary>{t('format.title')}</summary>
      <dl className="small">
        {signs.map(([name, sign]) => (
          <div key={name}>
            <dt>
              <code dir="ltr">{sign}</code>
            </dt>
            <dd>{t(`format.${name}`)}</dd>
          </div>
        ))}
      </dl>
      <p className="small soft">{t('format.send')}</p>
    </details>
  );
}
