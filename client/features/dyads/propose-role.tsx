import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { roles, type Role } from '../../../shared/access/actor.js';
import type { MemberView } from '../../../shared/dyads/dyad.schema.js';
import { useKeptForm } from '../../lib/use-kept-form';
import { ChoiceGroup } from '../../ui/field';
import type { SideName } from '../../ui/member-name';
import { MemberSearch } from './member-search';
import { ProposalForm } from './proposal-form';
import type { ActProposal } from './stewards-api';

interface RoleValues {
  readonly change: 'grant' | 'revoke';
  readonly member: MemberView | null;
  readonly role: string;
  readonly reason: string;
}

interface ProposeRoleProps {
  readonly dyad: string;
  readonly sideName: SideName;
  readonly onSent: () => void;
}

/** Giving or taking a role: only roles are offered that the member does not have, or has. */
export function ProposeRole({ dyad, sideName, onSent }: ProposeRoleProps): ReactNode {
  const { t } = useTranslation(['dyads', 'common']);
  const form = useKeptForm<RoleValues>(`${dyad}.act.role`, { change: 'grant', member: null, role: '', reason: '' });
  const { change, member } = form.values;
  const offered = roles.filter((role) => member?.roles.includes(role) === (change === 'revoke'));
  const role = offered.find((one) => one === form.values.role);
  return (
    <ProposalForm dyad={dyad} form={form} proposal={proposalOf(change, member, role)} onSent={onSent}>
      {(errorOf) => (
        <>
          <ChoiceGroup
            legend={t('forms.role_change')}
            name="role-change"
            value={change}
            options={(['grant', 'revoke'] as const).map((one) => ({ value: one, label: t(`forms.role_${one}`) }))}
            onChange={(value) => form.change({ change: value === 'revoke' ? 'revoke' : 'grant' })}
          />
          <MemberSearch
            dyad={dyad}
            chosen={member}
            error={errorOf('details.member', t('forms.member'))}
            sideName={sideName}
            choose={(chosen) => form.change({ member: chosen, role: '' })}
          />
          {member && offered.length === 0 && <p>{t('forms.no_role')}</p>}
          {member && offered.length > 0 && (
            <RoleChoice
              offered={offered}
              chosen={role}
              error={errorOf('details.role', t('forms.role'))}
              choose={(value) => form.change({ role: value })}
            />
          )}
        </>
      )}
    </ProposalForm>
  );
}

function proposalOf(change: 'grant' | 'revoke', member: MemberView | null, role: Role | undefined): ActProposal {
  return { kind: `role.${change}`, details: { ...(member && { member: member.id }), ...(role && { role }) } };
}

interface RoleChoiceProps {
  readonly offered: readonly Role[];
  readonly chosen: Role | undefined;
  readonly error: string | undefined;
  readonly choose: (role: string) => void;
}

function RoleChoice({ offered, chosen, error, choose }: RoleChoiceProps): ReactNode {
  const { t } = useTranslation(['dyads', 'common']);
  return (
    <div className="stack">
      <ChoiceGroup
        legend={t('forms.role')}
        name="role"
        value={chosen ?? ''}
        options={offered.map((one) => ({ value: one, label: t(`common:role.${one}`) }))}
        onChange={choose}
      />
      {error && (
        <p role="alert" className="field__error">
          {error}
        </p>
      )}
      {chosen && <p className="small soft">{t(`role_what.${chosen}`)}</p>}
    </div>
  );
}
