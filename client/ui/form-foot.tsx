import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button';

/** The button that sends, and beside it that nothing is lost, and how to let go of it. */
export function FormFoot({
  form,
  busy,
  action,
}: {
  form: { readonly begun: boolean; readonly forget: () => void };
  busy: boolean;
  action: string;
}): ReactNode {
  const { t } = useTranslation('dyads');
  return (
    <div className="row">
      <Button type="submit" weight="main" busy={busy}>
        {action}
      </Button>
      {form.begun && (
        <>
          <Button weight="quiet" onClick={form.forget}>
            {t('forms.empty')}
          </Button>
          <span className="small soft">{t('forms.kept')}</span>
        </>
      )}
    </div>
  );
}
