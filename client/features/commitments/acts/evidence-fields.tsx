import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { commitmentLimits } from '../../../../shared/commitments/commitment.rules.js';
import type { Evidence } from '../../../../shared/commitments/progress.schema.js';
import type { ErrorOf } from '../../../lib/field-errors';
import { formatCount } from '../../../lib/numbers';
import { canWorkOutHashes } from '../../../lib/sha256';
import type { KeptForm } from '../../../lib/use-kept-form';
import { Button } from '../../../ui/button';
import { TextField } from '../../../ui/field';
import { hashedFile, largestFile } from './hashed-file';

interface EvidencePlace {
  readonly errorOf: ErrorOf;
  /** Where the contract has it: `evidence`. */
  readonly field: string;
}

interface EvidencePart extends EvidencePlace {
  readonly value: Evidence;
  /** Told what is there then: files are hashed while other fields are filled in. */
  readonly change: (part: (now: Evidence) => Partial<Evidence>) => void;
}

export const noEvidence: Evidence = { files: [], links: [] };

/** As it is sent: a file without an address has none, however its field was emptied. */
export const sentEvidence = ({ files, links }: Evidence): Evidence => ({
  files: files.map((file) => ({ ...file, link: file.link?.trim() ? file.link.trim() : null })),
  links: links.map(({ href, lookedAt }) => ({ href: href.trim(), lookedAt })),
});

/** What shows that it is so: files, which are hashed here and stay here, and addresses. */
export function EvidenceFields({
  form,
  ...place
}: EvidencePlace & { form: KeptForm<{ readonly evidence: Evidence }> }): ReactNode {
  const { t } = useTranslation('commitment-acts');
  const part: EvidencePart = {
    ...place,
    value: form.values.evidence,
    change: (part) => form.change(({ evidence }) => ({ evidence: { ...evidence, ...part(evidence) } })),
  };
  return (
    <fieldset className="stack choices evidence-fields">
      <legend className="field__label">{t('evidence.title')}</legend>
      <Files {...part} />
      <Links {...part} />
    </fieldset>
  );
}

function Files({ value, errorOf, field, change }: EvidencePart): ReactNode {
  const { t, i18n } = useTranslation('commitment-acts');
  const { problem, busy, add } = useHashing(change);
  const write = (files: Evidence['files']) => change(() => ({ files }));
  return (
    <>
      <TextField
        type="file"
        multiple
        label={t('evidence.files')}
        hint={canWorkOutHashes() ? t('evidence.files_hint') : t('evidence.unable')}
        error={problem}
        disabled={!canWorkOutHashes() || busy}
        onChange={({ target }) => {
          add([...(target.files ?? [])]);
          target.value = '';
        }}
      />
      {value.files.map((file, at) => (
        <div key={file.sha256} className="evidence-file stack">
          <p>
            <bdi>{file.name}</bdi>{' '}
            <span className="small soft">{t('evidence.bytes', { size: formatCount(i18n.language, file.bytes) })}</span>
            <code dir="ltr" className="evidence__hash small">
              {file.sha256}
            </code>
          </p>
          <TextField
            type="url"
            dir="ltr"
            label={t('evidence.file_link', { name: file.name })}
            error={errorOf(`${field}.files.${at}.link`, t('evidence.address'))}
            value={file.link ?? ''}
            maxLength={commitmentLimits.link}
            onChange={({ target }) =>
              write(value.files.map((one) => (one === file ? { ...one, link: target.value } : one)))
            }
          />
          <p>
            <Button weight="quiet" onClick={() => write(value.files.filter((one) => one !== file))}>
              {t('evidence.remove')}
            </Button>
          </p>
        </div>
      ))}
    </>
  );
}

/** Works out the hashes of chosen files, one after the other; each file counts once, whatever it is called. */
function useHashing(change: EvidencePart['change']): {
  problem: string | undefined;
  busy: boolean;
  add: (files: readonly File[]) => void;
} {
  const { t } = useTranslation('commitment-acts');
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const hash = async (chosen: readonly File[]) => {
    const hashed: Evidence['files'] = [];
    for (const file of chosen.filter(({ size }) => size <= largestFile.bytes)) hashed.push(await hashedFile(file));
    change(({ files }) => {
      const each = new Map([...files, ...hashed].map((file) => [file.sha256, file]));
      for (const file of files) each.set(file.sha256, file);
      return { files: [...each.values()].slice(0, commitmentLimits.files) };
    });
  };
  const add = (chosen: readonly File[]) => {
    const isTooLarge = chosen.some(({ size }) => size > largestFile.bytes);
    setProblem(isTooLarge ? t('evidence.too_large', { size: largestFile.mebibytes }) : undefined);
    setBusy(true);
    void hash(chosen)
      .catch(() => setProblem(t('evidence.unreadable')))
      .finally(() => setBusy(false));
  };
  return { problem, busy, add };
}

/** Today where the reader is: the day on which they look. */
const today = (): string => new Date().toLocaleDateString('sv');

function Links({ value, errorOf, field, change }: EvidencePart): ReactNode {
  const { t } = useTranslation('commitment-acts');
  const write = (links: Evidence['links']) => change(() => ({ links }));
  const set = (at: number, part: Partial<Evidence['links'][number]>) =>
    write(value.links.map((one, place) => (place === at ? { ...one, ...part } : one)));
  return (
    <>
      {value.links.map(({ href, lookedAt }, at) => (
        <div key={at} className="evidence-link">
          <TextField
            type="url"
            dir="ltr"
            label={t('evidence.address')}
            error={errorOf(`${field}.links.${at}.href`, t('evidence.address'))}
            value={href}
            maxLength={commitmentLimits.link}
            onChange={({ target }) => set(at, { href: target.value })}
          />
          <TextField
            type="date"
            label={t('evidence.looked_at')}
            error={errorOf(`${field}.links.${at}.lookedAt`, t('evidence.looked_at'))}
            value={lookedAt}
            onChange={({ target }) => set(at, { lookedAt: target.value })}
          />
          <Button weight="quiet" onClick={() => write(value.links.filter((_, place) => place !== at))}>
            {t('evidence.remove')}
          </Button>
        </div>
      ))}
      {value.links.length < commitmentLimits.links && (
        <p>
          <Button onClick={() => write([...value.links, { href: '', lookedAt: today() }])}>{t('evidence.add')}</Button>
        </p>
      )}
    </>
  );
}
