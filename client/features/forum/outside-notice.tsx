import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface OutsideNoticeProps {
  /** Who gets the words, each with their country. */
  readonly recipients: readonly string[];
  readonly staysInside: boolean;
  readonly keepInside: (staysInside: boolean) => void;
}

/** Before words leave: who gets them to translate them, and a way to keep them here. */
export function OutsideNotice({ recipients, staysInside, keepInside }: OutsideNoticeProps): ReactNode {
  const { t, i18n } = useTranslation('forum');
  const who = new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(recipients);
  return (
    <div className="composer__outside">
      <p role="status">{staysInside ? t('composer.inside') : t('composer.outside', { who })}</p>
      <label className="choice">
        <input type="checkbox" checked={staysInside} onChange={({ target }) => keepInside(target.checked)} />
        {t('composer.keep_inside')}
      </label>
    </div>
  );
}
