import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { DyadView, OwnMemberView } from '../../../shared/dyads/dyad.schema.js';
import type { TopicView } from '../../../shared/forums/post.schema.js';
import { LinkPicture } from '../../features/account/link-picture';
import { useEgress } from '../../features/dyads/egress/egress-api';
import { EgressList } from '../../features/dyads/egress/egress-list';
import { ProposeEgress } from '../../features/dyads/egress/propose-egress';
import { ProposeErasure } from '../../features/dyads/erasure/propose-erasure';
import { ProposeHosts } from '../../features/dyads/lists/propose-hosts';
import { ProposeWordlist } from '../../features/dyads/lists/propose-wordlist';
import { Invitations } from '../../features/dyads/invitations';
import { OpenActs, PastActs } from '../../features/dyads/joint-acts';
import { OpenTopic } from '../../features/dyads/open-topic';
import { ProposeCharter } from '../../features/dyads/propose-charter';
import { ProposeDelegate } from '../../features/dyads/propose-delegate';
import { ProposeDisclosure } from '../../features/dyads/propose-disclosure';
import { ProposeMode, type TopicToChange } from '../../features/dyads/propose-mode';
import { ProposeOrganisation } from '../../features/dyads/propose-organisation';
import { ProposeRole } from '../../features/dyads/propose-role';
import { ProposeWitness } from '../../features/dyads/witnesses/propose-witness';
import { ProposeWitnessRemoval } from '../../features/dyads/witnesses/propose-witness-removal';
import { useTopics } from '../../features/forum/api';
import { useStatements } from '../../features/statements/api';
import { useStatementTopics } from '../../features/statements/comments/api';
import { useTextIn } from '../../lib/use-text-in';
import { sideLanguages } from '../../lib/side-languages';
import { Loading, Problem } from '../../ui/states';
import { CommitmentProposal, commitmentBeginnings } from '../commitment-proposal';
import { FairnessAlarm } from '../fairness-alarm';
import { MembersOnly } from '../gate';
import { listLanguages } from '../languages-of';
import { GlossaryForm } from '../glossary-form';
import { useSideName } from '../use-reader';
import { useTitle } from '../use-title';

export function Stewards(): ReactNode {
  return <MembersOnly>{(dyad, me) => <StewardsPage dyad={dyad} me={me} />}</MembersOnly>;
}

interface PageProps {
  readonly dyad: DyadView;
  readonly me: OwnMemberView;
}

/** What can be begun here: everything but a topic needs a steward of the other side. */
const beginnings = [
  'mode',
  'role',
  'charter',
  'disclosure',
  'organisation',
  'delegate',
  'term',
  'wordlist',
  'hosts',
  'egress',
  'witness',
  'witness_removal',
  'erasure',
  'topic',
] as const;
/** What is begun from where it stands, in the glossary or at a commitment. */
const elsewhere = ['term_change', 'term_retire', ...commitmentBeginnings] as const;
type Beginning = (typeof beginnings)[number] | (typeof elsewhere)[number];

/** What stewards of both sides do together, and the invitations one issues; one thing is written at a time. */
function StewardsPage({ dyad, me }: PageProps): ReactNode {
  const [search] = useSearchParams();
  const { t } = useTranslation('dyads');
  const begun = [...beginnings, ...elsewhere].find((one) => one === search.get('begin'));
  useTitle(t('stewards.title'));
  const maySteward = me.roles.includes('steward') && me.side !== 'neutral';
  if (begun && (maySteward || (begun === 'topic' && me.roles.includes('steward'))))
    return <Begun key={begun} what={begun} dyad={dyad} me={me} />;
  return <Together dyad={dyad} me={me} />;
}

function Together({ dyad, me }: PageProps): ReactNode {
  const { t } = useTranslation(['dyads', 'wordlists', 'memory']);
  const sideName = useSideName(dyad);
  const isSteward = me.roles.includes('steward');
  const invites = isSteward || me.roles.includes('moderator');
  const reads = isSteward || me.roles.includes('evaluator');
  const given = { dyad, me, sideName };
  return (
    <div className="columns columns--main stewards">
      <div className="stewards__acts">
        <h1>{t('stewards.title')}</h1>
        <p className="measure soft">{reads ? t('stewards.what') : t('stewards.only')}</p>
        {isSteward && me.side === 'neutral' && <p className="measure">{t('stewards.neutral')}</p>}
        {reads && <FairnessAlarm dyad={dyad.slug} />}
        {reads && <OpenActs {...given} />}
        {isSteward && <Beginnings dyad={dyad.slug} side={me.side} />}
        {(reads || invites) && (
          <p>
            <Link to={`/d/${dyad.slug}/wordlists`}>{t('wordlists:title')}</Link>
          </p>
        )}
        {invites && (
          <p>
            <Link to={`/d/${dyad.slug}/memory`}>{t('memory:title')}</Link>
          </p>
        )}
        {reads && <EgressList dyad={dyad.slug} sideName={sideName} mayWithdraw={isSteward && me.side !== 'neutral'} />}
        {reads && <PastActs {...given} />}
      </div>
      {invites && (
        <Invitations
          dyad={dyad.slug}
          picture={(link) => <LinkPicture link={link} label={t('invitations.picture_label')} />}
        />
      )}
    </div>
  );
}

/**
 * What one can begin; somebody neutral has no key of a side and can only open topics, and where the server has no engine of
 * others there is nothing to consent to.
 */
function Beginnings({ dyad, side }: { dyad: string; side: OwnMemberView['side'] }): ReactNode {
  const { t } = useTranslation('dyads');
  const engines = useEgress(dyad).data?.engines ?? [];
  const isOpen = engines.some(({ consentedOn }) => consentedOn === null);
  const offered = beginnings.filter((one) => (one === 'topic' || side !== 'neutral') && (one !== 'egress' || isOpen));
  return (
    <section>
      <h2>{t('stewards.begin')}</h2>
      <ul className="plain-list beginnings">
        {offered.map((one) => (
          <li key={one}>
            <Link to={`?begin=${one}`}>
              <strong>{t(`begin.${one}.title`)}</strong>
              <span className="small soft">{t(`begin.${one}.what`)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One form, with the way back; what was written stays on the device. */
function Begun({ what, dyad, me }: PageProps & { what: Beginning }): ReactNode {
  const { t } = useTranslation('dyads');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className="stewards__form">
      <p>
        <Link className="way-back" to={`/d/${dyad.slug}/stewards`}>
          {t('stewards.back')}
        </Link>
      </p>
      <h1 ref={heading} tabIndex={-1}>
        {t(`begin.${what}.title`)}
      </h1>
      <p className="measure soft">{t(`begin.${what}.what`)}</p>
      <Form what={what} dyad={dyad} me={me} />
    </div>
  );
}

function Form({ what, dyad, me }: PageProps & { what: Beginning }): ReactNode {
  const navigate = useNavigate();
  const sideName = useSideName(dyad);
  const topics = useTopics(dyad.slug, what === 'mode');
  const ofStatements = useTopicsOfStatements(dyad.slug, what === 'mode');
  const languages = sideLanguages(dyad, me.writesIn);
  const onSent = () => void navigate(`/d/${dyad.slug}/stewards`);
  const given = { dyad: dyad.slug, languages, onSent };
  switch (what) {
    case 'mode':
      if (topics.error) return <Problem error={topics.error} retry={() => void topics.refetch()} />;
      return topics.data ? (
        <ProposeMode {...given} topics={[...topics.data.map(toChange), ...ofStatements]} />
      ) : (
        <Loading />
      );
    case 'role':
      return <ProposeRole {...given} sideName={sideName} />;
    case 'charter':
      return <ProposeCharter {...given} />;
    case 'disclosure':
      return <ProposeDisclosure {...given} />;
    case 'organisation':
      return <ProposeOrganisation {...given} sideName={sideName} />;
    case 'delegate':
      return <ProposeDelegate {...given} sideName={sideName} />;
    case 'term':
    case 'term_change':
    case 'term_retire':
      return <GlossaryForm {...given} what={what} />;
    case 'commitment_adopt':
    case 'commitment_suspend':
    case 'commitment_resume':
    case 'commitment_withdraw':
      return <CommitmentProposal {...given} dyad={dyad} what={what} />;
    case 'wordlist':
      return <BegunWordlist {...given} languages={listLanguages(dyad, me.writesIn)} />;
    case 'hosts':
      return <ProposeHosts {...given} />;
    case 'egress':
      return <ProposeEgress {...given} />;
    case 'witness':
      return <ProposeWitness {...given} sideName={sideName} />;
    case 'witness_removal':
      return <ProposeWitnessRemoval {...given} sideName={sideName} />;
    case 'erasure':
      return <ProposeErasure {...given} />;
    case 'topic':
      return <OpenTopic {...given} onOpened={(slug) => void navigate(`/d/${dyad.slug}/topics/${slug}`)} />;
  }
}

/** The list that the address names, or that of the reader's own language. */
function BegunWordlist(props: Omit<Parameters<typeof ProposeWordlist>[0], 'language'>): ReactNode {
  const [search] = useSearchParams();
  const named = props.languages.find((code) => code === search.get('language'));
  return <ProposeWordlist {...props} language={named ?? props.languages[0] ?? ''} />;
}

/** Comments on statements reach readers by the same rules; their topics are called by the statement. */
function useTopicsOfStatements(dyad: string, enabled: boolean): readonly TopicToChange[] {
  const { t, i18n } = useTranslation('statement-comments');
  const textIn = useTextIn();
  const topics = useStatementTopics(dyad, enabled);
  const statements = useStatements(dyad);
  return (topics.data ?? []).flatMap(({ slug, mode, place }) => {
    const statement = statements.data?.find(({ id }) => id === place?.id);
    if (!statement) return [];
    return { slug, mode, title: { [i18n.language]: t('topic.of', { title: textIn(statement.title) }) } };
  });
}

/** A topic's title by language; it was written in each of them, and none is a translation. */
const toChange = ({ slug, mode, title }: TopicView): TopicToChange => ({
  slug,
  mode,
  title: Object.fromEntries([
    [title.language, title.text],
    ...title.translations.map(({ language, text }) => [language, text]),
  ]),
});
