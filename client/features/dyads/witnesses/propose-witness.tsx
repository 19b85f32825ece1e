import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { witnessLimits, witnessSides } from '../../../../shared/record/witness.rules.js';
import { useKeptForm } from '../../../lib/use-kept-form';
import { TextField } from '../../../ui/field';
import type { SideName } from '../../../ui/member-name';
import { filled, TextPairFields, type TextPair } from '../../../ui/text-pair-fields';
import { ProposalForm } from '../proposal-form';
import { SideChoice } from '../side-choice';

interface WitnessValues {
  readonly side: string;
  readonly name: TextPair;
  readonly verifierKey: string;
  readonly url: string;
  readonly reason: string;
}

interface ProposeWitnessProps {
  readonly dyad: string;
  readonly languages: readonly string[];
  readonly sideName: SideName;
  readonly onSent: () => void;
}

const empty: WitnessValues = { side: '', name: {}, verifierKey: '', url: '', reason: '' };

/** A witness of the record: on whose behalf, under which name, and by which key its signatures are known. */
export function ProposeWitness({ dyad, languages, sideName, onSent }: ProposeWitnessProps): ReactNode {
  const { t } = useTranslation('witnesses');
  const form = useKeptForm<WitnessValues>(`${dyad}.act.witness`, empty);
  const { name, verifierKey, url } = form.values;
  const side = witnessSides.find((one) => one === form.values.side);
  const details = {
    ...(side && { side }),
    name: filled(name, languages),
    verifierKey: verifierKey.trim(),
    ...(url.trim() !== '' && { url: url.trim() }),
  };
  return (
    <ProposalForm
      dyad={dyad}
      form={form}
      proposal={{ kind: 'witness.add', details }}
      obstacle={side === undefined ? t('choose_side') : undefined}
      onSent={onSent}
    >
      {(errorOf) => (
        <>
          <SideChoice
            offered={witnessSides}
            value={form.values.side}
            sideName={sideName}
            choose={(value) => form.change({ side: value })}
          />
          <TextPairFields
            label={t('name')}
            field="details.name"
            languages={languages}
            value={name}
            maximum={witnessLimits.name}
            errorOf={errorOf}
            change={(value) => form.change({ name: value })}
          />
          <TextField
            label={t('key')}
            hint={t('key_hint')}
            error={errorOf('details.verifierKey', t('key'))}
            dir="ltr"
            maxLength={witnessLimits.verifierKey}
            value={verifierKey}
            onChange={({ target }) => form.change({ verifierKey: target.value })}
          />
          <TextField
            label={t('url')}
            hint={t('url_hint')}
            error={errorOf('details.url', t('url'))}
            type="url"
            dir="ltr"
            maxLength={witnessLimits.url}
            value={url}
            onChange={({ target }) => form.change({ url: target.value })}
          />
        </>
      )}
    </ProposalForm>
  );
}
