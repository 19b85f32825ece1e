import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TranslationDossier } from '../../../shared/translation/human-work.schema.js';
import { formatDay } from '../../lib/format';
import { Button } from '../../ui/button';
import { Sentence } from '../../ui/texts';
import { ReasonForm } from './reason-form';
import type { DossierPartProps } from './shown-translation';

/** What people say is wrong with translations of this text, and what came of it. */
export function DisputeList(props: DossierPartProps): ReactNode {
  const { t } = useTranslation('translation');
  const { disputes } = props.dossier;
  if (disputes.length === 0) return null;
  return (
    <section className="stack">
      <h2>{t('disputes.title')}</h2>
      <ul className="plain-list contents">
        {disputes.map((dispute) => (
          <li key={dispute.id}>
            <Dispute {...props} dispute={dispute} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface DisputeProps extends DossierPartProps {
  readonly dispute: TranslationDossier['disputes'][number];
}

function Dispute({ dossier, dispute, act, sideName }: DisputeProps): ReactNode {
  const { t, i18n } = useTranslation('translation');
  const [refuses, setRefuses] = useState(false);
  const { id, kind, words, side, isOwn, madeOn, state, answer, confirmedByAuthor } = dispute;
  const isOpen = state === 'open';
  const mayConfirm = isOpen && dossier.isAuthor && kind === 'meaning' && !confirmedByAuthor;
  const mayRefuse = isOpen && !isOwn && dossier.skill !== 'none';
  return (
    <div className="stack">
      <p className="row small soft">
        <span className="tag">{t(`disputes.state.${state}`)}</span>
        <span>{t(`kind.${kind}`)}</span>
        <span>
          <Sentence
            names={{ side: sideName(side) }}
            say={(places) => t('disputes.by', { side: places['side'], day: formatDay(i18n.language, madeOn) })}
          />
        </span>
      </p>
      <p>
        <bdi>{words}</bdi>
      </p>
      {confirmedByAuthor && <p className="small">{t('disputes.confirmed')}</p>}
      {answer && (
        <p className="small">
          <Sentence names={{ words: answer }} say={(places) => t('disputes.answer', { words: places['words'] })} />
        </p>
      )}
      {(mayConfirm || mayRefuse) && !refuses && (
        <p className="row">
          {mayConfirm && (
            <Button busy={act.isPending} onClick={() => act.mutate({ act: 'confirm', dispute: id })}>
              {t('disputes.confirm')}
            </Button>
          )}
          {mayRefuse && (
            <Button weight="quiet" onClick={() => setRefuses(true)}>
              {t('disputes.refuse')}
            </Button>
          )}
        </p>
      )}
      {refuses && (
        <ReasonForm
          label={t('disputes.reason')}
          submit={t('disputes.refuse')}
          busy={act.isPending}
          cancel={() => setRefuses(false)}
          send={(reason) => act.mutate({ act: 'refuse', dispute: id, reason }, { onSettled: () => setRefuses(false) })}
        />
      )}
    </div>
  );
}
