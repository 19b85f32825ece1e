import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberView } from '../../../../shared/dyads/dyad.schema.js';
import type { WrittenRun } from '../../../../shared/statements/history.schema.js';
import { Loading, Problem } from '../../../ui/states';
import { useAuthorship, type Place } from './api';
import { FacingSides } from './facing-sides';
import { Person, type SideName } from './people';
import './versions.css';

interface WhoWroteProps {
  readonly place: Place;
  readonly clause: { readonly id: string; readonly hash: string };
  readonly languageOf: { readonly a: string; readonly b: string };
  readonly own: string;
  readonly sideName: SideName;
}

/** Who wrote which words of a clause: a name with its side stands after the words, so that no colour is needed. */
export function WhoWrote({ place, clause, languageOf, own, sideName }: WhoWroteProps): ReactNode {
  const { t } = useTranslation('statement-versions');
  const [wanted, setWanted] = useState(false);
  const { data, error, refetch } = useAuthorship(place, clause.hash, wanted);
  const found = data?.clauses.find(({ id }) => id === clause.id);
  return (
    <details className="clause__more" onToggle={({ currentTarget }) => setWanted(currentTarget.open)}>
      <summary>{t('who.show')}</summary>
      {wanted && (
        <div className="stack">
          <p className="small soft measure">{t('who.what')}</p>
          {error && <Problem error={error} retry={() => void refetch()} />}
          {!data && !error && <Loading />}
          {data && (
            <FacingSides
              languageOf={languageOf}
              own={own}
              page={(side) => <WrittenLines lines={found?.[side] ?? []} people={data.people} sideName={sideName} />}
            />
          )}
        </div>
      )}
    </details>
  );
}

interface WrittenLinesProps {
  readonly lines: readonly (readonly WrittenRun[])[];
  readonly people: readonly MemberView[];
  readonly sideName: SideName;
}

function WrittenLines({ lines, people, sideName }: WrittenLinesProps): ReactNode {
  const { t, i18n } = useTranslation('statement-versions');
  if (lines.length === 0) {
    return (
      <p className="small soft" lang={i18n.language} dir={i18n.dir()}>
        {t('who.empty')}
      </p>
    );
  }
  return lines.map((runs, line) => (
    <p key={line}>
      {runs.map(({ text, by }, at) => {
        const author = people.find(({ id }) => id === by);
        return (
          <span key={at}>
            {text}
            {author && (
              <span className="written-by" lang={i18n.language}>
                {' '}
                <Person of={author} sideName={sideName} />{' '}
              </span>
            )}
          </span>
        );
      })}
    </p>
  ));
}
