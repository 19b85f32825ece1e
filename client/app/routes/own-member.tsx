import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { readings } from '../../../shared/dyads/reading.rules.js';
import type { DyadView, OwnMemberView } from '../../../shared/dyads/dyad.schema.js';
import { useFailureAt } from '../../features/account/use-failure-at';
import { useChangeOwnMember, useRenameOwnMember } from '../../features/dyads/api';
import { formatDay, languageName } from '../../lib/format';
import { useAnnounce } from '../../ui/announcer';
import { Button } from '../../ui/button';
import { ChoiceGroup, SelectField, TextField } from '../../ui/field';
import { SideMark } from '../../ui/side-mark';
import { Problem } from '../../ui/states';
import { MembersOnly } from '../gate';
import { languagesOf } from '../languages-of';
import { useSideName } from '../use-reader';
import { useTitle } from '../use-title';

export function OwnMember(): ReactNode {
  return <MembersOnly>{(dyad, me) => <OwnMemberPage dyad={dyad} me={me} />}</MembersOnly>;
}

/** Who one is in this dyad, and how one reads and writes here. */
function OwnMemberPage({ dyad, me }: { dyad: DyadView; me: OwnMemberView }): ReactNode {
  const { t, i18n } = useTranslation(['dyads', 'common', 'reports']);
  const sideName = useSideName(dyad);
  const change = useChangeOwnMember(dyad.slug);
  const announce = useAnnounce();
  useTitle(t('me.title'));
  const saved = { onSuccess: () => announce(t('me.saved')) };
  return (
    <div className="measure stack">
      <h1>{t('me.title')}</h1>
      <p className="row">
        <SideMark side={me.side} label={sideName(me.side)} /> {sideName(me.side)}
        {me.roles.map((role) => (
          <span key={role} className="tag">
            {t(`common:role.${role}`)}
          </span>
        ))}
      </p>
      {me.name.withheld && (
        <p className="notice notice--caution">{t(`me.name_${me.name.withheld}`, { name: me.name.shownAs })}</p>
      )}
      <Pseudonym dyad={dyad.slug} current={me.pseudonym} />
      <SelectField
        label={t('me.writes_in')}
        value={me.writesIn}
        options={languagesOf(dyad).map((code) => ({ value: code, label: languageName(i18n.language, code) }))}
        onChange={({ target }) => change.mutate({ writesIn: target.value }, saved)}
      />
      <ChoiceGroup
        legend={t('me.reading')}
        name="reading"
        value={me.reading}
        options={readings.map((value) => ({ value, label: t(`me.${value}`) }))}
        onChange={(value) => change.mutate({ reading: readings.find((one) => one === value) ?? 'side_by_side' }, saved)}
      />
      <ReadingByLanguage dyad={dyad} me={me} change={(one) => change.mutate(one, saved)} />
      <Translating dyad={dyad} me={me} change={(one) => change.mutate(one, saved)} />
      {change.error && <Problem error={change.error} />}
      {me.acceptedOn && (
        <p className="small soft">
          {t('me.accepted', { version: me.charterAccepted, day: formatDay(i18n.language, me.acceptedOn) })}
        </p>
      )}
      <p className="small soft">{t('me.privacy')}</p>
      <p>
        <Link to={`/d/${dyad.slug}/reports`} className="target-link">
          {t('reports:list.link')}
        </Link>
      </p>
      <p>
        <Link className="target-link" to={`/d/${dyad.slug}/notices`}>
          {t('common:nav.notices')}
        </Link>
      </p>
    </div>
  );
}

interface ReadingProps {
  readonly dyad: DyadView;
  readonly me: OwnMemberView;
  readonly change: (one: Pick<OwnMemberView, 'readingByLanguage'>) => void;
}

/** How one reads texts of one language, where that is otherwise than the rest: who reads it well may want no translation. */
function ReadingByLanguage({ dyad, me, change }: ReadingProps): ReactNode {
  const { t, i18n } = useTranslation('dyads');
  const choose = (language: string, chosen: string): void => {
    const { [language]: _, ...others } = me.readingByLanguage;
    const reading = readings.find((one) => one === chosen);
    change({ readingByLanguage: reading === undefined ? others : { ...others, [language]: reading } });
  };
  return (
    <fieldset className="field choices" id="reading-by-language">
      <legend className="field__label">{t('me.by_language')}</legend>
      {languagesOf(dyad).map((language) => (
        <SelectField
          key={language}
          label={t('me.written_in', { language: languageName(i18n.language, language) })}
          value={me.readingByLanguage[language] ?? ''}
          options={[
            { value: '', label: t('me.as_above') },
            ...readings.map((value) => ({ value, label: t(`me.${value}`) })),
          ]}
          onChange={({ target }) => choose(language, target.value)}
        />
      ))}
    </fieldset>
  );
}

interface TranslatingProps {
  readonly dyad: DyadView;
  readonly me: OwnMemberView;
  readonly change: (one: { reads?: string[]; writes?: string[]; credited?: boolean }) => void;
}

/** Which languages one knows besides one's own, and whether translations say one's name. */
function Translating({ dyad, me, change }: TranslatingProps): ReactNode {
  const { t, i18n } = useTranslation('translation');
  const others = languagesOf(dyad).filter((language) => language !== me.writesIn);
  const choices = (name: 'reads' | 'writes') =>
    others.map((language) => (
      <label key={language} className="choice">
        <input
          type="checkbox"
          checked={me[name].includes(language)}
          onChange={({ target: { checked } }) =>
            change({ [name]: [...me[name].filter((one) => one !== language), ...(checked ? [language] : [])] })
          }
        />
        {languageName(i18n.language, language)}
      </label>
    ));
  return (
    <section className="stack" id="languages">
      <h2>{t('me.title')}</h2>
      <p className="small soft">{t('me.hint')}</p>
      <fieldset className="field choices">
        <legend className="field__label">{t('me.reads')}</legend>
        {choices('reads')}
      </fieldset>
      <fieldset className="field choices">
        <legend className="field__label">{t('me.writes')}</legend>
        {choices('writes')}
      </fieldset>
      <label className="choice">
        <input type="checkbox" checked={me.credited} onChange={({ target }) => change({ credited: target.checked })} />
        <span>
          {t('me.credited')} <span className="small soft">{t('me.credited_hint')}</span>
        </span>
      </label>
      <p>
        <Link className="target-link" to={`/d/${dyad.slug}/translations`}>
          {t('me.link')}
        </Link>
      </p>
    </section>
  );
}

/** The name that others see; it can be changed, and why a name cannot be taken is said beside it. */
function Pseudonym({ dyad, current }: { dyad: string; current: string }): ReactNode {
  const { t } = useTranslation('dyads');
  const change = useRenameOwnMember(dyad);
  const announce = useAnnounce();
  const [pseudonym, setPseudonym] = useState(current);
  const failure = useFailureAt(change.error, {
    'pseudonym.taken': 'pseudonym',
    'pseudonym.not_allowed': 'pseudonym',
    'pseudonym.withheld': 'pseudonym',
  });
  const rename = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(pseudonym, { onSuccess: () => announce(t('me.saved')) });
  };
  return (
    <form className="sheet stack" noValidate onSubmit={rename}>
      <TextField
        label={t('me.pseudonym')}
        hint={t('me.pseudonym_hint')}
        error={failure.at('pseudonym')}
        value={pseudonym}
        maxLength={40}
        dir="auto"
        onChange={({ target }) => setPseudonym(target.value)}
      />
      {failure.rest !== undefined && <Problem error={failure.rest} />}
      <p>
        <Button type="submit" busy={change.isPending || pseudonym.trim() === current}>
          {t('me.save')}
        </Button>
      </p>
    </form>
  );
}
