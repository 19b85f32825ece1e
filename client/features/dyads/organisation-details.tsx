import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { JointActView } from '../../../shared/dyads/joint-act.schema.js';
import { FacingTexts } from '../../ui/facing-texts';
import { MemberName, type SideName } from '../../ui/member-name';
import { Texts } from '../../ui/texts';

type DetailsOf<Kind> = Extract<JointActView, { kind: Kind }>['details'];

/** An organisation as it would be admitted, in both languages, with what is disclosed about it. */
export function OrganisationToBe({
  details,
  languages,
  sideName,
}: {
  readonly details: DetailsOf<'organisation.admit'>;
  readonly languages: readonly string[];
  readonly sideName: SideName;
}): ReactNode {
  const { t } = useTranslation('organisations');
  const { side, name, purpose, website, disclosures } = details;
  return (
    <div className="stack">
      <p>
        <span className="tag">{sideName(side)}</span>
      </p>
      <FacingTexts
        languages={languages}
        page={(language) => (
          <>
            <h4>{name[language]}</h4>
            <p>{purpose[language]}</p>
          </>
        )}
      />
      {website !== null && <p dir="ltr">{website}</p>}
      {disclosures.length > 0 && (
        <p className="small">
          {t('interests')}{' '}
          {disclosures.map(({ id, title }, at) => (
            <span key={id}>
              {at > 0 && ' · '}
              <Texts texts={title} />
            </span>
          ))}
        </p>
      )}
    </div>
  );
}

/** Who would sign for which organisation, or would no more. */
export function DelegateChange({
  details: { member, organisation },
  sideName,
}: {
  readonly details: DetailsOf<'delegate.name' | 'delegate.recall'>;
  readonly sideName: SideName;
}): ReactNode {
  const { t } = useTranslation(['organisations', 'dyads']);
  return (
    <dl className="act-facts">
      <dt>{t('dyads:acts.member')}</dt>
      <dd>
        <MemberName member={member} sideName={sideName} /> <span className="small soft">{sideName(member.side)}</span>
      </dd>
      <dt>{t('form.organisation')}</dt>
      <dd>
        <Texts texts={organisation.name} /> <span className="small soft">{sideName(organisation.side)}</span>
      </dd>
    </dl>
  );
}
