import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { classOf, type ContentMeasure } from '../../../../shared/moderation/decision-classes.rules.js';
import { factsMaximum } from '../../../../shared/moderation/proposal.rules.js';
import type { ProposalDraft } from '../../../../shared/moderation/proposal.schema.js';
import { useErrorOf, useFocusOnError } from '../../../lib/field-errors';
import { useKeptForm, type KeptForm } from '../../../lib/use-kept-form';
import { Button } from '../../../ui/button';
import { TextPairFields } from '../../../ui/text-pair-fields';
import { TemplateField } from '../templates/template-field';
import { filledTexts, type KnownGaps } from '../templates/template-texts';
import { DecisionText, type Article } from './decision-text';
import { GroundFields, MeasureField, SanctionField, type FieldsProps } from './draft-fields';
import { completeDraft, draftOf, lacksOf, type DraftValues, type Lack } from './draft-values';
import './proposal.css';

interface ProposalFormProps {
  readonly dyad: string;
  readonly title: string;
  /** What a template is filled with; nothing where it is about several cases. */
  readonly known?: (language: string, article: string) => KnownGaps;
  /** Where it is kept until it is sent. */
  readonly place: string;
  readonly initial: DraftValues;
  readonly measures: readonly ContentMeasure[];
  /** Whether something can be done about the author. */
  readonly sanctions: boolean;
  /** The languages of both sides, the reader's own first. */
  readonly languages: readonly string[];
  readonly articles: readonly Article[];
  readonly submit: string;
  readonly error: unknown;
  readonly busy: boolean;
  /** Sends; `sent` is to be called once the server has it, and lets the form go. */
  readonly send: (draft: ProposalDraft, sent: () => void) => void;
}

/**
 * A decision is written: what would be done, why, and what was found, in both languages. Nothing is sent without a reason,
 * and what both sides will read stands beneath while it is written.
 */
export function ProposalForm(props: ProposalFormProps): ReactNode {
  const { dyad, title, place, initial, measures, languages, articles, known = () => ({}) } = props;
  const { t } = useTranslation('moderation');
  const form = useKeptForm(place, initial);
  const [tried, setTried] = useState<object>();
  const lacks = tried ? lacksOf(form.values, languages) : [];
  const errorOf = useErrorOf(props.error);
  const ref = useFocusOnError(props.error ?? tried);
  const heading = useId();
  const fields: FieldsProps = {
    values: form.values,
    change: form.change,
    wrong: (field) =>
      lacks.includes(field) ? t(`propose.lacks.${field}`) : errorOf(fieldNames[field], t('propose.it')),
  };
  const sentenceOf = (lack: 'facts' | 'gap' | undefined) => lack && t(`propose.lacks.${lack}`);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const draft = completeDraft(form.values, languages);
    if (!draft) setTried({});
    else if (!props.busy) props.send(draft, form.forget);
  };
  return (
    <form ref={ref} className="stack reason-form proposal-form" aria-labelledby={heading} noValidate onSubmit={submit}>
      <h3 id={heading}>{title}</h3>
      <MeasureField {...fields} measures={measures} />
      {props.sanctions && <SanctionField {...fields} />}
      <GroundFields {...fields} articles={articles} />
      <TemplateField
        dyad={dyad}
        reason={form.values.reason}
        take={(template) =>
          form.change({
            reason: form.values.reason || template.reason,
            facts: filledTexts(template, languages, (language) => known(language, form.values.article)),
          })
        }
      />
      <TextPairFields
        label={t('propose.facts')}
        hint={t('propose.facts_hint')}
        field="facts"
        languages={languages}
        value={form.values.facts}
        maximum={factsMaximum}
        long
        errorOf={(field, named) => sentenceOf(lackOfFacts(field, lacks)) ?? errorOf(field, named)}
        change={(facts) => form.change({ facts })}
      />
      <Preview values={form.values} languages={languages} articles={articles} />
      <Foot form={form} busy={props.busy} submit={props.submit} />
    </form>
  );
}

const fieldNames = {
  nothing_chosen: 'measure',
  reason: 'reason',
  passages: 'passages',
  days: 'sanction.days',
} as const;

/** What the facts lack in one language: all of them, or what a template left open. */
function lackOfFacts(field: string, lacks: readonly Lack[]): 'facts' | 'gap' | undefined {
  const language = field.slice('facts.'.length);
  if (lacks.includes(`facts.${language}`)) return 'facts';
  return lacks.includes(`gap.${language}`) ? 'gap' : undefined;
}

/** What both sides will read, and how many keys it needs. */
function Preview({
  values,
  ...shown
}: Pick<ProposalFormProps, 'languages' | 'articles'> & { values: DraftValues }): ReactNode {
  const { t } = useTranslation('moderation');
  const draft = draftOf(values);
  return (
    <section aria-label={t('propose.preview')}>
      <h4>{t('propose.preview')}</h4>
      <DecisionText decision={draft} {...shown} />
      <p className="small" role="status">
        {t(`class.${classOf(draft)}`)}
      </p>
    </section>
  );
}

interface FootProps {
  readonly form: KeptForm<DraftValues>;
  readonly busy: boolean;
  readonly submit: string;
}

function Foot({ form, busy, submit }: FootProps): ReactNode {
  const { t } = useTranslation(['moderation', 'dyads']);
  return (
    <div className="row">
      <Button type="submit" weight="main" busy={busy}>
        {submit}
      </Button>
      {form.begun && (
        <>
          <Button weight="quiet" onClick={form.forget}>
            {t('dyads:forms.empty')}
          </Button>
          <span className="small soft">{t('dyads:forms.kept')}</span>
        </>
      )}
    </div>
  );
}
