import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { Verifier } from '../../features/verify/verifier';
import { verifierFile } from '../../features/verify/verifier-file';
import { Sentence } from '../../ui/texts';
import { useTitle } from '../use-title';

/** Where anybody checks a receipt, at `/verify` and, from a printed code, at `/v#…`; and how to do without this site. */
export function Verify(): ReactNode {
  const { t } = useTranslation('verify');
  const { hash } = useLocation();
  useTitle(t('title'));
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="measure lede">{t('what')}</p>
      <Verifier key={hash} {...(hash !== '' && { link: `${location.origin}/v${hash}` })} />
      <section className="no-print verify-served">
        <h2>{t('served.title')}</h2>
        <p className="measure">
          <Sentence names={{ host: location.host }} say={(places) => t('served.what', places)} />
        </p>
        <p className="measure">{t('served.instead')}</p>
        {verifierFile && (
          <>
            <p>
              <a className="button" href="/verify.html" download="verify.html">
                {t('served.file', { kilobytes: Math.ceil(verifierFile.bytes / 1024) })}
              </a>
            </p>
            <p>
              {t('served.hash')} <code dir="ltr">{verifierFile.sha256}</code>
            </p>
          </>
        )}
      </section>
    </>
  );
}
