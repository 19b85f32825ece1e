import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { InvitationView } from '../../../shared/dyads/dyad.schema.js';
import { quotaDays } from '../../../shared/dyads/invitation.rules.js';
import { formatDay } from '../../lib/format';
import { useAnnounce } from '../../ui/announcer';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { Loading, Problem } from '../../ui/states';
import { useInvitations, useIssueInvitation, useRecallInvitation } from './stewards-api';
import './stewards.css';

interface InvitationsProps {
  readonly dyad: string;
  /** Draws a link as a picture to scan. */
  readonly picture: (link: string) => ReactNode;
}

/** Inviting people to one's own side: how many are left, a new one, and what became of the others. */
export function Invitations({ dyad, picture }: InvitationsProps): ReactNode {
  const { t } = useTranslation('dyads');
  const list = useInvitations(dyad);
  const issue = useIssueInvitation(dyad);
  const [note, setNote] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    issue.mutate(note, { onSuccess: () => setNote('') });
  };
  return (
    <section className="invitations">
      <h2>{t('invitations.title')}</h2>
      {list.error && <Problem error={list.error} retry={() => void list.refetch()} />}
      {list.isPending && <Loading />}
      {list.data && <Quota left={list.data.left} quota={list.data.quota} />}
      {issue.data && <NewLink key={issue.data.invitation.id} token={issue.data.token} picture={picture} />}
      {list.data && list.data.left > 0 && (
        <form className="stack" noValidate onSubmit={submit}>
          <TextField
            label={t('invitations.note')}
            hint={t('invitations.note_hint')}
            value={note}
            maxLength={120}
            dir="auto"
            onChange={({ target }) => setNote(target.value)}
          />
          {issue.error && <Problem error={issue.error} />}
          <p>
            <Button type="submit" busy={issue.isPending}>
              {t('invitations.issue')}
            </Button>
          </p>
        </form>
      )}
      {list.data && <Issued dyad={dyad} invitations={list.data.invitations} />}
    </section>
  );
}

function Quota({ left, quota }: { left: number; quota: number }): ReactNode {
  const { t } = useTranslation('dyads');
  return (
    <p className="soft">
      {left > 0 ? t('invitations.left', { count: left }) : t('invitations.none_left', { quota, days: quotaDays })}
    </p>
  );
}

/** The link, shown once: to copy, or to let somebody scan it who sits beside one. */
function NewLink({ token, picture }: { token: string; picture: (link: string) => ReactNode }): ReactNode {
  const { t } = useTranslation('dyads');
  const announce = useAnnounce();
  const link = `${location.origin}/join#${token}`;
  const copy = () =>
    navigator.clipboard.writeText(link).then(
      () => announce(t('invitations.copied')),
      () => announce(t('invitations.not_copied')),
    );
  return (
    <div className="notice">
      <div className="stack new-link">
        <p role="status">{t('invitations.once')}</p>
        <code className="invitation-link" dir="ltr">
          {link}
        </code>
        <p>
          <Button weight="main" onClick={() => void copy()}>
            {t('invitations.copy')}
          </Button>
        </p>
        <details>
          <summary>{t('invitations.picture')}</summary>
          {picture(link)}
        </details>
      </div>
    </div>
  );
}

function Issued({ dyad, invitations }: { dyad: string; invitations: readonly InvitationView[] }): ReactNode {
  const { t } = useTranslation('dyads');
  const recall = useRecallInvitation(dyad);
  if (invitations.length === 0) return <p className="soft">{t('invitations.none')}</p>;
  const open = invitations.filter(({ state }) => state === 'open');
  const past = invitations.filter(({ state }) => state !== 'open');
  return (
    <>
      {recall.error && <Problem error={recall.error} />}
      <ul className="plain-list">
        {open.map((one) => (
          <Invitation key={one.id} invitation={one}>
            <Button weight="quiet" busy={recall.isPending} onClick={() => recall.mutate(one.id)}>
              {t('invitations.recall')}
            </Button>
          </Invitation>
        ))}
      </ul>
      {past.length > 0 && (
        <details>
          <summary>{t('invitations.past', { count: past.length })}</summary>
          <ul className="plain-list">
            {past.map((one) => (
              <Invitation key={one.id} invitation={one} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Invitation({ invitation, children }: { invitation: InvitationView; children?: ReactNode }): ReactNode {
  const { t, i18n } = useTranslation('dyads');
  const { note, state, expiresOn } = invitation;
  return (
    <li className="invitation">
      <p className="invitation__note">
        {note ? <bdi>{note}</bdi> : <span className="soft">{t('invitations.no_note')}</span>}
      </p>
      <p className="row small">
        <span className="tag">{t(`invitations.${state}`)}</span>
        {state === 'open' && (
          <time dateTime={expiresOn}>{t('invitations.until', { day: formatDay(i18n.language, expiresOn) })}</time>
        )}
        {children}
      </p>
    </li>
  );
}
