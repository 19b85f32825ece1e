import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useOidcReturn } from '../../features/session/api';
import { ButtonLink } from '../../ui/button';
import { Loading, Problem } from '../../ui/states';

/** The way back from an outside provider. */
export function SignInReturn(): ReactNode {
  const { t } = useTranslation('account');
  const navigate = useNavigate();
  const complete = useOidcReturn();
  const begun = useRef(false);
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
      <Problem error={complete.error} />
      <ButtonLink to="/sign-in">{t('sign_in.title')}</ButtonLink>
    </div>
  );
}
