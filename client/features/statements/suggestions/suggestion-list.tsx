import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { directionOf } from '../../../../shared/language/language.js';
import { longestSuggestionNote } from '../../../../shared/statements/suggestion.rules.js';
import type { SuggestionBrief } from '../../../../shared/statements/suggestion.schema.js';
import { formatDay } from '../../../lib/format';
import { Button } from '../../../ui/button';
import { TextArea } from '../../../ui/field';
import { Empty, Problem, useFieldSentence } from '../../../ui/states';
import { Person, type SideName } from '../versions/people';
import { useOpenSuggestion } from './api';

interface SuggestionListProps {
  readonly home: string;
  readonly suggestions: readonly SuggestionBrief[];
  readonly sideName: SideName;
}

/** The suggestions for a statement: those that wait for a decision, then those that have one. */
export function SuggestionList({ home, suggestions, sideName }: SuggestionListProps): ReactNode {
  const { t, i18n } = useTranslation('statement-suggestions');
  if (suggestions.length === 0) return <Empty title={t('list.none')} />;
  return (
    <ol className="contents">
      {suggestions.map((one) => (
        <li key={one.id}>
          <h2>
            <Link to={`${home}/${one.id}`}>
              <bdi lang={one.note.language} dir={directionOf(one.note.language)}>
                {one.note.text}
              </bdi>
            </Link>
          </h2>
          <p className="row small soft">
            <span className="tag">{t(`state.${one.state}`)}</span>
            <Person of={one.by} sideName={sideName} />
            <time dateTime={one.on}>{formatDay(i18n.language, one.on)}</time>
          </p>
        </li>
      ))}
    </ol>
  );
}

interface BeginProps {
  readonly home: string;
  readonly place: { readonly dyad: string; readonly statement: string };
  readonly language: string;
}

/** Begins a suggestion: what it is for is said first, so that others know what they read. */
export function BeginSuggestion({ home, place, language }: BeginProps): ReactNode {
  const { t } = useTranslation('statement-suggestions');
  const go = useNavigate();
  const open = useOpenSuggestion(place);
  const [note, setNote] = useState('');
  const problemOf = useFieldSentence(open.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    open.mutate({ note, language }, { onSuccess: ({ suggestion }) => void go(`${home}/${suggestion}`) });
  };
  return (
    <details className="sheet">
      <summary>{t('list.begin')}</summary>
      <form className="stack" onSubmit={submit}>
        <TextArea
          label={t('list.note')}
          value={note}
          error={problemOf('note')}
          lang={language}
          dir={directionOf(language)}
          maxLength={longestSuggestionNote}
          required
          onChange={({ target }) => setNote(target.value)}
        />
        {open.error && <Problem error={open.error} />}
        <Button type="submit" weight="main" busy={open.isPending}>
          {t('list.do')}
        </Button>
      </form>
    </details>
  );
}
