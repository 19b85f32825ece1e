import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useOidcReturn } from '../../features/session/api';
import { ButtonLink } from '../../ui/button';
import { Loading, Problem } from '../../ui/states';
import { useTitle } from '../use-title';

/** The way back from an outside provider. */
export function SignInReturn(): ReactNode {
  const { t } = useTranslation('account');
  const navigate = useNavigate();
  const complete = useOidcReturn();
  const begun = useRef(false);
  useTitle(t('sign_in.title'));
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    const query = location.search;
    // The code in the address is of no use to anybody any more, and does not stay in the history.
    history.replaceState(null, '', location.pathname);
    complete.mutate(query, { onSuccess: () => void navigate('/') });
  }, [complete, navigate]);
  if (!complete.error) return <Loading />;
  return (
    <div className="measure stack">
      <h1>{t('sign_in.title')}</h1>
      <Problem error={complete.error} />
      <p>
        <ButtonLink to="/sign-in">{t('sign_in.try_again')}</ButtonLink>
      </p>
    </div>
  );
}
