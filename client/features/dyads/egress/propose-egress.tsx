import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutsideEngine } from '../../../../shared/translation/egress.schema.js';
import { countryName } from '../../../lib/format';
import { useKeptForm } from '../../../lib/use-kept-form';
import { ChoiceGroup } from '../../../ui/field';
import { Empty, Loading, Problem } from '../../../ui/states';
import { ProposalForm } from '../proposal-form';
import { useEgress } from './egress-api';

interface ProposeEgressProps {
  readonly dyad: string;
  readonly onSent: () => void;
}

/** Consent to an engine of others that this server could ask. */
export function ProposeEgress(props: ProposeEgressProps): ReactNode {
  const { t } = useTranslation('egress');
  const egress = useEgress(props.dyad);
  if (egress.error) return <Problem error={egress.error} retry={() => void egress.refetch()} />;
  if (!egress.data) return <Loading />;
  const [first, ...others] = egress.data.engines.filter(({ consentedOn }) => consentedOn === null);
  return first ? <Choice {...props} engines={[first, ...others]} usual={first} /> : <Empty title={t('nothing')} />;
}

interface EgressValues {
  readonly engine: string;
  readonly reason: string;
}

interface ChoiceProps extends ProposeEgressProps {
  readonly engines: readonly OutsideEngine[];
  readonly usual: OutsideEngine;
}

function Choice({ dyad, engines, usual, onSent }: ChoiceProps): ReactNode {
  const { t, i18n } = useTranslation(['egress', 'forum']);
  const form = useKeptForm<EgressValues>(`${dyad}.act.egress`, { engine: '', reason: '' });
  const chosen = engines.find(({ engine }) => engine === form.values.engine) ?? usual;
  const { engine, recipient, country } = chosen;
  return (
    <ProposalForm
      dyad={dyad}
      form={form}
      proposal={{ kind: 'egress.consent', details: { engine, recipient, country } }}
      onSent={onSent}
    >
      {() => (
        <>
          <ChoiceGroup
            legend={t('choose')}
            name="engine"
            value={engine}
            options={engines.map((one) => ({
              value: one.engine,
              label: t('forum:composer.recipient', {
                name: one.recipient,
                country: countryName(i18n.language, one.country),
              }),
            }))}
            onChange={(value) => form.change({ engine: value })}
          />
          <p className="measure small soft">{t('what')}</p>
        </>
      )}
    </ProposalForm>
  );
}
