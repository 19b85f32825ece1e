import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '../../../../shared/language/language.js';
import type { RoundView, WordView } from '../../../../shared/statements/ratification.schema.js';
import { formatDay } from '../../../lib/format';
import { SideMark } from '../../../ui/side-mark';
import { Texts } from '../../../ui/texts';
import { sidesFor, type PanelProps } from './panel-props';

/** What organisations said, side by side; how many of each side are needed is one number for both. */
export function Words(props: PanelProps & { readonly round: RoundView }): ReactNode {
  const { t } = useTranslation('ratification');
  const { round, sideName } = props;
  const neutral = round.words.filter(({ organisation }) => organisation.side === 'neutral');
  return (
    <div className="ratification__sides">
      {sidesFor(props).map((side) => {
        const words = round.words.filter(({ organisation }) => organisation.side === side);
        const signed = words.filter(({ said }) => said === 'signed').length;
        return (
          <section key={side}>
            <h3 className="row">
              <SideMark side={side} label={sideName(side)} /> {sideName(side)}
            </h3>
            <p className="small soft">{t('words.count', { signed, quorum: round.quorum })}</p>
            <WordList words={words} />
          </section>
        );
      })}
      {neutral.length > 0 && <WordList words={neutral} />}
    </div>
  );
}

function WordList({ words }: { words: readonly WordView[] }): ReactNode {
  const { t, i18n } = useTranslation('ratification');
  return (
    <ul className="plain-list stack">
      {words.map(({ organisation, said, reason, on }) => (
        <li key={`${organisation.id} ${said}`}>
          <p>
            <strong>
              <Texts texts={organisation.name} />
            </strong>{' '}
            <span className="tag">{t(`said.${said}`)}</span>{' '}
            <time className="small soft" dateTime={on}>
              {formatDay(i18n.language, on)}
            </time>
          </p>
          {reason && (
            <blockquote lang={reason.language} dir={directionOf(reason.language)}>
              {reason.text}
            </blockquote>
          )}
        </li>
      ))}
    </ul>
  );
}
