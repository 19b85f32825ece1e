import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { policyTable, ruleOf, type Action } from '../../../shared/access/policy-table.js';
import { useTitle } from '../use-title';

const actions = Object.keys(policyTable) as Action[];

/** The policy table, the very one the server asks, read aloud. */
export function Policy(): ReactNode {
  const { t } = useTranslation('dyads');
  useTitle(t('policy.title'));
  return (
    <>
      <h1>{t('policy.title')}</h1>
      <p className="measure">{t('policy.what')}</p>
      <div className="scroll-x" tabIndex={0} role="region" aria-label={t('policy.title')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('policy.action')}</th>
              <th scope="col">{t('policy.who')}</th>
              <th scope="col">{t('policy.when')}</th>
            </tr>
          </thead>
          <tbody>
            {actions.map((action) => {
              const { who, when = [], given = [] } = ruleOf(action);
              return (
                <tr key={action}>
                  <th scope="row">{t(`action.${action}`)}</th>
                  <td>{who.map((one) => t(`who.${one}`)).join(', ')}</td>
                  <td>{[...when, ...given].map((one) => t(`condition.${one}`)).join('; ')}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}
