import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { commitmentLimits, promisors } from '../../../../shared/commitments/commitment.rules.js';
import type { OrganisationBrief } from '../../../../shared/dyads/organisation.schema.js';
import { useErrorOf, useFocusOnError } from '../../../lib/field-errors';
import { textIn } from '../../../lib/format';
import { useActKey } from '../../../lib/use-act-key';
import type { KeptForm } from '../../../lib/use-kept-form';
import { useAnnounce } from '../../../ui/announcer';
import { ChoiceGroup, TextField } from '../../../ui/field';
import { FormFoot } from '../../../ui/form-foot';
import type { SideName } from '../../../ui/member-name';
import { Problem } from '../../../ui/states';
import { TextPairFields } from '../../../ui/text-pair-fields';
import { usePromisorName } from '../promisor';
import type { DraftPart } from './draft-part';
import { contentOf, type DraftValues } from './draft-values';
import { useSaveDraft } from './drafts-api';
import { IndicatorFields } from './indicator-fields';
import { MilestoneFields } from './milestone-fields';
import { OriginFields, type Origins } from './origin-fields';

export interface DraftFormProps {
  readonly dyad: string;
  /** The draft that is changed; a new one without it. */
  readonly draft: string | undefined;
  readonly form: KeptForm<DraftValues>;
  /** The languages of both sides; first the one that the reader writes in. */
  readonly languages: readonly string[];
  readonly organisations: readonly OrganisationBrief[];
  readonly origins: Origins;
  readonly sideName: SideName;
  readonly onSaved: () => void;
}

/** A commitment under way, in the words of both languages from its first day. */
export function DraftForm(props: DraftFormProps): ReactNode {
  const { dyad, draft, form, languages, onSaved } = props;
  const { t } = useTranslation('commitment-acts');
  const save = useSaveDraft(dyad);
  const announce = useAnnounce();
  const keyOf = useActKey();
  const [tried, setTried] = useState(false);
  const errorOf = useErrorOf(save.error);
  const ref = useFocusOnError(save.error);
  const { from } = form.values;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const content = contentOf(form.values, languages);
    if (content === undefined) return announce(t('look_again'));
    const saved = () => {
      form.forget();
      announce(t('draft.saved'));
      onSaved();
    };
    const changed = draft !== undefined && from !== null ? { draft: { id: draft, from } } : {};
    void save.mutateAsync({ content, key: keyOf({ content, from }), ...changed }).then(saved, () => undefined);
  };
  const part: DraftPart = { form, languages, errorOf, tried };
  return (
    <form ref={ref} className="stack draft-form" noValidate onSubmit={submit}>
      <Words {...part} {...props} />
      <OriginFields {...part} origins={props.origins} />
      <Responsible {...part} {...props} />
      <IndicatorFields {...part} />
      <TextPairFields
        long
        label={t('draft.evidence_standard')}
        hint={t('draft.evidence_standard_hint')}
        field="content.evidenceStandard"
        languages={languages}
        value={form.values.evidenceStandard}
        maximum={commitmentLimits.evidenceStandard}
        errorOf={errorOf}
        change={(evidenceStandard) => form.change({ evidenceStandard })}
      />
      <TextField
        type="date"
        label={t('draft.deadline')}
        hint={t('draft.deadline_hint')}
        error={errorOf('content.deadline', t('draft.deadline'))}
        value={form.values.deadline}
        onChange={({ target }) => form.change({ deadline: target.value })}
      />
      <MilestoneFields {...part} />
      {save.error && <Problem error={save.error} />}
      <p className="small soft">{t('draft.next')}</p>
      <FormFoot form={form} busy={save.isPending} action={t('draft.save')} />
    </form>
  );
}

/** Whose promise it is, and what is promised. */
function Words({ form, languages, errorOf, tried, sideName }: DraftPart & { sideName: SideName }): ReactNode {
  const { t } = useTranslation('commitment-acts');
  const name = usePromisorName(sideName);
  const { promisor, title, text } = form.values;
  return (
    <>
      <ChoiceGroup
        legend={t('draft.promisor')}
        name="draft-promisor"
        value={promisor}
        options={promisors
          .map((value) => ({ value, label: name(value) }))
          .toSorted((one, other) => one.label.localeCompare(other.label))}
        onChange={(value) => form.change({ promisor: value })}
      />
      {tried && promisor === '' && <p className="field__error">{t('draft.choose_promisor')}</p>}
      <TextPairFields
        label={t('draft.title')}
        field="content.title"
        languages={languages}
        value={title}
        maximum={commitmentLimits.title}
        errorOf={errorOf}
        change={(value) => form.change({ title: value })}
      />
      <TextPairFields
        long
        label={t('draft.text')}
        hint={t('draft.text_hint')}
        field="content.text"
        languages={languages}
        value={text}
        maximum={commitmentLimits.text}
        errorOf={errorOf}
        change={(value) => form.change({ text: value })}
      />
    </>
  );
}

/** The organisations that answer for it; at least one of each side that promises. */
function Responsible({
  form,
  organisations,
  errorOf,
}: DraftPart & { organisations: readonly OrganisationBrief[] }): ReactNode {
  const { t, i18n } = useTranslation('commitment-acts');
  const chosen = form.values.organisations;
  const error = errorOf('content.organisations', t('draft.responsible'));
  return (
    <fieldset className="field choices">
      <legend className="field__label">{t('draft.responsible')}</legend>
      <p className="field__hint">{t('draft.responsible_hint')}</p>
      {organisations.map(({ id, name }) => (
        <label key={id} className="choice">
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            aria-invalid={error ? true : undefined}
            onChange={({ target }) =>
              form.change({ organisations: target.checked ? [...chosen, id] : chosen.filter((one) => one !== id) })
            }
          />
          {textIn(name, i18n.language)}
        </label>
      ))}
      {error && <span className="field__error">{error}</span>}
    </fieldset>
  );
}
