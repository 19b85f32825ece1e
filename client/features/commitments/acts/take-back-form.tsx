import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { commitmentLimits } from '../../../../shared/commitments/commitment.rules.js';
import { useKeptForm } from '../../../lib/use-kept-form';
import type { TextPair } from '../../../ui/text-pair-fields';
import { ActForm, type ActPlace } from './act-form';
import { WordsFields, writtenWords } from './words-fields';

/** Takes a claim back, with the reason; it stays to be read. */
export function TakeBackForm({ dyad, commitment, languages, claim }: ActPlace & { claim: number }): ReactNode {
  const { t } = useTranslation('commitment-acts');
  const form = useKeptForm<{ readonly reason: TextPair }>(`${dyad}.take-back.${commitment}.${claim}`, { reason: {} });
  const { reason } = form.values;
  return (
    <ActForm
      {...{ dyad, commitment, languages, form }}
      title={t('take_back.title', { number: claim })}
      act={{ type: 'withdraw', claim, body: { reason: writtenWords(reason, languages) } }}
      action={t('take_back.send')}
    >
      {(errorOf) => (
        <WordsFields
          label={t('take_back.reason')}
          field="reason"
          languages={languages}
          value={reason}
          maximum={commitmentLimits.reason}
          errorOf={errorOf}
          change={(value) => form.change({ reason: value })}
        />
      )}
    </ActForm>
  );
}
