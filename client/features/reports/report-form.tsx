import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ContentKind } from '../../../shared/moderation/content-kind.rules.js';
import { reasonCodes, safetyReasons, type ReasonCode } from '../../../shared/moderation/reasons.js';
import { reportWordsMaximum } from '../../../shared/moderation/report.rules.js';
import type { OwnReportView } from '../../../shared/moderation/report.schema.js';
import { drafts } from '../../lib/drafts';
import { formatTime } from '../../lib/format';
import { useAnnounce } from '../../ui/announcer';
import { Button } from '../../ui/button';
import { ChoiceGroup, TextArea } from '../../ui/field';
import { Loading, Problem, useFieldSentence } from '../../ui/states';
import { useOwnReports, useReport } from './api';
import './reports.css';

/** What can be reported. */
export interface Reportable {
  readonly kind: ContentKind;
  readonly content: string;
}

interface ReportProps extends Reportable {
  readonly dyad: string;
  /** What stands beside it, and may be meant instead. */
  readonly beside?: readonly Reportable[];
  readonly close: () => void;
}

/** Tells the moderators of both sides about something; whoever has done so already finds the receipt. */
export function ReportForm({ dyad, kind, content, beside = [], close }: ReportProps): ReactNode {
  const { t } = useTranslation('reports');
  const own = useOwnReports(dyad);
  const report = useReport(dyad);
  const section = useRef<HTMLElement>(null);
  const all = [{ kind, content }, ...beside];
  const [meant, mean] = useState<ContentKind>(kind);
  const about = all.find((one) => one.kind === meant) ?? { kind, content };
  const given =
    report.data ??
    own.data?.pages
      .flatMap((page) => page.reports)
      .find((one) => one.kind === about.kind && one.content === about.content);
  const isKnown = given !== undefined || own.data !== undefined || own.error !== null;
  // What was in focus goes when the form comes, and when the receipt takes its place.
  useEffect(() => section.current?.focus(), [isKnown, given?.id]);
  return (
    <section ref={section} tabIndex={-1} className="sheet stack" aria-label={t(`form.title.${about.kind}`)}>
      {all.length > 1 && !report.data && (
        <ChoiceGroup
          legend={t('form.which')}
          name={`report-${content}-about`}
          value={meant}
          options={all.map((one) => ({ value: one.kind, label: t(`form.about.${one.kind}`) }))}
          onChange={(value) => mean(all.find((one) => one.kind === value)?.kind ?? kind)}
        />
      )}
      {given ? (
        <Receipt dyad={dyad} report={given} />
      ) : isKnown ? (
        <Form key={about.kind} dyad={dyad} {...about} close={close} report={report} />
      ) : (
        <Loading />
      )}
      {given && (
        <p>
          <Button onClick={close}>{t('common:action.close')}</Button>
        </p>
      )}
    </section>
  );
}

type FormProps = Omit<ReportProps, 'beside'> & { readonly report: ReturnType<typeof useReport> };

/** Reasons that somebody is hurt or in danger come first, as they are looked at first. */
const groups = (['safety', 'other'] as const).map((name) => ({
  name,
  reasons: reasonCodes.filter((code) => safetyReasons.has(code) === (name === 'safety')),
}));

function Form({ dyad, kind, content, close, report }: FormProps): ReactNode {
  const { t } = useTranslation('reports');
  const announce = useAnnounce();
  const place = `${dyad}/report/${kind}/${content}`;
  const [reason, setReason] = useState<ReasonCode>();
  const [unchosen, setUnchosen] = useState(false);
  const [words, setWords] = useState(() => drafts.read(place));
  const sentenceFor = useFieldSentence(report.error);
  const write = (next: string) => {
    setWords(next);
    drafts.keep(place, next);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setUnchosen(reason === undefined);
    if (reason === undefined || report.isPending) return;
    report.mutate(
      { kind, content, reason, words },
      {
        onSuccess: () => {
          write('');
          announce(t('receipt.announced'));
        },
      },
    );
  };
  return (
    <form className="stack" noValidate onSubmit={onSubmit}>
      <h2>{t(`form.title.${kind}`)}</h2>
      <p className="measure">{t('form.what')}</p>
      <Reasons name={`report-${kind}-${content}`} chosen={reason} choose={setReason} />
      {unchosen && reason === undefined && (
        <p className="field__error" role="alert">
          {t('form.unchosen')}
        </p>
      )}
      <TextArea
        label={t('form.words')}
        hint={t('form.words_hint')}
        error={sentenceFor('words')}
        value={words}
        rows={3}
        maxLength={reportWordsMaximum}
        dir="auto"
        onChange={({ target }) => write(target.value)}
      />
      {report.error && <Problem error={report.error} />}
      <div className="row">
        <Button type="submit" weight="main" busy={report.isPending}>
          {t('form.send')}
        </Button>
        <Button onClick={close}>{t('form.cancel')}</Button>
      </div>
    </form>
  );
}

interface ReasonsProps {
  /** Both groups are one question. */
  readonly name: string;
  readonly chosen: ReasonCode | undefined;
  readonly choose: (reason: ReasonCode | undefined) => void;
}

/** The reasons of the list, as one would say them. */
function Reasons({ name, chosen, choose }: ReasonsProps): ReactNode {
  const { t } = useTranslation('reports');
  return (
    <div className="report-reasons">
      {groups.map((group) => (
        <ChoiceGroup
          key={group.name}
          legend={t(`form.${group.name}`)}
          name={name}
          value={chosen ?? ''}
          options={group.reasons.map((code) => ({ value: code, label: t(`why.${code}`) }))}
          onChange={(value) => choose(group.reasons.find((code) => code === value))}
        />
      ))}
    </div>
  );
}

function Receipt({ dyad, report }: { dyad: string; report: OwnReportView }): ReactNode {
  const { t, i18n } = useTranslation('reports');
  return (
    <>
      <p>
        <strong>{t('receipt.title', { time: formatTime(i18n.language, report.reportedAt) })}</strong>
      </p>
      <p className="measure">{t('receipt.what')}</p>
      <p className="small soft">
        {t('receipt.number')}{' '}
        <code dir="ltr" lang="en">
          {report.id}
        </code>
      </p>
      <p>
        <Link to={`/d/${dyad}/reports`} className="target-link">
          {t('list.link')}
        </Link>
      </p>
    </>
  );
}
