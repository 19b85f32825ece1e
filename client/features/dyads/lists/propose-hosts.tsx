import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeptForm } from '../../../lib/use-kept-form';
import { TextArea } from '../../../ui/field';
import { Loading, Problem } from '../../../ui/states';
import { ProposalForm } from '../proposal-form';
import { hostsIn } from './list-drafts';
import { useWordlists } from './lists-api';
import { TakingAway } from './taking-away';
import './lists.css';

interface ProposeHostsProps {
  readonly dyad: string;
  readonly onSent: () => void;
}

/** Where links may lead without being pointed out to moderators. */
export function ProposeHosts(props: ProposeHostsProps): ReactNode {
  const lists = useWordlists(props.dyad);
  if (lists.error) return <Problem error={lists.error} retry={() => void lists.refetch()} />;
  if (!lists.data) return <Loading />;
  return <Changes {...props} hosts={lists.data.hosts?.hosts ?? []} />;
}

interface HostsValues {
  readonly add: string;
  readonly remove: readonly string[];
  readonly reason: string;
}

const nameOf = (host: string): string => host;

function Changes({ dyad, hosts, onSent }: ProposeHostsProps & { readonly hosts: readonly string[] }): ReactNode {
  const { t } = useTranslation('wordlists');
  const form = useKeptForm<HostsValues>(`${dyad}.act.hosts`, { add: '', remove: [], reason: '' });
  const { hosts: add, unknown } = hostsIn(form.values.add);
  const remove = form.values.remove.filter((host) => hosts.includes(host));
  const notHosts = unknown.length === 0 ? undefined : t('form.not_host', { text: unknown.join(', ') });
  const nothing = add.length === 0 && remove.length === 0 ? t('form.nothing') : undefined;
  return (
    <ProposalForm
      dyad={dyad}
      form={form}
      proposal={{ kind: 'allowed_hosts.change', details: { add: [...add], remove } }}
      obstacle={notHosts ?? nothing}
      onSent={onSent}
    >
      {(errorOf) => (
        <>
          <TextArea
            label={t('form.hosts_add')}
            hint={t('form.hosts_hint')}
            error={notHosts ?? errorOf('details.add', t('form.hosts_add'))}
            dir="ltr"
            spellCheck={false}
            autoCapitalize="none"
            value={form.values.add}
            onChange={({ target }) => form.change({ add: target.value })}
          />
          <TakingAway
            legend={t('form.hosts_take')}
            error={errorOf('details.remove', t('form.hosts_take'))}
            all={hosts}
            nameOf={nameOf}
            taken={remove}
            change={(taken) => form.change({ remove: taken })}
          >
            {(host) => <bdi dir="ltr">{host}</bdi>}
          </TakingAway>
        </>
      )}
    </ProposalForm>
  );
}
