import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DisclosureView } from '../../../shared/dyads/dyad.schema.js';
import { jointActLimits } from '../../../shared/dyads/joint-act.rules.js';
import { useKeptForm } from '../../lib/use-kept-form';
import { ChoiceGroup } from '../../ui/field';
import { filled, TextPairFields, type TextPair } from '../../ui/text-pair-fields';
import { ProposalForm } from './proposal-form';

const kinds = ['funding', 'interest', 'state_involvement'] as const satisfies readonly DisclosureView['kind'][];

interface DisclosureValues {
  readonly kind: string;
  readonly title: TextPair;
  readonly body: TextPair;
  readonly reason: string;
}

interface ProposeDisclosureProps {
  readonly dyad: string;
  readonly languages: readonly string[];
  readonly onSent: () => void;
}

/** What both sides should know of money, interests or states, in the words of both. */
export function ProposeDisclosure({ dyad, languages, onSent }: ProposeDisclosureProps): ReactNode {
  const { t } = useTranslation('dyads');
  const form = useKeptForm<DisclosureValues>(`${dyad}.act.disclosure`, { kind: '', title: {}, body: {}, reason: '' });
  const { title, body } = form.values;
  const kind = kinds.find((one) => one === form.values.kind) ?? 'funding';
  const details = { kind, title: filled(title, languages), body: filled(body, languages) };
  return (
    <ProposalForm dyad={dyad} form={form} proposal={{ kind: 'disclosure.publish', details }} onSent={onSent}>
      {(errorOf) => (
        <>
          <ChoiceGroup
            legend={t('forms.disclosure_kind')}
            name="disclosure-kind"
            value={kind}
            options={kinds.map((one) => ({ value: one, label: t(`disclosures.${one}`) }))}
            onChange={(value) => form.change({ kind: value })}
          />
          <TextPairFields
            label={t('forms.title')}
            field="details.title"
            languages={languages}
            value={title}
            maximum={jointActLimits.disclosureTitle}
            errorOf={errorOf}
            change={(value) => form.change({ title: value })}
          />
          <TextPairFields
            long
            label={t('forms.body')}
            field="details.body"
            languages={languages}
            value={body}
            maximum={jointActLimits.disclosureBody}
            errorOf={errorOf}
            change={(value) => form.change({ body: value })}
          />
        </>
      )}
    </ProposalForm>
  );
}
