import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { commitmentLimits } from '../../../../shared/commitments/commitment.rules.js';
import { useTextIn } from '../../../lib/use-text-in';
import { ChoiceGroup, SelectField, TextField } from '../../../ui/field';
import { TextPairFields } from '../../../ui/text-pair-fields';
import type { DraftPart } from './draft-part';

/** What a commitment can come from here. */
export interface Origins {
  /** The statements that both sides have ratified. */
  readonly statements: readonly { readonly id: string; readonly title: Readonly<Record<string, string>> }[];
  /** How many clauses the chosen one has; none while it is not known. */
  readonly clauses: number | undefined;
}

/** Where it comes from: a clause that both sides have ratified here, or an agreement that was made elsewhere. */
export function OriginFields(props: DraftPart & { origins: Origins }): ReactNode {
  const { t } = useTranslation('commitment-acts');
  const { form } = props;
  const { origin } = form.values;
  return (
    <>
      <ChoiceGroup
        legend={t('draft.origin')}
        name="draft-origin"
        value={origin}
        options={[
          { value: 'clause', label: t('draft.origin_clause') },
          { value: 'agreement', label: t('draft.origin_agreement') },
        ]}
        onChange={(value) => form.change({ origin: value === 'agreement' ? 'agreement' : 'clause' })}
      />
      {origin === 'clause' ? <Clause {...props} /> : <Agreement {...props} />}
    </>
  );
}

function Clause({ form, errorOf, origins }: DraftPart & { origins: Origins }): ReactNode {
  const { t } = useTranslation(['commitment-acts', 'ratified']);
  const textIn = useTextIn();
  const { statement, clause } = form.values;
  const none = { value: '', label: t('draft.choose') };
  return (
    <>
      <SelectField
        label={t('draft.statement')}
        error={errorOf('content.origin.statement', t('draft.statement'))}
        value={statement}
        options={[none, ...origins.statements.map(({ id, title }) => ({ value: id, label: textIn(title) }))]}
        onChange={({ target }) => form.change({ statement: target.value, clause: '' })}
      />
      <SelectField
        label={t('draft.clause')}
        error={errorOf('content.origin.clause', t('draft.clause'))}
        value={clause}
        options={[
          none,
          ...Array.from({ length: origins.clauses ?? 0 }, (_, at) => ({
            value: String(at + 1),
            label: t('ratified:paper.clause', { number: at + 1 }),
          })),
        ]}
        onChange={({ target }) => form.change({ clause: target.value })}
      />
    </>
  );
}

function Agreement({ form, languages, errorOf }: DraftPart): ReactNode {
  const { t } = useTranslation('commitment-acts');
  const { agreement, article, link, agreedOn } = form.values;
  return (
    <>
      <TextPairFields
        label={t('draft.agreement')}
        field="content.origin.name"
        languages={languages}
        value={agreement}
        maximum={commitmentLimits.agreement}
        errorOf={errorOf}
        change={(value) => form.change({ agreement: value })}
      />
      <TextField
        label={t('draft.article')}
        error={errorOf('content.origin.article', t('draft.article'))}
        dir="auto"
        value={article}
        maxLength={commitmentLimits.article}
        onChange={({ target }) => form.change({ article: target.value })}
      />
      <TextField
        type="url"
        dir="ltr"
        label={t('draft.link')}
        hint={t('draft.link_hint')}
        error={errorOf('content.origin.link', t('draft.link'))}
        value={link}
        maxLength={commitmentLimits.link}
        onChange={({ target }) => form.change({ link: target.value })}
      />
      <TextField
        type="date"
        label={t('draft.agreed_on')}
        error={errorOf('content.origin.day', t('draft.agreed_on'))}
        value={agreedOn}
        onChange={({ target }) => form.change({ agreedOn: target.value })}
      />
    </>
  );
}
