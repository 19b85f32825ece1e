import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LogView } from '../../../../shared/record/log.contract.js';
import { call } from '../../../lib/api-client';
import { textIn } from '../../../lib/format';
import { useKeptForm } from '../../../lib/use-kept-form';
import { ChoiceGroup } from '../../../ui/field';
import type { SideName } from '../../../ui/member-name';
import { Empty, Loading, Problem } from '../../../ui/states';
import { ProposalForm } from '../proposal-form';

interface RemovalProps {
  readonly dyad: string;
  readonly sideName: SideName;
  readonly onSent: () => void;
}

const useLog = (dyad: string): UseQueryResult<LogView> =>
  useQuery({ queryKey: ['log', dyad], queryFn: () => call('GET /api/dyads/:dyad/log', { params: { dyad } }) });

/** A witness whose signatures would not count any more. */
export function ProposeWitnessRemoval(props: RemovalProps): ReactNode {
  const { t } = useTranslation('witnesses');
  const log = useLog(props.dyad);
  if (log.error) return <Problem error={log.error} retry={() => void log.refetch()} />;
  if (!log.data) return <Loading />;
  const [first, ...others] = log.data.witnesses;
  return first ? <Choice {...props} witnesses={[first, ...others]} usual={first} /> : <Empty title={t('none')} />;
}

interface RemovalValues {
  readonly verifierKey: string;
  readonly reason: string;
}

interface ChoiceProps extends RemovalProps {
  readonly witnesses: LogView['witnesses'];
  readonly usual: LogView['witnesses'][number];
}

function Choice({ dyad, sideName, witnesses, usual, onSent }: ChoiceProps): ReactNode {
  const { t, i18n } = useTranslation('witnesses');
  const form = useKeptForm<RemovalValues>(`${dyad}.act.witness_removal`, { verifierKey: '', reason: '' });
  const { verifierKey } = witnesses.find((one) => one.verifierKey === form.values.verifierKey) ?? usual;
  return (
    <ProposalForm
      dyad={dyad}
      form={form}
      proposal={{ kind: 'witness.remove', details: { verifierKey } }}
      onSent={onSent}
    >
      {() => (
        <ChoiceGroup
          legend={t('witness')}
          name="witness"
          value={verifierKey}
          options={witnesses.map((one) => ({
            value: one.verifierKey,
            label: `${textIn(one.name, i18n.language)} (${sideName(one.side)})`,
          }))}
          onChange={(value) => form.change({ verifierKey: value })}
        />
      )}
    </ProposalForm>
  );
}
