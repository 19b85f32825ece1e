import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TranslationDossier } from '../../../shared/translation/human-work.schema.js';
import { formatTime } from '../../lib/format';
import { Button } from '../../ui/button';
import { useGiveBack, type ActOnDossier, type Translated } from './api';

interface ClaimLineProps {
  readonly at: Translated;
  readonly dossier: TranslationDossier;
  readonly act: ActOnDossier;
}

/** Who is at the translation, so that two people do not do the same work; one can take it up, and give it back. */
export function ClaimLine({ at, dossier: { claim }, act }: ClaimLineProps): ReactNode {
  const { t, i18n } = useTranslation('translation');
  const giveBack = useGiveBack(at);
  const until = claim ? formatTime(i18n.language, claim.until) : '';
  if (claim && !claim.isOwn) return <p className="notice">{t('taken_by_other', { until })}</p>;
  return (
    <p className="row">
      {claim ? (
        <>
          <span>{t('taken', { until })}</span>
          <Button weight="quiet" busy={giveBack.isPending} onClick={() => giveBack.mutate()}>
            {t('give_back')}
          </Button>
        </>
      ) : (
        <Button busy={act.isPending} onClick={() => act.mutate({ act: 'take_up' })}>
          {t('take_up')}
        </Button>
      )}
    </p>
  );
}
