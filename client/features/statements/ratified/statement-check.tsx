import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  checkStatement,
  holds,
  type Difference,
  type StatementCheck as Found,
} from '../../../../shared/statements/check-statement.rules.js';
import { checkCommand, groupedHash } from '../../../../shared/statements/export/file-words.js';
import type { RatifiedStatement } from '../../../../shared/statements/ratified.schema.js';
import { addressOf } from '../../../lib/api-client';
import { canWorkOutHashes, sha256 } from '../../../lib/sha256';
import { Button } from '../../../ui/button';
import { Copy, Fingerprint } from './fingerprint';

/** How anybody checks a statement: by this page in their own browser, and by hand with tools that are not ours. */
export function StatementCheck({ statement, record }: { statement: RatifiedStatement; record: ReactNode }): ReactNode {
  const { t } = useTranslation('ratified');
  const params = { dyad: statement.dyad, statement: statement.id };
  const address = location.origin + addressOf('GET /api/dyads/:dyad/statements/:statement/ratified', { params });
  return (
    <section className="paper__check" id="check">
      <h2>{t('paper.check')}</h2>
      <p>{t('paper.hash')}</p>
      <Fingerprint hash={statement.hash} />
      <p className="measure">{t('paper.hash_what')}</p>
      <p>{record}</p>
      <CheckHere statement={statement} />
      <h3>{t('page.by_hand')}</h3>
      <p className="measure">{t('paper.check_how')}</p>
      <div className="fingerprint">
        <code dir="ltr">{checkCommand(address)}</code>
        <Copy text={checkCommand(address)} />
      </div>
    </section>
  );
}

function CheckHere({ statement }: { statement: RatifiedStatement }): ReactNode {
  const { t } = useTranslation('ratified');
  const [found, setFound] = useState<Found>();
  const check = async () => setFound(await checkStatement(statement, sha256));
  return (
    <div className="sheet stack no-print">
      <h3>{t('check.title')}</h3>
      <p>{canWorkOutHashes() ? t('check.what') : t('check.unable')}</p>
      {canWorkOutHashes() && (
        <p>
          <Button weight="main" onClick={() => void check()}>
            {t('check.start')}
          </Button>
        </p>
      )}
      <div role="status">{found && <Result statement={statement} found={found} />}</div>
    </div>
  );
}

/** What was found, a sentence for each thing that was looked at, and what it does not show. */
function Result({ statement, found }: { statement: RatifiedStatement; found: Found }): ReactNode {
  const { t } = useTranslation('ratified');
  const differences = useDifferences(found.differences);
  const onlyErased = found.isErased && found.textsHold && found.quorumHolds;
  return (
    <div className={holds(found) ? 'notice' : 'notice notice--caution'} data-holds={holds(found)}>
      <div>
        <ul className="plain-list findings">
          <Finding holds={found.hashHolds}>
            {found.hashHolds
              ? t('check.hash_holds')
              : found.isErased
                ? t('check.erased')
                : t('check.hash_differs', { hash: groupedHash(found.hash) })}
          </Finding>
          <Finding holds={found.textsHold}>
            {found.textsHold ? t('check.texts_hold') : t('check.texts_differ', { parts: differences })}
          </Finding>
          <Finding holds={found.quorumHolds}>
            {found.quorumHolds ? t('check.quorum_holds') : t('check.quorum_differs')}
          </Finding>
        </ul>
        <p>
          <strong>{holds(found) ? t('check.good') : !onlyErased && t('check.bad')}</strong>
        </p>
        {holds(found) && statement.signatures.length > 0 && <p>{t('check.means_not')}</p>}
      </div>
    </div>
  );
}

function Finding({ holds: isGood, children }: { holds: boolean; children: ReactNode }): ReactNode {
  return (
    <li>
      <span aria-hidden="true" className="findings__sign">
        {isGood ? '✓' : '✗'}
      </span>
      <span>{children}</span>
    </li>
  );
}

/** The parts that differ, in a row of words of the reader's language. */
function useDifferences(differences: readonly Difference[]): string {
  const { t, i18n } = useTranslation('ratified');
  const words = differences.map((one) =>
    typeof one === 'string' ? t(`check.part.${one}`) : t('check.part.clause', { number: one.clause }),
  );
  return new Intl.ListFormat(i18n.language).format(words.length > 0 ? words : [t('check.part.other')]);
}
