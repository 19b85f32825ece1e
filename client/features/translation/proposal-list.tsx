import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '../../../shared/language/language.js';
import { wordChanges } from '../../../shared/language/word-changes.js';
import type { TranslationDossier } from '../../../shared/translation/human-work.schema.js';
import { formatDay } from '../../lib/format';
import { Button } from '../../ui/button';
import { ChangedWords } from '../../ui/changed-words';
import { RichTextView } from '../../ui/rich-text';
import { Sentence } from '../../ui/texts';
import { ReasonForm } from './reason-form';
import type { DossierPartProps } from './shown-translation';
import { StandingLine } from './standing-line';

interface ProposalListProps extends DossierPartProps {
  /** Begins a proposal with the words of another one. */
  readonly edit: (text: string) => void;
}

/** Translations that wait until both sides stand behind them. */
export function ProposalList(props: ProposalListProps): ReactNode {
  const { t } = useTranslation('translation');
  const { proposals } = props.dossier;
  if (proposals.length === 0) return null;
  return (
    <section className="stack">
      <h2>{t('proposals.title')}</h2>
      <ul className="plain-list contents">
        {proposals.map((proposal) => (
          <li key={proposal.id}>
            <Proposal {...props} proposal={proposal} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface ProposalProps extends ProposalListProps {
  readonly proposal: TranslationDossier['proposals'][number];
}

function Proposal({ dossier, proposal, act, sideName, edit }: ProposalProps): ReactNode {
  const { t, i18n } = useTranslation('translation');
  const [declines, setDeclines] = useState(false);
  const { target, shown, skill } = dossier;
  const { id, text, body, by, isOwn, isSeconded, proposedOn, state, reason, standing } = proposal;
  const day = formatDay(i18n.language, proposedOn);
  const name = by.pseudonym ?? sideName(by.side);
  return (
    <div className="stack">
      <p className="small soft">
        {isOwn ? (
          t('proposals.own', { day })
        ) : (
          <Sentence names={{ name }} say={(places) => t('proposals.by', { name: places['name'], day })} />
        )}
      </p>
      <RichTextView text={body} lang={target} dir={directionOf(target)} />
      {shown?.text && (
        <details>
          <summary>{t('proposals.changes')}</summary>
          <p lang={target} dir={directionOf(target)}>
            <ChangedWords words={wordChanges(shown.text, text)} />
          </p>
        </details>
      )}
      {state === 'declined' ? (
        <p className="notice notice--caution">{t('proposals.declined', { reason })}</p>
      ) : (
        <StandingLine standing={standing} sideName={sideName} />
      )}
      {state === 'open' && !isOwn && !declines && (
        <p className="row">
          {!isSeconded && (
            <Button busy={act.isPending} onClick={() => act.mutate({ act: 'accept', translation: id })}>
              {t('stand')}
            </Button>
          )}
          {skill === 'translates' && <Button onClick={() => edit(text)}>{t('proposals.edit')}</Button>}
          <Button weight="quiet" onClick={() => setDeclines(true)}>
            {t('proposals.decline')}
          </Button>
        </p>
      )}
      {declines && (
        <ReasonForm
          label={t('proposals.reason')}
          submit={t('proposals.decline')}
          busy={act.isPending}
          cancel={() => setDeclines(false)}
          send={(words) =>
            act.mutate({ act: 'decline', translation: id, reason: words }, { onSettled: () => setDeclines(false) })
          }
        />
      )}
    </div>
  );
}
