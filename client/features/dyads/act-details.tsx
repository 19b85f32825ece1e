import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DyadView } from '../../../shared/dyads/dyad.schema.js';
import type { JointActView } from '../../../shared/dyads/joint-act.schema.js';
import { sideLanguages } from '../../lib/side-languages';
import { FacingTexts } from '../../ui/facing-texts';
import { MemberName, type SideName } from '../../ui/member-name';
import { Loading, Problem } from '../../ui/states';
import { useCharterVersion } from './api';
import { CharterComparison } from './charter-comparison';
import { CommitmentActDetails, isCommitmentAct } from './commitment-acts';
import { AllowedHostsChange, WordlistChange } from './list-changes';
import { EgressToBe } from './egress/egress-to-be';
import { ErasureToBe } from './erasure/erasure-to-be';
import { DelegateChange, OrganisationToBe } from './organisation-details';
import { GlossaryImportDetails } from './terms/glossary-import-details';
import { TermActDetails } from './terms/term-act';
import { WitnessToBe } from './witnesses/witness-to-be';

interface DetailsProps {
  readonly act: JointActView;
  readonly dyad: DyadView;
  readonly reader: string;
  readonly sideName: SideName;
}

/** Everything one must have read before answering a proposal, set for its kind. */
export function ActDetails({ act, dyad, reader, sideName }: DetailsProps): ReactNode {
  if (isCommitmentAct(act)) {
    const languages = sideLanguages(dyad, reader);
    return <CommitmentActDetails act={act} dyad={dyad.slug} languages={languages} sideName={sideName} />;
  }
  switch (act.kind) {
    case 'topic.change_mode':
      return <ModeChange details={act.details} />;
    case 'role.grant':
    case 'role.revoke':
      return <RoleChange kind={act.kind} details={act.details} sideName={sideName} />;
    case 'disclosure.publish':
      return <DisclosureToBe details={act.details} languages={sideLanguages(dyad, reader)} />;
    case 'organisation.admit':
      return <OrganisationToBe details={act.details} languages={sideLanguages(dyad, reader)} sideName={sideName} />;
    case 'delegate.name':
    case 'delegate.recall':
      return <DelegateChange details={act.details} sideName={sideName} />;
    case 'wordlist.change':
      return <WordlistChange details={act.details} />;
    case 'allowed_hosts.change':
      return <AllowedHostsChange details={act.details} />;
    case 'egress.consent':
      return <EgressToBe details={act.details} />;
    case 'witness.add':
    case 'witness.remove':
      return <WitnessToBe details={act.details} sideName={sideName} />;
    case 'record.erase':
      return <ErasureToBe details={act.details} dyad={dyad.slug} />;
    case 'charter.adopt':
      return <CharterToBe act={act} dyad={dyad} languages={sideLanguages(dyad, reader)} />;
    case 'term.add':
    case 'term.change':
    case 'term.retire':
      return <TermActDetails act={act} languages={sideLanguages(dyad, reader)} />;
    case 'glossary.import':
      return <GlossaryImportDetails details={act.details} dyad={dyad.slug} languages={sideLanguages(dyad, reader)} />;
  }
}

type DetailsOf<Kind> = Extract<JointActView, { kind: Kind }>['details'];

/** From which way of publishing to which, each with what it means. */
function ModeChange({ details: { from, mode } }: { details: DetailsOf<'topic.change_mode'> }): ReactNode {
  const { t } = useTranslation(['dyads', 'forum']);
  return (
    <div className="facing">
      {from && (
        <section className="facing__page">
          <p className="facing__language">{t('acts.mode_from')}</p>
          <h4>{t(`forum:mode.${from}.name`)}</h4>
          <p>{t(`forum:mode.${from}.what`)}</p>
        </section>
      )}
      <section className="facing__page">
        <p className="facing__language">{t('acts.mode_to')}</p>
        <h4>{t(`forum:mode.${mode}.name`)}</h4>
        <p>{t(`forum:mode.${mode}.what`)}</p>
      </section>
    </div>
  );
}

/** Whom it is about, which roles they have now, and what the role lets people do. */
function RoleChange({
  kind,
  details: { member, role },
  sideName,
}: {
  kind: 'role.grant' | 'role.revoke';
  details: DetailsOf<'role.grant' | 'role.revoke'>;
  sideName: SideName;
}): ReactNode {
  const { t } = useTranslation(['dyads', 'common']);
  return (
    <dl className="act-facts">
      <dt>{t('acts.member')}</dt>
      <dd>
        <MemberName member={member} sideName={sideName} /> <span className="small soft">{sideName(member.side)}</span>
      </dd>
      <dt>{t('acts.roles_now')}</dt>
      <dd>{member.roles.map((one) => t(`common:role.${one}`)).join(', ') || t('acts.no_role')}</dd>
      <dt>{kind === 'role.grant' ? t('acts.role_given') : t('acts.role_taken')}</dt>
      <dd>
        <strong>{t(`common:role.${role}`)}</strong>
        <p className="small soft">{t(`role_what.${role}`)}</p>
      </dd>
    </dl>
  );
}

interface Both<Details> {
  readonly details: Details;
  readonly languages: readonly string[];
}

/** The disclosure as it would be published, in both languages. */
function DisclosureToBe({ details, languages }: Both<DetailsOf<'disclosure.publish'>>): ReactNode {
  const { t } = useTranslation('dyads');
  return (
    <div className="stack">
      <p>
        <span className="tag">{t(`disclosures.${details.kind}`)}</span>
      </p>
      <FacingTexts
        languages={languages}
        page={(language) => (
          <>
            <h4>{details.title[language]}</h4>
            <p className="article__body">{details.body[language]}</p>
          </>
        )}
      />
    </div>
  );
}

/** A new version beside the one that it would replace; for one that was adopted, beside the one that it replaced. */
function CharterToBe({
  act,
  dyad,
  languages,
}: {
  act: Extract<JointActView, { kind: 'charter.adopt' }>;
  dyad: DyadView;
  languages: readonly string[];
}): ReactNode {
  const { t } = useTranslation('dyads');
  const { articles, inForce, quorum } = act.details;
  const against = act.state === 'open' ? dyad.charterVersion : inForce;
  const charter = useCharterVersion(dyad.slug, against);
  const overtaken = act.state === 'open' && inForce !== null && inForce !== dyad.charterVersion;
  if (charter.error) return <Problem error={charter.error} retry={() => void charter.refetch()} />;
  if (against !== null && !charter.data) return <Loading />;
  return (
    <div className="stack">
      {overtaken && (
        <p className="notice notice--caution">
          {t('acts.charter_overtaken', { before: inForce, now: dyad.charterVersion })}
        </p>
      )}
      {against !== null && <p className="small soft">{t('acts.charter_against', { version: against })}</p>}
      <CharterComparison
        heading="h4"
        before={charter.data?.articles ?? []}
        after={articles}
        quorum={{ before: charter.data?.quorum, after: quorum }}
        languages={languages}
      />
    </div>
  );
}
