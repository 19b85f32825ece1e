import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountView } from '../../../shared/identity/account.schema.js';
import { formatDay } from '../../lib/format';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import * as account from './api';
import { Refusal } from './refusal';
import { Section } from './section';

/** Passkeys: those there are, and a new one on the device in front of its owner. */
export function PasskeysSection({ passkeys }: { passkeys: AccountView['passkeys'] }): ReactNode {
  const { t } = useTranslation('account');
  const [name, setName] = useState('');
  const add = account.useAccountChange(account.addPasskey);
  const remove = account.useAccountChange(account.removePasskey);
  const send = () => add.mutate(name.trim() || t('passkeys.unnamed'), { onSuccess: () => setName('') });
  return (
    <Section title={t('passkeys.title')} state={passkeys.length === 0 ? t('passkeys.none') : String(passkeys.length)}>
      <p className="soft">{t('passkeys.what')}</p>
      <PasskeyList passkeys={passkeys} busy={remove.isPending} remove={remove.mutate} />
      <Refusal error={remove.error} retry={() => remove.variables !== undefined && remove.mutate(remove.variables)} />
      <details>
        <summary>{t('passkeys.add')}</summary>
        <div className="stack">
          <TextField
            label={t('passkeys.name')}
            hint={t('passkeys.name_hint')}
            value={name}
            maxLength={60}
            dir="auto"
            onChange={({ target }) => setName(target.value)}
          />
          <p>
            <Button busy={add.isPending} onClick={send}>
              {t('passkeys.add')}
            </Button>
          </p>
          <Refusal error={add.error} retry={send} />
        </div>
      </details>
    </Section>
  );
}

function PasskeyList({
  passkeys,
  busy,
  remove,
}: {
  passkeys: AccountView['passkeys'];
  busy: boolean;
  remove: (id: string) => void;
}): ReactNode {
  const { t, i18n } = useTranslation('account');
  if (passkeys.length === 0) return null;
  return (
    <ul className="plain-list account-list">
      {passkeys.map((one) => (
        <li key={one.id}>
          <span>
            <bdi>{one.name}</bdi>{' '}
            <span className="small soft">
              {one.lastUsedOn
                ? t('passkeys.used', { day: formatDay(i18n.language, one.lastUsedOn) })
                : t('passkeys.added', { day: formatDay(i18n.language, one.addedOn) })}
            </span>
          </span>
          <Button weight="quiet" busy={busy} onClick={() => remove(one.id)}>
            {t('passkeys.remove')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
