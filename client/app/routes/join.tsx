import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../features/session/api';
import { call, CallFailure } from '../../lib/api-client';
import { formatDay, textIn } from '../../lib/format';
import { ButtonLink } from '../../ui/button';
import { SideMark } from '../../ui/side-mark';
import { Loading, Problem } from '../../ui/states';
import { Texts } from '../../ui/texts';
import { JoinForm } from '../join-form';
import { useSideName } from '../use-reader';
import { useTitle } from '../use-title';

/** Joining by invitation. The token stands behind the # of the address, so no server's log ever holds it. */
export function Join(): ReactNode {
  const { t, i18n } = useTranslation('account');
  const token = location.hash.slice(1);
  const session = useSession();
  const offer = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => call('POST /api/invitations/look-up', { body: { token } }),
  });
  const sideName = useSideName(offer.data?.dyad);
  useTitle(t('join.title'));
  if (offer.error) return <NoOffer error={offer.error} retry={() => void offer.refetch()} />;
  if (!offer.data || session.isPending) return <Loading />;
  const { dyad, side, expiresOn, charterVersion } = offer.data;
  const isMember = session.data?.memberships.some((one) => one.dyad === dyad.slug) ?? false;
  return (
    <div className="measure stack entrance">
      <h1>{t('join.title')}</h1>
      <p>{t('join.to', { dyad: textIn(dyad.name, i18n.language) })}</p>
      <p className="row">
        <SideMark side={side} label={sideName(side)} /> <strong>{sideName(side)}</strong>
        <span className="small soft">{t('join.until', { day: formatDay(i18n.language, expiresOn) })}</span>
      </p>
      <p className="soft">
        <Texts texts={dyad.purpose} />
      </p>
      {isMember ? (
        <div className="notice">
          <div>
            <p>{t('join.member')}</p>
            <ButtonLink to={`/d/${dyad.slug}`} weight="main">
              {t('join.to_dialogue')}
            </ButtonLink>
          </div>
        </div>
      ) : (
        <JoinForm
          token={token}
          dyad={dyad}
          charterVersion={charterVersion}
          signedIn={session.data?.signedIn ?? false}
          lookAgain={() => void offer.refetch()}
        />
      )}
    </div>
  );
}

const ended: readonly string[] = ['invitation.not_valid', 'request.invalid'];

/** An invitation that leads nowhere: why, and whom to ask. */
function NoOffer({ error, retry }: { error: unknown; retry: () => void }): ReactNode {
  const { t } = useTranslation(['account', 'errors']);
  if (!(error instanceof CallFailure) || !ended.includes(error.code)) return <Problem error={error} retry={retry} />;
  return (
    <div className="measure stack">
      <h1>{t('join.over')}</h1>
      <p>{t('errors:failure.invitation.not_valid')}</p>
      <p>{t('join.ask_again')}</p>
      <p className="row">
        <ButtonLink to="/sign-in">{t('sign_in.title')}</ButtonLink>
        <ButtonLink to="/">{t('join.what_is_this')}</ButtonLink>
      </p>
    </div>
  );
}
