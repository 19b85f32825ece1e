import { useEffect, useEffectEvent, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { Found } from './found';
import { useDroppedFiles } from './dropped-files';
import { verdictOf } from './check-receipt';
import { canReadCodes, linkInPicture } from './code-reader';
import { useCheck, type Checking } from './use-check';
import './verify.css';

/**
 * Checks receipts of public records, here and nowhere else.
 * @param link the link that the page was opened with, which is checked at once
 */
export function Verifier({ link }: { link?: string }): ReactNode {
  const check = useCheck();
  const { t } = useTranslation('verify');
  const takeLink = useEffectEvent(check.takeLink);
  useEffect(() => {
    if (link !== undefined) void takeLink(link);
  }, [link]);
  return (
    <>
      <Asking check={check} link={link ?? ''} />
      <Refused check={check} />
      <div role="status" className="visually-hidden">
        {check.answer && t(`verdict.${verdictOf(check.answer.finding)}`)}
      </div>
      {check.answer && <Found answer={check.answer} check={check} />}
    </>
  );
}

/** The ways in: a link, a file that is dropped or chosen, and the picture of a code where the browser reads codes. */
function Asking({ check, link }: { check: Checking; link: string }): ReactNode {
  const { t } = useTranslation('verify');
  const [text, setText] = useState(link);
  const isOver = useDroppedFiles((files) => void check.takeFiles(files));
  return (
    <section className={isOver ? 'sheet verify-in verify-in--over' : 'sheet verify-in'} aria-label={t('in.title')}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void check.takeLink(text);
        }}
      >
        <TextField
          label={t('in.link')}
          hint={t('in.link_hint')}
          dir="ltr"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          value={text}
          error={check.refusal === 'no_link' ? t('refused.no_link') : undefined}
          onChange={({ target }) => setText(target.value)}
        />
        <p>
          <Button type="submit" weight="main" busy={check.isBusy}>
            {t('in.check')}
          </Button>
        </p>
      </form>
      <FileIn label={t('in.file')} hint={t('in.file_hint')} take={check.takeFiles} />
      {canReadCodes() && (
        <FileIn
          label={t('in.picture')}
          hint={t('in.picture_hint')}
          accept="image/*"
          take={async ([picture]) => {
            const read = picture && (await linkInPicture(picture));
            if (read === undefined) return check.refuse('no_code');
            setText(read);
            return check.takeLink(read);
          }}
        />
      )}
      {check.hasPolicy && !check.answer && <p>{t('in.has_policy')}</p>}
    </section>
  );
}

/** Takes files, and forgets which: the same file may be chosen again after it was changed. */
function FileIn({
  label,
  hint,
  accept,
  take,
}: {
  label: string;
  hint: string;
  accept?: string;
  take: (files: readonly File[]) => Promise<void>;
}): ReactNode {
  return (
    <TextField
      type="file"
      label={label}
      hint={hint}
      multiple={accept === undefined}
      {...(accept !== undefined && { accept })}
      onChange={({ target }) => {
        const files = [...(target.files ?? [])];
        target.value = '';
        if (files.length > 0) void take(files);
      }}
    />
  );
}

function Refused({ check: { refusal } }: { check: Checking }): ReactNode {
  const { t } = useTranslation('verify');
  if (refusal === undefined || refusal === 'no_link') return null;
  return (
    <div className="notice notice--caution" role="alert">
      <p>{t(`refused.${refusal}`)}</p>
    </div>
  );
}
