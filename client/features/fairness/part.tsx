import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** A part of the page: a heading, what the numbers mean in one sentence, and the numbers where they may be shown. */
export function Part({
  id,
  title,
  what,
  children,
}: {
  id: string;
  title: string;
  what: string;
  children: ReactNode;
}): ReactNode {
  const { t } = useTranslation('fairness');
  return (
    <section id={id}>
      <h2 id={`${id}-title`}>{title}</h2>
      <p className="measure">{what}</p>
      {children ?? <p className="soft">{t('hidden')}</p>}
    </section>
  );
}
