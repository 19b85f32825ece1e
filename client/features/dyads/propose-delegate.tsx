import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberView } from '../../../shared/dyads/dyad.schema.js';
import { textIn } from '../../lib/format';
import { useKeptForm } from '../../lib/use-kept-form';
import { ChoiceGroup, SelectField } from '../../ui/field';
import type { SideName } from '../../ui/member-name';
import { Loading, Problem } from '../../ui/states';
import { useOrganisations } from './api';
import { MemberSearch } from './member-search';
import { ProposalForm } from './proposal-form';

interface DelegateValues {
  readonly change: string;
  readonly organisation: string;
  readonly member: MemberView | null;
  readonly reason: string;
}

interface ProposeDelegateProps {
  readonly dyad: string;
  readonly sideName: SideName;
  readonly onSent: () => void;
}

/** Who may sign for an organisation from now on, or may no more. */
export function ProposeDelegate({ dyad, sideName, onSent }: ProposeDelegateProps): ReactNode {
  const { t, i18n } = useTranslation(['organisations', 'dyads']);
  const organisations = useOrganisations(dyad);
  const form = useKeptForm<DelegateValues>(`${dyad}.act.delegate`, {
    change: 'name',
    organisation: '',
    member: null,
    reason: '',
  });
  if (organisations.error) return <Problem error={organisations.error} retry={() => void organisations.refetch()} />;
  if (!organisations.data) return <Loading />;
  if (organisations.data.length === 0) return <p>{t('none')}</p>;
  const { member } = form.values;
  const change = form.values.change === 'recall' ? ('recall' as const) : ('name' as const);
  const chosen = organisations.data.find(({ id }) => id === form.values.organisation) ?? organisations.data[0];
  const details = { ...(chosen && { organisation: chosen.id }), ...(member && { member: member.id }) };
  return (
    <ProposalForm dyad={dyad} form={form} proposal={{ kind: `delegate.${change}`, details }} onSent={onSent}>
      {(errorOf) => (
        <>
          <ChoiceGroup
            legend={t('dyads:forms.role_change')}
            name="delegate-change"
            value={change}
            options={(['name', 'recall'] as const).map((one) => ({ value: one, label: t(`form.delegate_${one}`) }))}
            onChange={(value) => form.change({ change: value })}
          />
          <SelectField
            label={t('form.organisation')}
            value={chosen?.id ?? ''}
            options={organisations.data.map(({ id, name, side }) => ({
              value: id,
              label: `${textIn(name, i18n.language)} (${sideName(side)})`,
            }))}
            onChange={({ target }) => form.change({ organisation: target.value })}
          />
          <MemberSearch
            dyad={dyad}
            chosen={member}
            error={errorOf('details.member', t('dyads:forms.member'))}
            sideName={sideName}
            choose={(found) => form.change({ member: found })}
          />
        </>
      )}
    </ProposalForm>
  );
}
