import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { sides } from '../../../shared/access/actor.js';
import { organisationLimits } from '../../../shared/dyads/organisation.rules.js';
import { textIn } from '../../lib/format';
import { useKeptForm } from '../../lib/use-kept-form';
import { TextField } from '../../ui/field';
import type { SideName } from '../../ui/member-name';
import { filled, TextPairFields, type TextPair } from '../../ui/text-pair-fields';
import { useDisclosures } from './api';
import { ProposalForm } from './proposal-form';
import { SideChoice } from './side-choice';

interface OrganisationValues {
  readonly side: string;
  readonly name: TextPair;
  readonly purpose: TextPair;
  readonly website: string;
  readonly disclosures: readonly string[];
  readonly reason: string;
}

interface ProposeOrganisationProps {
  readonly dyad: string;
  readonly languages: readonly string[];
  readonly sideName: SideName;
  readonly onSent: () => void;
}

const empty: OrganisationValues = { side: '', name: {}, purpose: {}, website: '', disclosures: [], reason: '' };

/** An organisation that may sign joint statements: whose it is, what it is, and what is disclosed about it. */
export function ProposeOrganisation({ dyad, languages, sideName, onSent }: ProposeOrganisationProps): ReactNode {
  const { t } = useTranslation('organisations');
  const form = useKeptForm<OrganisationValues>(`${dyad}.act.organisation`, empty);
  const { name, purpose, website, disclosures } = form.values;
  const side = sides.find((one) => one === form.values.side);
  const details = {
    ...(side && { side }),
    name: filled(name, languages),
    purpose: filled(purpose, languages),
    ...(website.trim() !== '' && { website: website.trim() }),
    disclosures: [...disclosures],
  };
  return (
    <ProposalForm
      dyad={dyad}
      form={form}
      proposal={{ kind: 'organisation.admit', details }}
      obstacle={side === undefined ? t('form.choose_side') : undefined}
      onSent={onSent}
    >
      {(errorOf) => (
        <>
          <SideChoice value={form.values.side} sideName={sideName} choose={(value) => form.change({ side: value })} />
          <TextPairFields
            label={t('form.name')}
            field="details.name"
            languages={languages}
            value={name}
            maximum={organisationLimits.name}
            errorOf={errorOf}
            change={(value) => form.change({ name: value })}
          />
          <TextPairFields
            long
            label={t('form.purpose')}
            field="details.purpose"
            languages={languages}
            value={purpose}
            maximum={organisationLimits.purpose}
            errorOf={errorOf}
            change={(value) => form.change({ purpose: value })}
          />
          <TextField
            label={t('form.website')}
            hint={t('form.website_hint')}
            error={errorOf('details.website', t('form.website'))}
            type="url"
            dir="ltr"
            maxLength={organisationLimits.website}
            value={website}
            onChange={({ target }) => form.change({ website: target.value })}
          />
          <Interests dyad={dyad} chosen={disclosures} choose={(value) => form.change({ disclosures: value })} />
        </>
      )}
    </ProposalForm>
  );
}

interface InterestsProps {
  readonly dyad: string;
  readonly chosen: readonly string[];
  readonly choose: (chosen: readonly string[]) => void;
}

function Interests({ dyad, chosen, choose }: InterestsProps): ReactNode {
  const { t, i18n } = useTranslation('organisations');
  const disclosures = useDisclosures(dyad);
  if (!disclosures.data || disclosures.data.length === 0) return null;
  return (
    <fieldset className="field choices">
      <legend className="field__label">{t('form.disclosures')}</legend>
      {disclosures.data.map(({ id, title }) => (
        <label key={id} className="choice">
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={({ target }) => choose(target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))}
          />
          {textIn(title, i18n.language)}
        </label>
      ))}
    </fieldset>
  );
}
