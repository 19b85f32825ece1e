import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { verifierKey } from '../../../shared/log/key.js';
import { hasWitnessed, type PolicyWitness } from '../../../shared/log/policy.js';
import { formatDay } from '../../lib/format';
import { logCrypto } from '../../lib/log-crypto';
import type { Finding } from './check-receipt';

/** Groups of a dyad's policy, by the letters that sides have where nothing else is known of them. */
const sideGroups = [
  ['side-a', 'A'],
  ['side-b', 'B'],
] as const;

/** Whose keys were relied on, where the reader has them from, and who of them has signed. */
export function Vouching({ finding }: { finding: Finding }): ReactNode {
  const { t } = useTranslation('verify');
  const { policy } = finding;
  const cosigned = new Set(finding.cosigned.map(({ name }) => name));
  return (
    <section>
      <h2>{t('vouch.title')}</h2>
      <p className="measure">
        {t(`policy.${policy.from}`)} {policy.hasChanged && <strong>{t('policy.changed')}</strong>}
      </p>
      {policy.logs.map(({ key }) => (
        <p key={key.id}>
          {t('vouch.log')} <code dir="ltr">{verifierKey(logCrypto.sha256, key)}</code>
        </p>
      ))}
      {sideGroups.map(([group, side]) => {
        const members = policy.groups.find(({ name }) => name === group)?.members ?? [];
        const witnesses = policy.witnesses.filter(({ name }) => members.includes(name));
        if (witnesses.length === 0) return null;
        return (
          <section key={group}>
            <h3>
              {hasWitnessed(policy, group, cosigned)
                ? t('vouch.side_signed', { side })
                : t('vouch.side_open', { side })}
            </h3>
            <ul>
              {witnesses.map((witness) => (
                <Witness key={witness.name} witness={witness} finding={finding} />
              ))}
            </ul>
          </section>
        );
      })}
    </section>
  );
}

function Witness({ witness: { name, key }, finding }: { witness: PolicyWitness; finding: Finding }): ReactNode {
  const { t, i18n } = useTranslation('verify');
  const signed = finding.cosigned.find((one) => one.name === name);
  return (
    <li>
      <bdi>{key.name}</bdi>
      {': '}
      {signed
        ? t('vouch.signed_on', { day: formatDay(i18n.language, new Date(signed.time * 1000).toISOString()) })
        : t('vouch.not_signed')}
    </li>
  );
}
