import { useTranslation } from 'react-i18next';
import { whatKeepsOut } from '../../shared/access/restriction.js';
import type { DyadView, OwnMemberView } from '../../shared/dyads/dyad.schema.js';
import { useDyad, useOwnMember } from '../features/dyads/api';
import { useSession } from '../features/session/api';

/** Who is reading a dyad's page: a visitor, a member who still has to accept the charter, or a member. */
export interface Reader {
  readonly dyad: DyadView | undefined;
  readonly me: OwnMemberView | undefined;
  readonly isMember: boolean;
  readonly consented: boolean;
  /** Moderators let them take part now; visitors are let in to what is public. */
  readonly isAdmitted: boolean;
  /** The language whose text stands first for this reader. */
  readonly language: string;
  readonly ready: boolean;
  readonly error: unknown;
}

export function useReader(slug: string): Reader {
  const { i18n } = useTranslation();
  const session = useSession();
  const isMember = session.data?.memberships.some((one) => one.dyad === slug) ?? false;
  const dyad = useDyad(slug);
  const me = useOwnMember(slug, isMember);
  return {
    dyad: dyad.data,
    me: me.data,
    isMember,
    consented: me.data !== undefined && me.data.charterAccepted === me.data.charterInForce,
    isAdmitted: me.data === undefined || whatKeepsOut(me.data.restriction) === undefined,
    language: me.data?.writesIn ?? i18n.language,
    ready: !dyad.isPending && !session.isPending && (!isMember || !me.isPending),
    error: dyad.error ?? session.error ?? me.error,
  };
}

/** The name of a side in the reader's language. */
export function useSideName(dyad: DyadView | undefined): (side: 'a' | 'b' | 'neutral') => string {
  const { t, i18n } = useTranslation();
  return (side) => {
    if (side === 'neutral') return t('side.neutral');
    const label = dyad?.sides.find((one) => one.side === side)?.label;
    return label?.[i18n.language] ?? label?.['en'] ?? '';
  };
}
