import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../ui/states';

/** A page of the forum that could not be fetched: still a page with a title, and a way to try again. */
export function Unreachable({ error, retry }: { error: unknown; retry: () => void }): ReactNode {
  const { t } = useTranslation('forum');
  return (
    <>
      <h1>{t('thread.list')}</h1>
      <Problem error={error} retry={retry} />
    </>
  );
}
