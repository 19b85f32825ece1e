import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { base64url, hex } from '../../../shared/log/encoding.js';
import { LinkPicture } from '../../features/account/link-picture';
import type { Finding } from '../../features/verify/check-receipt';
import { EntrySaid } from '../../features/verify/entry-said';
import { useReceipt } from '../../features/verify/printed-receipt';
import { receiptLink } from '../../features/verify/receipt-link';
import { addressOf } from '../../lib/api-client';
import { Button } from '../../ui/button';
import { Loading, Problem } from '../../ui/states';
import { useTitle } from '../use-title';
import '../../features/account/account.css';
import '../../features/verify/verify.css';

/** How much of the leaf hash stands on paper: enough to compare by eye, and not to be found by trying. */
const printedDigits = 16;

/** The proof of one entry to take along: as a file, and on paper with a code that opens its check. */
export function RecordProof(): ReactNode {
  const { dyad = '', entry: number = '' } = useParams();
  const { t } = useTranslation('verify');
  const receipt = useReceipt(dyad, Number(number));
  useTitle(t('proof.title', { number }));
  return (
    <>
      <h1>{t('proof.title', { number })}</h1>
      <p className="no-print">
        <Link className="target-link" to={`/d/${dyad}/record#entry-${number}`}>
          {t('proof.back')}
        </Link>
      </p>
      <p className="measure">{t('proof.what')}</p>
      {receipt.error && <Problem error={receipt.error} retry={() => void receipt.refetch()} />}
      {receipt.isPending && <Loading />}
      {receipt.data && <Paper dyad={dyad} finding={receipt.data} />}
    </>
  );
}

function Paper({ dyad, finding }: { dyad: string; finding: Finding }): ReactNode {
  const { t } = useTranslation('verify');
  const { index, leaf, entry, checkpoint } = finding;
  if (!leaf || !entry || !checkpoint) return null;
  const link = receiptLink(location.origin, dyad, index, leaf);
  return (
    <>
      <p className="row no-print">
        <a
          className="button button--main"
          href={addressOf('GET /log/:dyad/receipt/:entry', { params: { dyad, entry: String(index) } })}
          download
        >
          {t('proof.file')}
        </a>
        <Button onClick={() => print()}>{t('proof.print')}</Button>
        <Link className="target-link" to={`/v#${dyad}.${index}.${base64url(leaf)}`}>
          {t('proof.check')}
        </Link>
      </p>
      <div className="sheet receipt">
        <LinkPicture link={link} label={t('proof.code')} />
        <div className="receipt__words">
          <EntrySaid entry={entry} finding={finding} />
          <dl className="receipt__facts">
            <dt>{t('proof.number')}</dt>
            <dd>{index}</dd>
            <dt>{t('proof.leaf')}</dt>
            <dd>
              <code dir="ltr">{hex(leaf).slice(0, printedDigits)}</code>
            </dd>
            <dt>{t('proof.size')}</dt>
            <dd>{checkpoint.size}</dd>
          </dl>
          <p className="small receipt__link">
            <code dir="ltr">{link}</code>
          </p>
        </div>
      </div>
    </>
  );
}
