import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactNode } from 'react';
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

/** Joining by invitation. The token stands behind the # of the address, so no server's log ever holds it. */
export function Join(): ReactNode {
  const { t, i18n } = useTranslation('account');
  const token = location.hash.slice(1);
  const offer = useQuery({ queryKey: ['invitation', token], queryFn: () => call('POST /api/invitations/look-up', { body: { token } }) });
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
      <p>{textIn(dyad.purpose, i18n.language)}</p>
      <JoinForm token={token} dyad={dyad} charterVersion={charterVersion} />
    </div>
  );
}

function JoinForm({ token, dyad, charterVersion }: { token: string; dyad: DyadView; charterVersion: number }): ReactNode {
  const { t, i18n } = useTranslation('account');
  const session = useSession();
  const client = useQueryClient();
  const navigate = useNavigate();
  const languages = languagesOf(dyad);
  const [values, setValues] = useState({
    pseudonym: '',
    login: '',
    password: '',
    writesIn: languages.find((code) => code === i18n.language) ?? languages[0] ?? '',
    accepted: false,
  });
  const join = useMutation({
    mutationFn: () =>
      call('POST /api/join', {
        body: {
          token,
          pseudonym: values.pseudonym,
          writesIn: values.writesIn,
          acceptedCharterVersion: charterVersion,
          ...(!session.data?.signedIn && {
            account: {
              login: values.login.trim().toLowerCase(),
              password: values.password,
              language: isLanguage(i18n.language) ? i18n.language : 'en',
            },
          }),
        },
      }),
    onSuccess: async ({ dyad: slug }) => {
      await client.invalidateQueries({ queryKey: ['session'] });
      await navigate(`/d/${slug}`);
    },
  });
  const sentenceFor = useFieldSentence(join.error);
  const set = (name: keyof typeof values) => (event: { target: { value: string } }) =>
    setValues({ ...values, [name]: event.target.value });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (values.accepted) join.mutate();
  };
  return (
    <form className="sheet stack" onSubmit={submit}>
      <TextField label={t('join.pseudonym')} hint={t('join.pseudonym_hint')} error={sentenceFor('pseudonym')} value={values.pseudonym} minLength={2} maxLength={40} required dir="auto" onChange={set('pseudonym')} />
      <SelectField
        label={t('join.language')}
        value={values.writesIn}
        options={languages.map((code) => ({ value: code, label: languageName(i18n.language, code) }))}
        onChange={set('writesIn')}
      />
      {!session.data?.signedIn && (
        <>
          <TextField label={t('sign_in.login')} hint={t('join.login_hint')} error={sentenceFor('account.login')} value={values.login} autoComplete="username" autoCapitalize="none" spellCheck={false} required onChange={set('login')} />
          <TextField label={t('sign_in.password')} hint={t('join.password_hint', { minimum: passwordMinimum })} error={sentenceFor('account.password')} type="password" autoComplete="new-password" value={values.password} required onChange={set('password')} />
        </>
      )}
      <label className="choice">
        <input type="checkbox" checked={values.accepted} onChange={({ target }) => setValues({ ...values, accepted: target.checked })} />
        <span>
          {t('join.consent')}{' '}
          <Link to={`/d/${dyad.slug}/charter`} target="_blank">
            {t('join.charter', { version: charterVersion })}
          </Link>
        </span>
      </label>
      {join.error && <Problem error={join.error} />}
      <Button type="submit" weight="main" busy={join.isPending || !values.accepted}>
        {t('join.action')}
      </Button>
    </form>
  );
}
