import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DyadView, OwnMemberView } from '../../../shared/dyads/dyad.schema.js';
import type { JointActView } from '../../../shared/dyads/joint-act.schema.js';
import { formatDay } from '../../lib/format';
import { useAnnounce } from '../../ui/announcer';
import { Button } from '../../ui/button';
import { MemberName, type SideName } from '../../ui/member-name';
import { useSentence } from '../../ui/states';
import { ActDetails } from './act-details';
import { ActHeading } from './act-heading';
import { useAnswerJointAct } from './stewards-api';
import './stewards.css';

interface ActProps {
  readonly act: JointActView;
  readonly dyad: DyadView;
  readonly me: OwnMemberView;
  readonly sideName: SideName;
}

/** Whether this member holds the key that an open act still needs. */
export const mayAnswer = (act: JointActView, me: OwnMemberView): boolean =>
  act.state === 'open' && me.roles.includes('steward') && me.side !== 'neutral' && me.side !== act.proposedBy.side;

/** An open act: what would be done, by whose wish and why, everything to read, and the two answers. */
export function OpenAct(props: ActProps): ReactNode {
  const { act, dyad, me, sideName } = props;
  const { t } = useTranslation('dyads');
  return (
    <article className="sheet stack act" aria-labelledby={`act-${act.id}`}>
      <h3 id={`act-${act.id}`}>
        <ActHeading act={act} />
      </h3>
      <Proposer act={act} sideName={sideName} />
      <p className="small">
        <strong>{t('acts.hours_left', { count: act.hoursLeft })}</strong>
      </p>
      <ActDetails act={act} dyad={dyad} reader={me.writesIn} sideName={sideName} />
      {mayAnswer(act, me) ? <Answers {...props} /> : <p className="soft">{t('acts.waits_for', waitsFor(props))}</p>}
    </article>
  );
}

/** The side whose key is missing, by its name. */
const waitsFor = ({ act, sideName }: ActProps): { side: string } => ({
  side: sideName(act.proposedBy.side === 'a' ? 'b' : 'a'),
});

function Proposer({ act, sideName }: Pick<ActProps, 'act' | 'sideName'>): ReactNode {
  const { t, i18n } = useTranslation('dyads');
  return (
    <div className="act__by">
      <p className="row small">
        <MemberName member={act.proposedBy} sideName={sideName} />
        <time className="soft" dateTime={act.proposedOn}>
          {t('acts.proposed_on', { day: formatDay(i18n.language, act.proposedOn) })}
        </time>
      </p>
      <p className="act__reason">
        <span className="visually-hidden">{t('acts.reason')} </span>
        <span dir="auto">{act.reason}</span>
      </p>
    </div>
  );
}

function Answers({ act, dyad }: ActProps): ReactNode {
  const { t } = useTranslation('dyads');
  const answer = useAnswerJointAct(dyad.slug);
  const announce = useAnnounce();
  const sentence = useSentence();
  // The card may move on the moment the answer is known, so what became of it is said by the page and not in the card.
  const give = (said: 'agree' | 'decline') =>
    void answer.mutateAsync({ act: act.id, answer: said }).then(
      () => announce(said === 'agree' ? t('acts.agreed') : t('acts.was_declined')),
      (error: unknown) => announce(sentence(error)),
    );
  return (
    <div className="stack act__answers">
      <p className="small soft">{t('acts.at_once')}</p>
      <div className="row">
        <Button weight="main" busy={answer.isPending} onClick={() => give('agree')}>
          {t('acts.agree')}
        </Button>
        <Button busy={answer.isPending} onClick={() => give('decline')}>
          {t('acts.decline')}
        </Button>
      </div>
      {answer.error && (
        <p role="alert" className="field__error">
          {sentence(answer.error)}
        </p>
      )}
    </div>
  );
}

/** An act that is over: a line, and everything about it for those who want to read it again. */
export function PastAct({ act, dyad, me, sideName }: ActProps): ReactNode {
  const { t, i18n } = useTranslation('dyads');
  const [open, setOpen] = useState(false);
  const ended = act.answeredOn ?? act.expiresOn;
  return (
    <li className="past-act">
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          <span className="past-act__what">
            <ActHeading act={act} />
          </span>
          <span className="row small soft">
            <span className="tag">{t(`act_state.${act.state}`)}</span>
            <time dateTime={ended}>{formatDay(i18n.language, ended)}</time>
          </span>
        </summary>
        {open && (
          <div className="stack past-act__all">
            <Proposer act={act} sideName={sideName} />
            {act.secondedBy && (
              <p className="row small">
                <MemberName member={act.secondedBy} sideName={sideName} />
                <span className="soft">{act.state === 'done' ? t('acts.has_agreed') : t('acts.has_declined')}</span>
              </p>
            )}
            <ActDetails act={act} dyad={dyad} reader={me.writesIn} sideName={sideName} />
          </div>
        )}
      </details>
    </li>
  );
}
