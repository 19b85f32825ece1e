import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnMemberView } from '../../../../shared/dyads/dyad.schema.js';
import { directionOf } from '../../../../shared/language/language.js';
import { longestSuggestionNote } from '../../../../shared/statements/suggestion.rules.js';
import type { SuggestionView } from '../../../../shared/statements/suggestion.schema.js';
import { Button } from '../../../ui/button';
import { TextArea } from '../../../ui/field';
import { Problem, useFieldSentence } from '../../../ui/states';
import { SideMark } from '../../../ui/side-mark';
import type { SideName } from '../versions/people';
import { useSuggestionAct, type SuggestionPlace } from './api';

interface SuggestionDecisionProps {
  readonly place: SuggestionPlace;
  readonly suggestion: SuggestionView;
  readonly me: OwnMemberView;
  readonly sideName: SideName;
  /** Whether there is anything to decide about. */
  readonly changes: boolean;
}

/** The keys a suggestion has, and what one can do about it. */
export function SuggestionDecision(props: SuggestionDecisionProps): ReactNode {
  const { place, suggestion, me, sideName, changes } = props;
  const { t } = useTranslation('statement-suggestions');
  const act = useSuggestionAct(place);
  const isGiven = suggestion.keys.some(({ side }) => side === me.side);
  return (
    <div className="stack">
      {suggestion.keys.map(({ side }) => (
        <p key={side} className="row">
          <SideMark side={side} label={sideName(side)} />
          {t('one.key', { side: sideName(side) })}
        </p>
      ))}
      {act.error && <Problem error={act.error} />}
      <div className="row">
        {suggestion.mayDecide && !isGiven && changes && (
          <Button
            weight="main"
            busy={act.isPending}
            onClick={() => act.mutate({ type: 'accept', hash: suggestion.hash })}
          >
            {t('one.accept')}
          </Button>
        )}
        {suggestion.role === 'write' && (
          <Button busy={act.isPending} onClick={() => act.mutate({ type: 'withdraw' })}>
            {t('one.withdraw')}
          </Button>
        )}
      </div>
      {suggestion.mayDecide && <Decline place={place} language={me.writesIn} />}
    </div>
  );
}

/** Declining says why: who suggested it can do better the next time. */
function Decline({ place, language }: { place: SuggestionPlace; language: string }): ReactNode {
  const { t } = useTranslation('statement-suggestions');
  const act = useSuggestionAct(place);
  const [reason, setReason] = useState('');
  const problemOf = useFieldSentence(act.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    act.mutate({ type: 'decline', reason, language });
  };
  return (
    <details>
      <summary>{t('one.decline')}</summary>
      <form className="stack" onSubmit={submit}>
        <TextArea
          label={t('one.reason')}
          value={reason}
          error={problemOf('reason')}
          lang={language}
          dir={directionOf(language)}
          maxLength={longestSuggestionNote}
          required
          onChange={({ target }) => setReason(target.value)}
        />
        {act.error && <Problem error={act.error} />}
        <Button type="submit" busy={act.isPending}>
          {t('one.decline')}
        </Button>
      </form>
    </details>
  );
}
