import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useTabDisguise } from '../lib/tab-disguise';

/** The title of the tab: what the page is, or a word that tells nothing, for those who wish so. */
export function useTitle(title: string): void {
  const { t } = useTranslation();
  const isNeutral = useTabDisguise();
  useEffect(() => {
    const own = title ? `${title} · Entente` : 'Entente';
    document.title = isNeutral ? t('tab.title') : own;
  }, [title, isNeutral, t]);
}
