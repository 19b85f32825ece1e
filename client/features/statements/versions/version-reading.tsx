import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StatementView } from '../../../../shared/statements/statement.schema.js';
import type { VersionBrief } from '../../../../shared/statements/version.schema.js';
import { SelectField } from '../../../ui/field';
import { Loading, Problem } from '../../../ui/states';
import { useVersion, type Place } from './api';
import { ComparedStatement } from './compared-statement';
import { ReadStatement } from './read-statement';

interface VersionReadingProps {
  readonly place: Place;
  readonly now: StatementView;
  readonly versions: readonly VersionBrief[];
  readonly own: string;
  /** The earlier version; without it the later one is read. */
  readonly from: number | undefined;
  /** The later one; without it, what is there now. */
  readonly to: number | undefined;
  readonly onChoose: (from: number | undefined, to: number | undefined) => void;
}

/** One version as it was, or two states of the statement side by side in both languages. */
export function VersionReading(props: VersionReadingProps): ReactNode {
  const { place, now, versions, own, from, to, onChoose } = props;
  const { t } = useTranslation('statement-versions');
  const [before, after] = [useVersion(place, from), useVersion(place, to)];
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (from !== undefined || to !== undefined) heading.current?.focus();
  }, [from, to]);
  if (from === undefined && to === undefined) return null;
  const error = before.error ?? after.error;
  const languageOf = before.data?.languages ?? after.data?.languages;
  const isReady = (from === undefined || before.data) && (to === undefined || after.data);
  const later = to === undefined ? now.clauses : (after.data?.clauses ?? []);
  return (
    <section className="stack" aria-labelledby="version-reading">
      <h2 id="version-reading" ref={heading} tabIndex={-1}>
        {from === undefined ? t('list.number', { number: to ?? 0 }) : t('compare.title')}
      </h2>
      {from !== undefined && <Choice versions={versions} from={from} to={to} onChoose={onChoose} />}
      {error && <Problem error={error} />}
      {!isReady && !error && <Loading />}
      {isReady &&
        languageOf &&
        (from === undefined ? (
          <ReadStatement clauses={later} languageOf={languageOf} own={own} />
        ) : (
          <ComparedStatement before={before.data?.clauses ?? []} after={later} languageOf={languageOf} own={own} />
        ))}
    </section>
  );
}

type ChoiceProps = Pick<VersionReadingProps, 'versions' | 'to' | 'onChoose'> & { readonly from: number };

function Choice({ versions, from, to, onChoose }: ChoiceProps): ReactNode {
  const { t } = useTranslation('statement-versions');
  const numbers = new Set([...versions.map(({ number }) => number), from, ...(to === undefined ? [] : [to])]);
  const options = [...numbers].map((number) => ({
    value: String(number),
    label: [t('list.number', { number }), versions.find((one) => one.number === number)?.name?.text]
      .filter((part) => part !== undefined)
      .join(' · '),
  }));
  return (
    <div className="compare-choice">
      <SelectField
        label={t('compare.from')}
        value={String(from)}
        options={options}
        onChange={({ target }) => onChoose(Number(target.value), to)}
      />
      <SelectField
        label={t('compare.to')}
        value={to === undefined ? '' : String(to)}
        options={[{ value: '', label: t('compare.now') }, ...options]}
        onChange={({ target }) => onChoose(from, target.value === '' ? undefined : Number(target.value))}
      />
    </div>
  );
}
