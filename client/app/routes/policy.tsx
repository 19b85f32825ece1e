import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ruleOf, type Action } from '../../../shared/access/policy-table.js';
import { actionsOf, policyAreas } from '../policy-areas';
import { useTitle } from '../use-title';
import './policy.css';

/** The policy table, the very one the server asks, read aloud area by area. */
export function Policy(): ReactNode {
  const { t } = useTranslation(['dyads', 'public']);
  useTitle(t('policy.title'));
  return (
    <>
      <h1>{t('policy.title')}</h1>
      <p className="measure lede">{t('policy.what')}</p>
      {policyAreas.map((area) => (
        <section key={area} id={area}>
          <h2 id={`${area}-title`}>{t(`public:area.${area}`)}</h2>
          <RuleTable title={`${area}-title`} actions={actionsOf(area)} />
        </section>
      ))}
    </>
  );
}

/** A table; on a phone a card for each row. */
function RuleTable({ title, actions }: { title: string; actions: readonly Action[] }): ReactNode {
  const { t } = useTranslation('dyads');
  return (
    <table className="rules" aria-labelledby={title}>
      <thead>
        <tr>
          <th scope="col">{t('policy.action')}</th>
          <th scope="col">{t('policy.who')}</th>
          <th scope="col">{t('policy.when')}</th>
        </tr>
      </thead>
      <tbody>
        {actions.map((action) => (
          <RuleRow key={action} action={action} />
        ))}
      </tbody>
    </table>
  );
}

function RuleRow({ action }: { action: Action }): ReactNode {
  const { t, i18n } = useTranslation('dyads');
  const { who, when = [], given = [] } = ruleOf(action);
  const conditions = [...when, ...given];
  const people = new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(who.map((one) => t(`who.${one}`)));
  return (
    <tr>
      <th scope="row">{t(`action.${action}`)}</th>
      <td>
        <span className="rules__label" aria-hidden="true">
          {t('policy.who')}
        </span>
        {people}
      </td>
      <td className={conditions.length === 0 ? 'rules__none' : undefined}>
        {conditions.length > 0 && (
          <>
            <span className="rules__label" aria-hidden="true">
              {t('policy.when')}
            </span>
            <ul className="plain-list">
              {conditions.map((one) => (
                <li key={one}>{t(`condition.${one}`)}</li>
              ))}
            </ul>
          </>
        )}
      </td>
    </tr>
  );
}
