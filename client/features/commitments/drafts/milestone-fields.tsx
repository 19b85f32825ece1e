import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { commitmentLimits } from '../../../../shared/commitments/commitment.rules.js';
import { scaledNumber } from '../../../lib/scaled-number';
import { Button } from '../../../ui/button';
import { TextField } from '../../../ui/field';
import { TextPairFields } from '../../../ui/text-pair-fields';
import { ValueField } from '../acts/value-field';
import { usePartName } from '../words-for';
import type { DraftPart } from './draft-part';
import { newMilestone, type MilestoneDraft } from './draft-values';

/** The steps on the way, in their order; one is added, moved and taken out with the keyboard as well. */
export function MilestoneFields(part: DraftPart): ReactNode {
  const { t } = useTranslation('commitment-acts');
  const { form, errorOf } = part;
  const { milestones } = form.values;
  const more = useRef<HTMLButtonElement>(null);
  const write = (next: readonly MilestoneDraft[]) => form.change({ milestones: next });
  const error = errorOf('content.milestones', t('draft.milestones'));
  const takeOut = (one: MilestoneDraft) => {
    write(milestones.filter((other) => other !== one));
    more.current?.focus();
  };
  return (
    <section className="stack">
      <h2>{t('draft.milestones')}</h2>
      <p className="measure soft">{t('draft.milestones_hint')}</p>
      {error && (
        <p className="field__error" role="alert">
          {t('draft.milestone_after_deadline')}
        </p>
      )}
      {milestones.map((one, at) => (
        <MilestoneField
          key={one.key}
          {...part}
          milestone={one}
          at={at}
          change={(change) => write(milestones.map((other) => (other === one ? { ...one, ...change } : other)))}
          move={(by) => write(moved(milestones, at, by))}
          takeOut={milestones.length > 1 ? () => takeOut(one) : undefined}
        />
      ))}
      {milestones.length < commitmentLimits.milestones && (
        <p>
          <Button ref={more} onClick={() => write([...milestones, newMilestone()])}>
            {t('draft.add_milestone')}
          </Button>
        </p>
      )}
    </section>
  );
}

/** The list with one of it a place further up or down. */
function moved(all: readonly MilestoneDraft[], at: number, by: -1 | 1): readonly MilestoneDraft[] {
  const next = [...all];
  const [one] = next.splice(at, 1);
  if (one) next.splice(at + by, 0, one);
  return next;
}

interface MilestoneFieldProps extends DraftPart {
  readonly milestone: MilestoneDraft;
  readonly at: number;
  readonly change: (change: Partial<MilestoneDraft>) => void;
  readonly move: (by: -1 | 1) => void;
  readonly takeOut: (() => void) | undefined;
}

function MilestoneField(props: MilestoneFieldProps): ReactNode {
  const { milestone, at, form, languages, errorOf, change, move, takeOut } = props;
  const { t } = useTranslation(['commitment-acts', 'dyads']);
  const name = usePartName()(at + 1);
  const field = `content.milestones.${at}`;
  return (
    <fieldset className="stack choices draft-milestone">
      <legend className="field__label">{name}</legend>
      <TextPairFields
        label={t('draft.title')}
        field={`${field}.title`}
        languages={languages}
        value={milestone.title}
        maximum={commitmentLimits.title}
        errorOf={errorOf}
        change={(title) => change({ title })}
      />
      <div className="draft-numbers">
        <TextField
          type="date"
          label={t('draft.due')}
          error={errorOf(`${field}.due`, t('draft.due'))}
          value={milestone.due}
          onChange={({ target }) => change({ due: target.value })}
        />
        <ValueField
          label={t('draft.value')}
          decimals={form.values.decimals}
          value={milestone.value}
          error={errorOf(`${field}.value`, t('draft.value'))}
          change={(value) => change({ value })}
        />
        <TextField
          inputMode="numeric"
          dir="ltr"
          label={t('draft.weight')}
          error={
            scaledNumber(milestone.weight, 0) === undefined
              ? t('no_number', { count: 0 })
              : errorOf(`${field}.weight`, t('draft.weight'))
          }
          value={milestone.weight}
          onChange={({ target }) => change({ weight: target.value })}
        />
      </div>
      <div className="row">
        {at > 0 && <Button onClick={() => move(-1)}>{t('dyads:forms.move_up')}</Button>}
        {at < form.values.milestones.length - 1 && (
          <Button onClick={() => move(1)}>{t('dyads:forms.move_down')}</Button>
        )}
        {takeOut && (
          <Button weight="quiet" onClick={takeOut}>
            {t('draft.remove_milestone')}
          </Button>
        )}
      </div>
    </fieldset>
  );
}
