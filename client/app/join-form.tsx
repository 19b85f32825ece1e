import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ComponentProps, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { guardedRoles } from '../../shared/access/actor.js';
import type { DyadView } from '../../shared/dyads/dyad.schema.js';
import { passwordMinimum } from '../../shared/identity/account.rules.js';
import { isLanguage } from '../../shared/language/language.js';
import { useFailureAt, type PlacedFailure } from '../features/account/use-failure-at';
import { call, CallFailure } from '../lib/api-client';
import { languageName } from '../lib/format';
import { useFirstFocus } from '../lib/use-first-focus';
import { useAnnounce } from '../ui/announcer';
import { Button } from '../ui/button';
import { SelectField, TextField } from '../ui/field';
import { Problem } from '../ui/states';
import { JoinConsent } from './join-consent';
import { languagesOf } from './languages-of';

interface JoinValues {
  readonly pseudonym: string;
  readonly login: string;
  readonly password: string;
  readonly writesIn: string;
}

export interface JoinProps {
  readonly token: string;
  readonly dyad: DyadView;
  readonly charterVersion: number;
  readonly signedIn: boolean;
  /** Reads the offer again: the charter may have changed while somebody was filling in the form. */
  readonly lookAgain: () => void;
}

/** Uses the invitation, with a new account or the one that is signed in. */
function useJoin({ token, charterVersion, signedIn }: JoinProps, values: JoinValues) {
  const { t, i18n } = useTranslation('account');
  const client = useQueryClient();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const language = isLanguage(i18n.language) ? i18n.language : 'en';
  const { pseudonym, writesIn, login, password } = values;
  const account = { login: login.trim().toLowerCase(), password, language };
  return useMutation({
    mutationFn: () =>
      call('POST /api/join', {
        body: { token, pseudonym, writesIn, acceptedCharterVersion: charterVersion, ...(!signedIn && { account }) },
      }),
    onSuccess: async ({ dyad: slug, member }) => {
      await client.invalidateQueries({ queryKey: ['session'] });
      announce(t('join.welcome', { name: `\u2068${member.pseudonym}\u2069` }));
      // Whoever is to decide about others sets up a second factor first, and is told so there.
      const guarded = guardedRoles.some((role) => member.roles.includes(role));
      await navigate(guarded ? '/account' : `/d/${slug}`);
    },
  });
}

const places = {
  'pseudonym.taken': 'pseudonym',
  'pseudonym.not_allowed': 'pseudonym',
  'account.login_taken': 'account.login',
  'account.password_too_short': 'account.password',
  'account.password_too_common': 'account.password',
} as const;

/** Who one will be here, how one will sign in, and a yes to the rules. */
export function JoinForm(props: JoinProps): ReactNode {
  const { t, i18n } = useTranslation('account');
  const languages = languagesOf(props.dyad);
  const writesIn = languages.find((code) => code === i18n.language) ?? languages[0] ?? '';
  const [values, setValues] = useState<JoinValues>({ pseudonym: '', login: '', password: '', writesIn });
  const [accepted, setAccepted] = useState(false);
  const [asked, setAsked] = useState(false);
  const join = useJoin(props, values);
  const failure = useFailureAt(join.error, places);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (join.error || asked) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [join.error, asked]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(!accepted);
    if (!accepted) return;
    void join.mutateAsync().catch((error: unknown) => {
      if (!(error instanceof CallFailure) || error.code !== 'charter.version_outdated') return;
      setAccepted(false);
      props.lookAgain();
    });
  };
  const field = fieldsOf(values, setValues, failure);
  return (
    <form ref={form} className="sheet stack" noValidate onSubmit={submit}>
      <WhoHere field={field} languages={languages} />
      {props.signedIn ? <p className="notice">{t('join.with_account')}</p> : <NewAccount field={field} />}
      <JoinConsent
        dyad={props.dyad.slug}
        version={props.charterVersion}
        accepted={accepted}
        isMissing={asked && !accepted}
        accept={setAccepted}
      />
      {failure.rest !== undefined && <Problem error={failure.rest} />}
      <Button type="submit" weight="main" busy={join.isPending}>
        {t('join.action')}
      </Button>
    </form>
  );
}

type FieldOf = (
  name: keyof JoinValues,
  errorName?: string,
) => Pick<ComponentProps<'input'>, 'value' | 'required'> & {
  error: string | undefined;
  onChange: (event: { target: { value: string } }) => void;
};

const fieldsOf =
  (values: JoinValues, setValues: (values: JoinValues) => void, failure: PlacedFailure): FieldOf =>
  (name, errorName = name) => ({
    value: values[name],
    error: failure.at(errorName),
    required: true,
    onChange: ({ target }) => setValues({ ...values, [name]: target.value }),
  });

function WhoHere({ field, languages }: { field: FieldOf; languages: readonly string[] }): ReactNode {
  const { t, i18n } = useTranslation('account');
  const first = useFirstFocus<HTMLInputElement>();
  return (
    <>
      <TextField
        ref={first}
        label={t('join.pseudonym')}
        hint={t('join.pseudonym_hint')}
        maxLength={40}
        dir="auto"
        autoComplete="off"
        {...field('pseudonym')}
      />
      <SelectField
        label={t('join.language')}
        options={languages.map((code) => ({ value: code, label: languageName(i18n.language, code) }))}
        {...field('writesIn')}
      />
    </>
  );
}

/** Login and password of somebody who has no account yet. */
function NewAccount({ field }: { field: FieldOf }): ReactNode {
  const { t } = useTranslation('account');
  return (
    <>
      <TextField
        label={t('sign_in.login')}
        hint={t('join.login_hint')}
        dir="ltr"
        maxLength={40}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        {...field('login', 'account.login')}
      />
      <TextField
        label={t('sign_in.password')}
        hint={t('join.password_hint', { minimum: passwordMinimum })}
        type="password"
        dir="ltr"
        autoComplete="new-password"
        {...field('password', 'account.password')}
      />
    </>
  );
}
