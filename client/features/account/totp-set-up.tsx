import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { Problem } from '../../ui/states';
import { beginTotp, confirmTotp, useAccountChange } from './api';
import { QrCode } from './qr-code';
import { RecoveryCodes } from './recovery-codes';

/** Setting up one-time codes: a picture for the app, a first code as proof, and recovery codes to keep on paper. */
export function TotpSetUp({ refusal }: { refusal: (error: unknown, retry: () => void) => ReactNode }): ReactNode {
  const { t } = useTranslation('account');
  const begin = useAccountChange(beginTotp);
  const confirm = useAccountChange(confirmTotp);
  const [code, setCode] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirm.mutate(code);
  };
  return (
    <section className="sheet stack">
      <h2>{t('totp.title')}</h2>
      <p className="soft">{t('totp.what')}</p>
      {confirm.data && <RecoveryCodes codes={confirm.data.recoveryCodes} />}
      {!begin.data && <Button onClick={() => begin.mutate(undefined)}>{t('totp.begin')}</Button>}
      {refusal(begin.error, () => begin.mutate(undefined))}
      {begin.data && !confirm.data && (
        <form className="stack" onSubmit={submit}>
          <QrCode rows={begin.data.picture} label={t('totp.picture')} />
          <p>
            {t('totp.by_hand')} <code dir="ltr">{begin.data.secret}</code>
          </p>
          <TextField
            label={t('totp.first_code')}
            inputMode="numeric"
            autoComplete="one-time-code"
            value={code}
            required
            onChange={({ target }) => setCode(target.value)}
          />
          {confirm.error && <Problem error={confirm.error} />}
          <Button type="submit" weight="main">
            {t('sign_in.confirm')}
          </Button>
        </form>
      )}
    </section>
  );
}
