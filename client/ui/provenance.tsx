import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Side } from '../../shared/access/actor.js';
import type { TranslationView } from '../../shared/translation/translation.schema.js';
import { engineName } from '../lib/engine-name';
import { formatDay, languageName } from '../lib/format';
import { Sentence } from './texts';
import './bilingual-text.css';

interface ProvenanceProps {
  readonly translation: TranslationView;
  readonly sideName: (side: Side) => string;
}

/** How a translation was made, by whom, and who stands behind it; what is doubtful about it stands beneath both texts. */
export function Provenance({ translation, sideName }: ProvenanceProps): ReactNode {
  const { t, i18n } = useTranslation('forum');
  const { status, language, engine, via, memory, madeOn, by, stale, disputed } = translation;
  const params = {
    language: languageName(i18n.language, language),
    engine: engineName(engine ?? ''),
    day: madeOn ? formatDay(i18n.language, madeOn) : '',
  };
  const ofSide = (side: Side): string =>
    side === 'neutral' ? t('text.neutral_member') : t('text.member_of', { side: sideName(side) });
  return (
    <div className="bilingual__provenance">
      <p>
        <Sentence
          names={{ name: by ? (by.pseudonym ?? ofSide(by.side)) : '' }}
          say={(places) => t(`provenance.${status}`, { ...params, ...places })}
        />
      </p>
      {memory?.origins.includes('import') && <p>{t('provenance.memory_import')}</p>}
      {memory?.isAgreed && <p>{t('provenance.memory_agreed')}</p>}
      {via && <p>{t('provenance.via', { language: languageName(i18n.language, via) })}</p>}
      <Checked translation={translation} />
      {stale && <p>{t('text.stale')}</p>}
      {disputed && <p>{t('text.disputed')}</p>}
    </div>
  );
}

/** Whether both sides stand behind it; of a machine's nothing is said before they do. */
function Checked({ translation: { status, standing } }: { translation: TranslationView }): ReactNode {
  const { t } = useTranslation('forum');
  if (standing.a && standing.b) return <p>{t('standing.both')}</p>;
  if (status !== 'human') return null;
  return <p>{t(standing.a || standing.b ? 'standing.one' : 'standing.none')}</p>;
}
