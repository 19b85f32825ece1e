import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../ui/announcer';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import * as account from './api';
import { Refusal } from './refusal';
import { Section } from './section';
import { useFailureAt } from './use-failure-at';

/** The e-mail address, which nobody needs to give. */
export function EmailSection({ current }: { current: string | null }): ReactNode {
  const { t } = useTranslation('account');
  const [email, setEmail] = useState(current ?? '');
  const change = account.useAccountChange(account.changeEmail);
  const announce = useAnnounce();
  const failure = useFailureAt(change.error, {});
  const send = () => change.mutate(email.trim(), { onSuccess: () => announce(t('account.saved')) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };
  return (
    <Section title={t('account.email')} state={current === null ? t('account.no_email') : undefined}>
      <form className="stack" noValidate onSubmit={submit}>
        <TextField
          label={t('account.email_label')}
          hint={t('account.email_hint')}
          error={failure.at('email')}
          type="email"
          dir="ltr"
          autoComplete="email"
          value={email}
          onChange={({ target }) => setEmail(target.value)}
        />
        <p>
          <Button type="submit" busy={change.isPending}>
            {t('account.save')}
          </Button>
        </p>
      </form>
      <Refusal error={failure.rest} retry={send} />
    </Section>
  );
}
