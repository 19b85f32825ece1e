import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { JointActView } from '../../../shared/dyads/joint-act.schema.js';
import type { WitnessActDetails } from '../../../shared/record/witness.schema.js';
import { namesOf } from '../../../shared/translation/glossary.rules.js';
import { countryName, languageName } from '../../lib/format';
import { Texts } from '../../ui/texts';
import { CommitmentActHeading, isCommitmentAct } from './commitment-acts';

/** What would be done, as one plain sentence; names and titles keep their own language and direction. */
export function ActHeading({ act }: { act: JointActView }): ReactNode {
  const { t, i18n } = useTranslation(['dyads', 'common']);
  if (isCommitmentAct(act)) return <CommitmentActHeading act={act} />;
  switch (act.kind) {
    case 'topic.change_mode':
      if (Object.keys(act.details.title).length === 0) return t('act.change_mode_unseen');
      return <Trans t={t} i18nKey="act.change_mode" components={{ what: <Texts texts={act.details.title} /> }} />;
    case 'role.grant':
    case 'role.revoke': {
      const components = { who: <bdi>{act.details.member.pseudonym}</bdi> };
      const values = { role: t(`common:role.${act.details.role}`) };
      return act.kind === 'role.grant' ? (
        <Trans t={t} i18nKey="act.grant" components={components} values={values} />
      ) : (
        <Trans t={t} i18nKey="act.revoke" components={components} values={values} />
      );
    }
    case 'disclosure.publish':
      return <Trans t={t} i18nKey="act.publish" components={{ what: <Texts texts={act.details.title} /> }} />;
    case 'organisation.admit':
      return <Trans t={t} i18nKey="act.admit" components={{ what: <Texts texts={act.details.name} /> }} />;
    case 'delegate.name':
    case 'delegate.recall': {
      const { member, organisation } = act.details;
      const components = { who: <bdi>{member.pseudonym}</bdi>, what: <Texts texts={organisation.name} /> };
      return act.kind === 'delegate.name' ? (
        <Trans t={t} i18nKey="act.name_delegate" components={components} />
      ) : (
        <Trans t={t} i18nKey="act.recall_delegate" components={components} />
      );
    }
    case 'wordlist.change':
      return t('act.change_wordlist', { language: languageName(i18n.language, act.details.language) });
    case 'allowed_hosts.change':
      return t('act.change_hosts');
    case 'egress.consent': {
      const { recipient, country } = act.details;
      return t('act.consent_egress', { recipient, country: countryName(i18n.language, country) });
    }
    case 'witness.add':
    case 'witness.remove':
      return <WitnessHeading act={act} />;
    case 'record.erase':
      return t('act.erase', { number: act.details.entry });
    case 'charter.adopt':
      return t('act.adopt', { count: act.details.articles.length });
    case 'term.add':
    case 'term.change':
    case 'term.retire':
      return <TermHeading act={act} />;
    case 'glossary.import': {
      const { added, changed, fileName } = act.details;
      const components = { what: <bdi>{fileName}</bdi> };
      return <Trans t={t} i18nKey="act.import_glossary" count={added + changed} components={components} />;
    }
  }
}

function WitnessHeading({ act }: { act: Extract<JointActView, { details: WitnessActDetails }> }): ReactNode {
  const { t } = useTranslation('dyads');
  const components = { what: <Texts texts={act.details.name} /> };
  return act.kind === 'witness.add' ? (
    <Trans t={t} i18nKey="act.add_witness" components={components} />
  ) : (
    <Trans t={t} i18nKey="act.remove_witness" components={components} />
  );
}

function TermHeading({ act }: { act: Extract<JointActView, { kind: `term.${string}` }> }): ReactNode {
  const { t } = useTranslation('dyads');
  const { terms } = act.kind === 'term.add' ? act.details : act.details.from;
  const components = { what: <Texts texts={namesOf(terms)} /> };
  if (act.kind === 'term.add') return <Trans t={t} i18nKey="act.add_term" components={components} />;
  if (act.kind === 'term.change') return <Trans t={t} i18nKey="act.change_term" components={components} />;
  return <Trans t={t} i18nKey="act.retire_term" components={components} />;
}
