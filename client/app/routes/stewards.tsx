import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DyadView, JointActView, OwnMemberView } from '../../../shared/dyads/dyad.schema.js';
import { topicModes } from '../../../shared/access/conditions.js';
import {
  useAnswerJointAct,
  useInvitations,
  useIssueInvitation,
  useJointActs,
  useProposeJointAct,
} from '../../features/dyads/api';
import { useTopics } from '../../features/forum/api';
import { formatDay } from '../../lib/format';
import { Button } from '../../ui/button';
import { SelectField, TextArea, TextField } from '../../ui/field';
import { SideMark } from '../../ui/side-mark';
import { Empty, Loading, Problem } from '../../ui/states';
import { MembersOnly } from '../gate';
import { useSideName } from '../use-reader';
import { useTitle } from '../use-title';

export function Stewards(): ReactNode {
  return <MembersOnly>{(dyad, me) => <StewardsPage dyad={dyad} me={me} />}</MembersOnly>;
}

/** What stewards of both sides do together, and the invitations one issues. */
function StewardsPage({ dyad, me }: { dyad: DyadView; me: OwnMemberView }): ReactNode {
  const { t } = useTranslation('dyads');
  useTitle(t('stewards.title'));
  const isSteward = me.roles.includes('steward');
  return (
    <div className="columns columns--main">
      <section className="stack">
        <h1>{t('stewards.title')}</h1>
        {isSteward ? <Acts dyad={dyad} me={me} /> : <p>{t('stewards.only')}</p>}
      </section>
      <Invitations dyad={dyad.slug} />
    </div>
  );
}

function Acts({ dyad, me }: { dyad: DyadView; me: OwnMemberView }): ReactNode {
  const { t } = useTranslation('dyads');
  const acts = useJointActs(dyad.slug);
  if (acts.error) return <Problem error={acts.error} retry={() => void acts.refetch()} />;
  if (!acts.data) return <Loading />;
  return (
    <>
      <p className="measure soft">{t('stewards.what')}</p>
      <ChangeMode dyad={dyad} />
      {acts.data.length === 0 && <Empty title={t('stewards.none')} />}
      {acts.data.map((act) => (
        <Act key={act.id} act={act} dyad={dyad} me={me} />
      ))}
    </>
  );
}

function Act({ act, dyad, me }: { act: JointActView; dyad: DyadView; me: OwnMemberView }): ReactNode {
  const { t, i18n } = useTranslation('dyads');
  const answer = useAnswerJointAct(dyad.slug);
  const sideName = useSideName(dyad);
  const mine = act.proposedBy.side === me.side;
  return (
    <article className="sheet stack">
      <h2>{t(`act.${act.kind}`)}</h2>
      <p className="row small">
        <SideMark side={act.proposedBy.side} label={sideName(act.proposedBy.side)} />
        <bdi>{act.proposedBy.pseudonym}</bdi>
        <span className="tag">{t(`act_state.${act.state}`)}</span>
        <time dateTime={act.proposedOn}>{formatDay(i18n.language, act.proposedOn)}</time>
      </p>
      <p>
        <bdi>{act.reason}</bdi>
      </p>
      <dl className="small">
        {Object.entries(act.details).map(([name, value]) => (
          <div key={name} className="row">
            <dt className="soft">{name}</dt>
            <dd>{typeof value === 'string' ? value : JSON.stringify(value)}</dd>
          </div>
        ))}
      </dl>
      {act.state === 'open' && mine && <p className="soft">{t('stewards.waits')}</p>}
      {act.state === 'open' && !mine && (
        <div className="row">
          <Button weight="main" busy={answer.isPending} onClick={() => answer.mutate({ act: act.id, answer: 'agree' })}>
            {t('stewards.agree')}
          </Button>
          <Button busy={answer.isPending} onClick={() => answer.mutate({ act: act.id, answer: 'decline' })}>
            {t('stewards.decline')}
          </Button>
        </div>
      )}
      {answer.error && <Problem error={answer.error} />}
    </article>
  );
}

/** Proposes another mode for a topic; it takes effect for both sides, when the other side's steward agrees. */
function ChangeMode({ dyad }: { dyad: DyadView }): ReactNode {
  const { t, i18n } = useTranslation(['dyads', 'forum']);
  const topics = useTopics(dyad.slug, true);
  const propose = useProposeJointAct(dyad.slug);
  const [topic, setTopic] = useState('');
  const [mode, setMode] = useState<string>('pre');
  const [reason, setReason] = useState('');
  const chosen = topic || topics.data?.[0]?.slug;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    propose.mutate(
      { kind: 'topic.change_mode', details: { topic: chosen, mode }, reason },
      { onSuccess: () => setReason('') },
    );
  };
  return (
    <details className="sheet">
      <summary>{t('stewards.change_mode')}</summary>
      <form className="stack" onSubmit={submit}>
        <SelectField
          label={t('stewards.topic')}
          value={chosen ?? ''}
          options={(topics.data ?? []).map((one) => ({
            value: one.slug,
            label: one.title.translations.find(({ language }) => language === i18n.language)?.text ?? one.title.text,
          }))}
          onChange={({ target }) => setTopic(target.value)}
        />
        <SelectField
          label={t('stewards.mode')}
          value={mode}
          options={topicModes.map((one) => ({ value: one, label: t(`forum:mode.${one}.name`) }))}
          onChange={({ target }) => setMode(target.value)}
        />
        <TextArea
          label={t('stewards.reason')}
          value={reason}
          minLength={10}
          maxLength={1000}
          required
          onChange={({ target }) => setReason(target.value)}
        />
        {propose.error && <Problem error={propose.error} />}
        <Button type="submit" weight="main" busy={propose.isPending}>
          {t('stewards.propose')}
        </Button>
      </form>
    </details>
  );
}

function Invitations({ dyad }: { dyad: string }): ReactNode {
  const { t, i18n } = useTranslation('dyads');
  const list = useInvitations(dyad);
  const issue = useIssueInvitation(dyad);
  const [note, setNote] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    issue.mutate(note, { onSuccess: () => setNote('') });
  };
  return (
    <section className="stack">
      <h2>{t('invitations.title')}</h2>
      {list.error && <Problem error={list.error} />}
      {list.data && <p className="soft">{t('invitations.left', { count: list.data.left })}</p>}
      <form className="stack" onSubmit={submit}>
        <TextField
          label={t('invitations.note')}
          hint={t('invitations.note_hint')}
          value={note}
          maxLength={120}
          dir="auto"
          onChange={({ target }) => setNote(target.value)}
        />
        <Button type="submit" busy={issue.isPending}>
          {t('invitations.issue')}
        </Button>
      </form>
      {issue.error && <Problem error={issue.error} />}
      {issue.data && (
        <div className="notice">
          <div>
            <p>{t('invitations.once')}</p>
            <code className="invitation-link">{`${location.origin}/join#${issue.data.token}`}</code>
          </div>
        </div>
      )}
      <ul className="plain-list stack">
        {list.data?.invitations.map((one) => (
          <li key={one.id} className="row small">
            <span className="tag">{t(`invitations.${one.state}`)}</span>
            <bdi>{one.note}</bdi>
            <time dateTime={one.expiresOn}>
              {t('invitations.until', { day: formatDay(i18n.language, one.expiresOn) })}
            </time>
          </li>
        ))}
      </ul>
    </section>
  );
}
