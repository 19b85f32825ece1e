import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button';
import { SelectField } from '../../../ui/field';
import { changeCare, putRestOff, restChoices, useCare, useExposure } from './care';
import './wellbeing.css';

/** How one protects oneself at the desk; all of it stays on this device. */
export function CareSettings(): ReactNode {
  const { t } = useTranslation('moderation');
  const { veil, restAfter, leaveGrave } = useCare();
  const { cases } = useExposure();
  return (
    <details className="care">
      <summary>{t('care.title')}</summary>
      <div className="stack measure">
        <p className="small soft">{t('care.what')}</p>
        <p>{t('care.seen', { count: cases })}</p>
        <label className="choice">
          <input type="checkbox" checked={veil} onChange={({ target }) => changeCare({ veil: target.checked })} />
          {t('care.veil')}
        </label>
        <label className="choice">
          <input
            type="checkbox"
            checked={leaveGrave}
            onChange={({ target }) => changeCare({ leaveGrave: target.checked })}
          />
          {t('care.leave_grave')}
        </label>
        <SelectField
          label={t('care.rest_after')}
          value={String(restAfter)}
          options={restChoices.map((cases) => ({
            value: String(cases),
            label: cases === 0 ? t('care.rest_never') : t('care.rest_cases', { count: cases }),
          }))}
          onChange={({ target }) => changeCare({ restAfter: Number(target.value) })}
        />
      </div>
    </details>
  );
}

/** Suggests a rest after many grave cases; who goes on is asked again later, and nobody is told. */
export function RestSuggestion({ goAway }: { goAway: (() => void) | undefined }): ReactNode {
  const { t } = useTranslation('moderation');
  const { cases, rest } = useExposure();
  return (
    <div role="status">
      {rest && (
        <div className="notice">
          <div className="stack">
            <p>{t('care.rest', { count: cases })}</p>
            <div className="row">
              {goAway && (
                <Button
                  onClick={() => {
                    putRestOff();
                    goAway();
                  }}
                >
                  {t('care.go_away')}
                </Button>
              )}
              <Button weight="quiet" onClick={putRestOff}>
                {t('care.go_on')}
              </Button>
            </div>
          </div>
        </div>
      )}
    </div>
  );
}
