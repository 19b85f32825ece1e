import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OwnMemberView } from '../../shared/dyads/dyad.schema.js';

interface CanDoProps {
  readonly dyad: string;
  /** Absent for visitors, and until the charter is accepted. */
  readonly me: OwnMemberView | undefined;
}

/** What this reader can do here, by their roles; the same for both sides. */
export function WhatOneCanDo({ dyad, me }: CanDoProps): ReactNode {
  const { t } = useTranslation('forum');
  const isModerator = me?.roles.includes('moderator');
  const mayInvite = isModerator || me?.roles.includes('steward');
  const acts = [
    ['write', me && '#topics'],
    ['desk', isModerator && `/d/${dyad}/desk`],
    ['invite', mayInvite && `/d/${dyad}/stewards`],
    ['charter', `/d/${dyad}/charter`],
    ['me', me && `/d/${dyad}/me`],
  ] as const;
  return (
    <section>
      <h2>{t('home.can_do')}</h2>
      <ul className="plain-list can-do">
        {acts.map(
          ([name, to]) =>
            to && (
              <li key={name}>
                {to.startsWith('#') ? (
                  <a href={to}>{t(`home.do.${name}`)}</a>
                ) : (
                  <Link to={to}>{t(`home.do.${name}`)}</Link>
                )}
              </li>
            ),
        )}
      </ul>
    </section>
  );
}
