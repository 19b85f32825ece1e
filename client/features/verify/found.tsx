import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckState } from '../../../shared/log/signed-checkpoint.js';
import type { Check } from '../../../shared/log/verify-receipt.js';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { isBroken, verdictOf, type Finding } from './check-receipt';
import { EntrySaid } from './entry-said';
import { evidenceFile } from './evidence';
import type { Answer, Checking } from './use-check';
import { Vouching } from './vouching';

/** What came of a check: the answer in a sentence, the six questions, what the entry says, and who vouches for it. */
export function Found({ answer: { question, finding }, check }: { answer: Answer; check: Checking }): ReactNode {
  const { t } = useTranslation('verify');
  return (
    <div className="stack" data-verdict={verdictOf(finding)}>
      <div className={isBroken(finding) ? 'notice notice--caution' : 'notice'}>
        <div>
          <h2>{t(`verdict.${verdictOf(finding)}`)}</h2>
          {isBroken(finding) && <Evidence receipt={question.receipt} finding={finding} />}
        </div>
      </div>
      <Questions finding={finding} />
      {finding.log === 'silent' && <p>{t('log.silent')}</p>}
      {finding.log === 'not_asked' && <AskLog finding={finding} check={check} />}
      {finding.entry && <EntrySaid entry={finding.entry} finding={finding} />}
      <Vouching finding={finding} />
      {finding.isKept && (
        <p className="measure small">
          {t('kept.what')} <Button onClick={check.forget}>{t('kept.forget')}</Button>
        </p>
      )}
    </div>
  );
}

const signs: Readonly<Record<CheckState, string>> = { held: '✓', broken: '✗', not_known: '?' };

/** Six sentences, each with its state as a word and as a shape. */
function Questions({ finding }: { finding: Finding }): ReactNode {
  const { t } = useTranslation('verify');
  return (
    <section>
      <h2>{t('questions.title')}</h2>
      <ol className="plain-list verify-questions">
        {finding.checks.map((check) => (
          <li key={check.name} data-check={check.name} data-state={check.state}>
            <span className="verify-state">
              <span aria-hidden="true" className="verify-state__sign">
                {signs[check.state]}
              </span>
              {t(`state.${check.state}`)}
            </span>
            <Answered check={check} finding={finding} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Answered({ check: { name, state }, finding }: { check: Check; finding: Finding }): ReactNode {
  const { t, i18n } = useTranslation('verify');
  const number = (value: number): string => new Intl.NumberFormat(i18n.language).format(value);
  if (name === 'inclusion' && state === 'held')
    return (
      <span>
        {t('answer.inclusion.held', {
          number: number(finding.index),
          size: number(finding.checkpoint?.size ?? 0),
        })}
      </span>
    );
  return <span>{t(`answer.${name}.${state}`)}</span>;
}

/** The file to keep and to show to others. */
function Evidence({ receipt, finding }: { receipt: string; finding: Finding }): ReactNode {
  const { t } = useTranslation('verify');
  const address = `data:application/json;charset=utf-8,${encodeURIComponent(evidenceFile(receipt, finding))}`;
  return (
    <>
      <p className="measure">{t('evidence.what')}</p>
      <p>
        <a className="button" href={address} download={`evidence-${finding.index}.json`}>
          {t('evidence.keep')}
        </a>
      </p>
    </>
  );
}

/** Nobody is asked before the reader says so: a file that is dropped is nobody's business. */
function AskLog({ finding, check }: { finding: Finding; check: Checking }): ReactNode {
  const { t } = useTranslation('verify');
  const [address, setAddress] = useState(finding.origin === undefined ? '' : `https://${finding.origin}`);
  return (
    <form
      className="sheet stack"
      onSubmit={(event) => {
        event.preventDefault();
        void check.ask(address.replace(/\/+$/, ''));
      }}
    >
      <p className="measure">{t('log.not_asked')}</p>
      <TextField
        label={t('log.address')}
        type="url"
        required
        dir="ltr"
        value={address}
        onChange={({ target }) => setAddress(target.value)}
      />
      <p>
        <Button type="submit" busy={check.isBusy}>
          {t('log.ask')}
        </Button>
      </p>
    </form>
  );
}
