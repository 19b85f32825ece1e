import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { engineName } from '../../../lib/engine-name';
import { languageName } from '../../../lib/format';
import { useAnnounce } from '../../../ui/announcer';
import { Button } from '../../../ui/button';
import { Problem } from '../../../ui/states';
import { useOpenTexts } from '../text-editors';
import { TextView } from '../text-view';
import { useMachineText } from './api';
import { editorJson } from './editor-json';

interface MachineTextPanelProps {
  readonly dyad: string;
  readonly statement: string;
  readonly clause: string;
  readonly side: 'a' | 'b';
  readonly language: string;
  /** Nothing stands in the text yet, so that it can be begun with what the machine made. */
  readonly isEmpty: boolean;
}

/**
 * A machine's beginning of a text, for a drafter who asks. It is shown beside the text and stands in it only when the
 * drafter takes it over, as their own edit, which they can undo.
 */
export function MachineTextPanel({
  dyad,
  statement,
  clause,
  side,
  language,
  isEmpty,
}: MachineTextPanelProps): ReactNode {
  const { t, i18n } = useTranslation(['statement-editor', 'forum']);
  const announce = useAnnounce();
  const texts = useOpenTexts();
  const made = useMachineText(dyad, statement, clause);
  const { data } = made;
  const name = languageName(i18n.language, language);
  const takeOver = () => {
    const text = texts.find((one) => one.clause === clause && one.side === side);
    if (!text || !data) return;
    text.editor.chain().setContent(editorJson(data.text)).focus('end').run();
    made.reset();
    announce(t('machine.taken'));
  };
  return (
    <div className="machine">
      {!data && (
        <Button weight="quiet" busy={made.isPending} onClick={() => made.mutate(side)}>
          {t('machine.ask', { language: name })}
        </Button>
      )}
      {made.error && <Problem error={made.error} />}
      {data && (
        <section className="notice" aria-label={t('machine.title')}>
          <div>
            <p className="small">
              <strong>{t('machine.title')}</strong>{' '}
              {t('machine.made', { language: name, engine: engineName(data.engine) })}{' '}
              {data.via !== null && t('forum:provenance.via', { language: languageName(i18n.language, data.via) })}
            </p>
            {data.doubts.length > 0 && (
              <ul className="small">
                {data.doubts.map((doubt) => (
                  <li key={doubt}>{t(`forum:doubt.${doubt}`)}</li>
                ))}
              </ul>
            )}
            <TextView text={data.text} language={language} />
            <div className="row">
              {isEmpty && (
                <Button weight="main" onClick={takeOver}>
                  {t('machine.take')}
                </Button>
              )}
              <Button onClick={() => made.reset()}>{t('machine.leave')}</Button>
            </div>
            {!isEmpty && <p className="small soft">{t('machine.not_empty')}</p>}
          </div>
        </section>
      )}
    </div>
  );
}
