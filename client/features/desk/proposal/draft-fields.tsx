import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { lasting, sanctionKinds, type ContentMeasure } from '../../../../shared/moderation/decision-classes.rules.js';
import { passageMaximum, passagesMost, sanctionDaysMost } from '../../../../shared/moderation/proposal.rules.js';
import { reasonCodes } from '../../../../shared/moderation/reasons.js';
import { textIn } from '../../../lib/format';
import { Button } from '../../../ui/button';
import { ChoiceGroup, SelectField, TextField } from '../../../ui/field';
import { Texts } from '../../../ui/texts';
import type { Article } from './decision-text';
import { clears, type DraftValues } from './draft-values';

export interface FieldsProps {
  readonly values: DraftValues;
  readonly change: (part: Partial<DraftValues>) => void;
  /** The sentence for what is wrong with a field, if anything. */
  readonly wrong: (field: 'nothing_chosen' | 'reason' | 'passages' | 'days') => string | undefined;
}

/** What would happen with the words. */
export function MeasureField({
  values,
  change,
  wrong,
  measures,
}: FieldsProps & { measures: readonly ContentMeasure[] }): ReactNode {
  const { t } = useTranslation('moderation');
  const error = wrong('nothing_chosen');
  const isReopening = measures.includes('reopen');
  return (
    <>
      <ChoiceGroup
        legend={t('propose.measure')}
        name="measure"
        value={values.measure}
        options={[
          ...measures.map((measure) => ({ value: measure, label: t(`measure.name.${measure}`) })),
          ...(isReopening ? [] : [{ value: '', label: t('measure.name.none') }]),
        ]}
        onChange={(value) => change({ measure: measures.find((one) => one === value) ?? '' })}
      />
      {error && <p className="field__error">{error}</p>}
      {values.measure === 'redact' && <PassagesField values={values} change={change} wrong={wrong} />}
    </>
  );
}

/** The exact words that would be taken out; each in a field of its own. */
function PassagesField({ values: { passages }, change, wrong }: FieldsProps): ReactNode {
  const { t } = useTranslation('moderation');
  const put = (at: number, text: string) =>
    change({ passages: passages.map((passage, place) => (place === at ? text : passage)) });
  return (
    <div className="stack">
      {passages.map((passage, at) => (
        <TextField
          key={at}
          label={t('propose.passage', { number: at + 1 })}
          hint={at === 0 ? t('propose.passage_hint') : undefined}
          error={at === 0 ? wrong('passages') : undefined}
          value={passage}
          maxLength={passageMaximum}
          dir="auto"
          onChange={({ target }) => put(at, target.value)}
        />
      ))}
      {passages.length < passagesMost && (
        <p>
          <Button weight="quiet" onClick={() => change({ passages: [...passages, ''] })}>
            {t('propose.another_passage')}
          </Button>
        </p>
      )}
    </div>
  );
}

/** What would happen with the author: nothing, or something that is the same for everybody of both sides. */
export function SanctionField({ values, change, wrong }: FieldsProps): ReactNode {
  const { t } = useTranslation('moderation');
  if (clears(values.measure)) return null;
  const { sanction } = values;
  return (
    <>
      <SelectField
        label={t('propose.sanction')}
        hint={sanction === '' ? undefined : t(`sanction.what.${sanction}`)}
        value={sanction}
        options={[
          { value: '', label: t('sanction.name.none') },
          ...sanctionKinds.map((kind) => ({ value: kind, label: t(`sanction.name.${kind}`) })),
        ]}
        onChange={({ target }) => change({ sanction: sanctionKinds.find((kind) => kind === target.value) ?? '' })}
      />
      {sanction !== '' && lasting.has(sanction) && (
        <TextField
          label={t('propose.days')}
          hint={t('propose.days_hint')}
          error={wrong('days')}
          type="number"
          min={1}
          max={sanctionDaysMost}
          value={values.days}
          onChange={({ target }) => change({ days: target.value })}
        />
      )}
    </>
  );
}

/** Why, from the fixed list, and the article of the charter that was broken, with its words. */
export function GroundFields({
  values,
  change,
  wrong,
  articles,
}: FieldsProps & { articles: readonly Article[] }): ReactNode {
  const { t } = useTranslation('moderation');
  const article = articles.find(({ number }) => String(number) === values.article);
  return (
    <>
      <SelectField
        label={t('desk.reason')}
        error={wrong('reason')}
        value={values.reason}
        options={[
          { value: '', label: t('desk.reason_choose') },
          ...reasonCodes.map((code) => ({ value: code, label: t(`reason.${code}`) })),
        ]}
        onChange={({ target }) => change({ reason: reasonCodes.find((code) => code === target.value) ?? '' })}
      />
      <ArticleField value={values.article} articles={articles} choose={(number) => change({ article: number })} />
      {article && (
        <blockquote className="small">
          <Texts texts={article.body} />
        </blockquote>
      )}
    </>
  );
}

interface ArticleFieldProps {
  readonly value: string;
  readonly articles: readonly Article[];
  readonly choose: (number: string) => void;
}

function ArticleField({ value, articles, choose }: ArticleFieldProps): ReactNode {
  const { t, i18n } = useTranslation('moderation');
  return (
    <SelectField
      label={t('propose.article')}
      value={value}
      options={[
        { value: '', label: t('propose.no_article') },
        ...articles.map((one) => ({
          value: String(one.number),
          label: `${one.number}. ${textIn(one.title, i18n.language)}`,
        })),
      ]}
      onChange={({ target }) => choose(target.value)}
    />
  );
}
