import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import * as account from './api';
import { RecoveryCodes } from './recovery-codes';
import { Refusal } from './refusal';
import { Section } from './section';
import { TotpSetUp } from './totp-set-up';

/** One-time codes from an app: set up, or being asked for. */
export function OneTimeCodesSection({ isOn }: { isOn: boolean }): ReactNode {
  const { t } = useTranslation('account');
  const remove = account.useAccountChange(account.removeTotp);
  return (
    <Section title={t('totp.title')} state={isOn ? t('totp.on') : t('totp.off')}>
      <p className="soft">{t('totp.what')}</p>
      <TotpSetUp isOn={isOn} />
      {isOn && (
        <p>
          <Button weight="quiet" busy={remove.isPending} onClick={() => remove.mutate(undefined)}>
            {t('totp.remove')}
          </Button>
        </p>
      )}
      <Refusal error={remove.error} retry={() => remove.mutate(undefined)} />
    </Section>
  );
}

/** Recovery codes: how many are left of those on paper, and new ones. */
export function RecoveryCodesSection({ left }: { left: number }): ReactNode {
  const { t } = useTranslation('account');
  const renew = account.useAccountChange(account.renewRecoveryCodes);
  return (
    <Section title={t('codes.title')} state={t('codes.left', { count: left })}>
      <p className="soft">{t('codes.what')}</p>
      {renew.data && <RecoveryCodes codes={renew.data.recoveryCodes} />}
      <p className="row">
        <Button busy={renew.isPending} onClick={() => renew.mutate(undefined)}>
          {t('codes.make')}
        </Button>
        {left > 0 && <span className="small soft">{t('codes.old')}</span>}
      </p>
      <Refusal error={renew.error} retry={() => renew.mutate(undefined)} />
    </Section>
  );
}
