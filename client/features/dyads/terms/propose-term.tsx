import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { glossaryLimits } from '../../../../shared/translation/glossary.rules.js';
import type { ConceptView } from '../../../../shared/translation/glossary.schema.js';
import { ProposalForm } from '../proposal-form';
import type { ActProposal } from '../stewards-api';
import { filled, TextPairFields, type TextPair } from '../text-pair-fields';
import { useKeptForm } from '../use-kept-form';
import { draftsOf, termsOf, type TermDrafts } from './term-draft';
import { TermFields } from './term-fields';
import './terms.css';

interface TermValues {
  readonly terms: TermDrafts;
  readonly note: TextPair;
  /** The version of the entry that one began with; 0 for a new one. */
  readonly revision: number;
  readonly reason: string;
}

interface ProposeTermProps {
  readonly dyad: string;
  readonly languages: readonly string[];
  /** The entry that would change; without it a new one is proposed. */
  readonly concept?: ConceptView | undefined;
  readonly onSent: () => void;
}

/** An entry of the glossary, new or changed: the words of both sides, how they stand, and the note in both languages. */
export function ProposeTerm({ dyad, languages, concept, onSent }: ProposeTermProps): ReactNode {
  const { t } = useTranslation('glossary');
  const form = useKeptForm<TermValues>(`${dyad}.act.term.${concept?.id ?? 'new'}`, {
    terms: draftsOf(concept?.terms ?? [], languages),
    note: concept?.note ?? {},
    revision: concept?.revision ?? 0,
    reason: '',
  });
  const { terms, note, revision } = form.values;
  // A note for convenience in another language stays as it is.
  const details = { terms: termsOf(terms, languages), note: filled(note, Object.keys({ ...concept?.note, ...note })) };
  const proposal: ActProposal = concept
    ? { kind: 'term.change', details: { ...details, concept: concept.id, revision } }
    : { kind: 'term.add', details };
  return (
    <ProposalForm dyad={dyad} form={form} proposal={proposal} onSent={onSent}>
      {(errorOf) => (
        <>
          <TermFields
            languages={languages}
            drafts={terms}
            errorOf={errorOf}
            change={(value) => form.change({ terms: value })}
          />
          <TextPairFields
            long
            label={t('form.note')}
            hint={t('form.note_hint')}
            field="details.note"
            languages={languages}
            value={note}
            maximum={glossaryLimits.note}
            errorOf={errorOf}
            change={(value) => form.change({ note: value })}
          />
        </>
      )}
    </ProposalForm>
  );
}
