import { Fragment, useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { personalDataIn, personalDataKinds } from '../../../shared/moderation/detection/personal-data.rules.js';
import { useSettled } from '../../lib/use-settled';

interface PersonalDataHintProps {
  readonly text: string;
  /** The languages of the dyad: their countries say which numbers, plates and addresses are known. */
  readonly languages: readonly string[];
}

const pauseMilliseconds = 500;

/** Says, a moment after the last letter, what in a text may lead to a person. Nothing is refused; the author decides. */
export function PersonalDataHint({ text, languages }: PersonalDataHintProps): ReactNode {
  const { t } = useTranslation('forum');
  const settled = useSettled(text, pauseMilliseconds);
  const found = useMemo(() => personalDataIn(settled, languages), [settled, languages]);
  const kinds = personalDataKinds.filter((kind) => found.some((one) => one.kind === kind));
  const wordsOf = (kind: (typeof kinds)[number]): string[] => [
    ...new Set(found.filter((one) => one.kind === kind).map(({ start, end }) => settled.slice(start, end))),
  ];
  return (
    <div role="status" className="composer__personal">
      {kinds.map((kind) => (
        <p key={kind} className="notice notice--caution">
          <span>
            {t(`composer.personal.${kind}`)}
            {wordsOf(kind).map((words) => (
              <Fragment key={words}>
                {' '}
                <q>
                  <bdi>{words}</bdi>
                </q>
              </Fragment>
            ))}
          </span>
        </p>
      ))}
    </div>
  );
}
