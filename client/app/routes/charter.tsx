import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import type { CharterView } from '../../../shared/dyads/dyad.schema.js';
import { useAcceptCharter, useCharter } from '../../features/dyads/api';
import { EgressList } from '../../features/dyads/egress/egress-list';
import { formatDay } from '../../lib/format';
import { Button } from '../../ui/button';
import { Loading, Problem } from '../../ui/states';
import { CharterArticles } from '../charter-articles';
import { Disclosures } from '../disclosures';
import { Organisations } from '../organisations';
import { useReader, useSideName } from '../use-reader';
import { useTitle } from '../use-title';

/** The rules, both authentic texts facing each other, every version there was, and who pays; members accept them here. */
export function Charter(): ReactNode {
  const { dyad = '' } = useParams();
  const [sought] = useSearchParams();
  const { t } = useTranslation('dyads');
  const charter = useCharter(dyad, Number(sought.get('version')) || undefined);
  const reader = useReader(dyad);
  const sideName = useSideName(reader.dyad);
  useTitle(t('charter.title'));
  if (charter.error) return <Problem error={charter.error} retry={() => void charter.refetch()} />;
  if (!charter.data) return <Loading />;
  const inForce = reader.dyad?.charterVersion ?? charter.data.version;
  const isInForce = charter.data.version === inForce;
  return (
    <>
      <h1>{t('charter.title')}</h1>
      <Standing charter={charter.data} isInForce={isInForce} />
      <Versions dyad={dyad} charter={charter.data} inForce={inForce} />
      <CharterArticles charter={charter.data} first={reader.language} />
      {isInForce && reader.me && !reader.consented && <Acceptance dyad={dyad} version={inForce} />}
      <Organisations dyad={dyad} />
      <Disclosures dyad={dyad} />
      <EgressList dyad={dyad} sideName={sideName} />
    </>
  );
}

/** Which version this is, and whether it is the one that holds. */
function Standing({ charter, isInForce }: { charter: CharterView; isInForce: boolean }): ReactNode {
  const { t, i18n } = useTranslation(['dyads', 'public']);
  const { version, adoptedOn } = charter;
  const day = formatDay(i18n.language, adoptedOn);
  if (!isInForce) return <p className="notice measure">{t('public:charter.earlier', { version, day })}</p>;
  return (
    <p className="soft">
      {t('charter.version', { version, day })} · {t('public:charter.both_count')}
    </p>
  );
}

function Versions({ dyad, charter, inForce }: { dyad: string; charter: CharterView; inForce: number }): ReactNode {
  const { t, i18n } = useTranslation('public');
  if (charter.versions.length < 2) return null;
  return (
    <nav aria-label={t('charter.versions')} className="no-print">
      <ul className="plain-list row">
        {charter.versions.map(({ version, adoptedOn }) => (
          <li key={version}>
            <Link
              className="version"
              to={version === inForce ? `/d/${dyad}/charter` : `/d/${dyad}/charter?version=${version}`}
              aria-current={version === charter.version ? 'page' : undefined}
            >
              {version === inForce
                ? t('charter.in_force', { version })
                : t('charter.of', { version, day: formatDay(i18n.language, adoptedOn) })}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Acceptance({ dyad, version }: { dyad: string; version: number }): ReactNode {
  const { t } = useTranslation('dyads');
  const accept = useAcceptCharter(dyad);
  const navigate = useNavigate();
  // This question is gone the moment it is answered, so where to go next is not left to it.
  const agree = () =>
    void accept.mutateAsync(version).then(
      () => navigate(`/d/${dyad}`),
      () => undefined,
    );
  return (
    <section className="sheet measure no-print">
      <p>{t('charter.consent')}</p>
      {accept.error && <Problem error={accept.error} />}
      <Button weight="main" busy={accept.isPending} onClick={agree}>
        {t('charter.accept')}
      </Button>
    </section>
  );
}
