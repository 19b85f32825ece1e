import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { CallFailure } from '../lib/api-client';
import { formatTime } from '../lib/format';
import { Button, ButtonLink } from './button';

export function Loading(): ReactNode {
  const { t } = useTranslation();
  return (
    <div role="status">
      <span className="visually-hidden">{t('state.loading')}</span>
      <div className="skeleton" aria-hidden="true">
        <span />
        <span />
        <span />
      </div>
    </div>
  );
}

/** Nothing here yet: what belongs here, and what one can do. */
export function Empty({ title, children }: { title: string; children?: ReactNode }): ReactNode {
  return (
    <div className="empty">
      <p className="empty__title">{title}</p>
      {children}
    </div>
  );
}

/**
 * What went wrong in the reader's language, with a way on: a refusal leads to the table it comes from, and what has to be
 * set up first to where it is set up.
 */
export function Problem({ error, retry }: { error: unknown; retry?: () => void }): ReactNode {
  const { t } = useTranslation();
  const code = error instanceof CallFailure ? error.code : undefined;
  const isRefusal = code?.startsWith('access.') ?? false;
  const isToSetUp = code === 'session.second_factor_to_set_up';
  return (
    <div className="notice notice--caution" role="alert">
      <div>
        <p>{useSentence()(error)}</p>
        {isRefusal && (
          <p>
            <Link to="/policy">{t('footer.policy')}</Link>
          </p>
        )}
        {isToSetUp ? (
          <ButtonLink to="/account">{t('nav.account')}</ButtonLink>
        ) : (
          retry && <Button onClick={retry}>{t('action.retry')}</Button>
        )}
      </div>
    </div>
  );
}

/** The sentence for a failure. */
export function useSentence(): (error: unknown) => string {
  const { t, i18n } = useTranslation('errors');
  return (error) => {
    if (!(error instanceof CallFailure)) return t('failure.server.unavailable');
    const { until } = error.params;
    const told = until === undefined ? {} : { until: formatTime(i18n.language, String(until)) };
    return t(`failure.${error.code}`, { ...error.params, ...told });
  };
}

/** The sentence for one field of a form, when the server found something there. */
export function useFieldSentence(error: unknown): (field: string) => string | undefined {
  const { t } = useTranslation('errors');
  return (field) => {
    const problem = error instanceof CallFailure ? error.about(field) : undefined;
    return (
      problem && t(`field.${problem.rule}`, { ...problem.params, field: t(`name.${field.split('.').at(-1) ?? field}`) })
    );
  };
}
