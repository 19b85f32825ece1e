import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Side } from '../../../shared/access/actor.js';
import { disputeKinds, type DisputeKind } from '../../../shared/translation/human-work.rules.js';
import type { TranslationDossier } from '../../../shared/translation/human-work.schema.js';
import { Button } from '../../ui/button';
import { SelectField } from '../../ui/field';
import { Provenance } from '../../ui/provenance';
import { Problem } from '../../ui/states';
import type { ActOnDossier } from './api';
import { FacingPair } from './facing-pair';
import { ReasonForm } from './reason-form';

export interface DossierPartProps {
  readonly dossier: TranslationDossier;
  readonly reader: string;
  readonly act: ActOnDossier;
  readonly sideName: (side: Side) => string;
}

/** What readers have beside the original: who stands behind it, and what one can say of it. */
export function ShownTranslation({ dossier, reader, act, sideName }: DossierPartProps): ReactNode {
  const { t } = useTranslation('translation');
  const [disputes, setDisputes] = useState(false);
  const { shown, isSeconded, skill } = dossier;
  return (
    <section className="stack">
      <h2>{t('shown')}</h2>
      <FacingPair dossier={dossier} reader={reader} />
      {shown && (
        <>
          <Provenance translation={shown} sideName={sideName} />
          {isSeconded && <p className="small soft">{t('stands')}</p>}
          {disputes ? (
            <DisputeForm act={act} translation={shown.id} close={() => setDisputes(false)} />
          ) : (
            <p className="row">
              {skill !== 'none' && !isSeconded && (
                <Button busy={act.isPending} onClick={() => act.mutate({ act: 'accept', translation: shown.id })}>
                  {t('stand')}
                </Button>
              )}
              <Button weight="quiet" onClick={() => setDisputes(true)}>
                {t('disputes.begin')}
              </Button>
            </p>
          )}
          {skill !== 'none' && !isSeconded && <p className="small soft">{t('stand_what')}</p>}
        </>
      )}
      {act.error && <Problem error={act.error} />}
    </section>
  );
}

interface DisputeFormProps {
  readonly act: ActOnDossier;
  readonly translation: string;
  readonly close: () => void;
}

function DisputeForm({ act, translation, close }: DisputeFormProps): ReactNode {
  const { t } = useTranslation('translation');
  const [kind, setKind] = useState<DisputeKind>('meaning');
  return (
    <div className="stack">
      <SelectField
        label={t('disputes.kind')}
        value={kind}
        options={disputeKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        onChange={({ target }) => setKind(disputeKinds.find((one) => one === target.value) ?? 'meaning')}
      />
      <ReasonForm
        label={t('disputes.words')}
        submit={t('disputes.send')}
        busy={act.isPending}
        cancel={close}
        send={(words) => act.mutate({ act: 'dispute', translation, kind, words }, { onSuccess: close })}
      />
    </div>
  );
}
