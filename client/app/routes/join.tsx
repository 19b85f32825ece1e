import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ComponentProps, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { DyadView } from '../../../shared/dyads/dyad.schema.js';
import { passwordMinimum } from '../../../shared/identity/account.rules.js';
import { isLanguage } from '../../../shared/language/language.js';
import { useSession } from '../../features/session/api';
import { call } from '../../lib/api-client';
import { formatDay, languageName, textIn } from '../../lib/format';
import { Button } from '../../ui/button';
import { SelectField, TextField } from '../../ui/field';
import { SideMark } from '../../ui/side-mark';
import { Loading, Problem, useFieldSentence } from '../../ui/states';
import { languagesOf } from '../languages-of';
import { useSideName } from '../use-reader';
import { useTitle } from '../use-title';
import { Texts } from '../../ui/texts';

/** Joining by invitation. The token stands behind the # of the address, so no server's log ever holds it. */
export function Join(): ReactNode {
  const { t, i18n } = useTranslation('account');
  const token = location.hash.slice(1);
  const offer = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => call('POST /api/invitations/look-up', { body: { token } }),
  });
  const sideName = useSideName(offer.data?.dyad);
  useTitle(t('join.title'));
  if (offer.error) return <Problem error={offer.error} />;
  if (!offer.data) return <Loading />;
  const { dyad, side, expiresOn, charterVersion } = offer.data;
  return (
    <div className="measure stack">
      <h1>{t('join.title')}</h1>
      <p>{t('join.to', { dyad: textIn(dyad.name, i18n.language), side: sideName(side) })}</p>
      <p className="row">
        <SideMark side={side} label={sideName(side)} /> {sideName(side)}
        <span className="small soft">{t('join.until', { day: formatDay(i18n.language, expiresOn) })}</span>
      </p>
      <p>
        <Texts texts={dyad.purpose} />
      </p>
      <JoinForm token={token} dyad={dyad} charterVersion={charterVersion} />
    </div>
  );
}

interface JoinValues {
  readonly pseudonym: string;
  readonly login: string;
  readonly password: string;
  readonly writesIn: string;
}

interface JoinProps {
  readonly token: string;
  readonly dyad: DyadView;
  readonly charterVersion: number;
}

/** Uses the invitation, with a new account or the one that is signed in. */
function useJoin({ token, charterVersion }: JoinProps, values: JoinValues, signedIn: boolean) {
  const { i18n } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const language = isLanguage(i18n.language) ? i18n.language : 'en';
  const { pseudonym, writesIn, login, password } = values;
  const account = { login: login.trim().toLowerCase(), password, language };
  return useMutation({
    mutationFn: () =>
      call('POST /api/join', {
        body: { token, pseudonym, writesIn, acceptedCharterVersion: charterVersion, ...(!signedIn && { account }) },
      }),
    onSuccess: async ({ dyad: slug }) => {
      await client.invalidateQueries({ queryKey: ['session'] });
      await navigate(`/d/${slug}`);
    },
  });
}

function JoinForm(props: JoinProps): ReactNode {
  const { t, i18n } = useTranslation('account');
  const session = useSession();
  const languages = languagesOf(props.dyad);
  const writesIn = languages.find((code) => code === i18n.language) ?? languages[0] ?? '';
  const [values, setValues] = useState<JoinValues>({ pseudonym: '', login: '', password: '', writesIn });
  const [accepted, setAccepted] = useState(false);
  const signedIn = session.data?.signedIn ?? false;
  const join = useJoin(props, values, signedIn);
  const sentenceFor = useFieldSentence(join.error);
  const field = (name: keyof JoinValues, errorName: string = name) => ({
    value: values[name],
    error: sentenceFor(errorName),
    onChange: (event: { target: { value: string } }) => setValues({ ...values, [name]: event.target.value }),
    required: true,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (accepted) join.mutate();
  };
  return (
    <form className="sheet stack" onSubmit={submit}>
      <TextField
        label={t('join.pseudonym')}
        hint={t('join.pseudonym_hint')}
        minLength={2}
        maxLength={40}
        dir="auto"
        {...field('pseudonym')}
      />
      <SelectField
        label={t('join.language')}
        options={languages.map((code) => ({ value: code, label: languageName(i18n.language, code) }))}
        {...field('writesIn')}
      />
      {!signedIn && <NewAccount field={field} />}
      <Consent {...props} accepted={accepted} accept={setAccepted} />
      {join.error && <Problem error={join.error} />}
      <Button type="submit" weight="main" busy={join.isPending || !accepted}>
        {t('join.action')}
      </Button>
    </form>
  );
}

type FieldOf = (
  name: keyof JoinValues,
  errorName?: string,
) => Pick<ComponentProps<'input'>, 'value' | 'onChange' | 'required'> & { error: string | undefined };

/** Login and password of somebody who has no account yet. */
function NewAccount({ field }: { field: FieldOf }): ReactNode {
  const { t } = useTranslation('account');
  return (
    <>
      <TextField
        label={t('sign_in.login')}
        hint={t('join.login_hint')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        {...field('login', 'account.login')}
      />
      <TextField
        label={t('sign_in.password')}
        hint={t('join.password_hint', { minimum: passwordMinimum })}
        type="password"
        autoComplete="new-password"
        {...field('password', 'account.password')}
      />
    </>
  );
}

/** Taking part can reveal a side, so it needs a yes of its own. */
function Consent({
  dyad,
  charterVersion,
  accepted,
  accept,
}: JoinProps & { accepted: boolean; accept: (accepted: boolean) => void }): ReactNode {
  const { t } = useTranslation('account');
  return (
    <label className="choice">
      <input type="checkbox" checked={accepted} onChange={({ target }) => accept(target.checked)} />
      <span>
        {t('join.consent')}{' '}
        <Link to={`/d/${dyad.slug}/charter`} target="_blank">
          {t('join.charter', { version: charterVersion })}
        </Link>
      </span>
    </label>
  );
}
