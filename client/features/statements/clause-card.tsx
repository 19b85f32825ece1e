import { lazy, Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import * as Y from 'yjs';
import { statementShape } from '../../../shared/documents/document-shape.js';
import type { OwnMemberView } from '../../../shared/dyads/dyad.schema.js';
import type { ClauseView } from '../../../shared/statements/statement.schema.js';
import { languageName } from '../../lib/format';
import type { SharedDocument } from '../../lib/shared-document';
import { Button } from '../../ui/button';
import { Loading, Problem } from '../../ui/states';
import { useClauseAct, type ClauseAct } from './api';
import { ClauseStateLine } from './clause-state-line';
import { WhoWrote } from './versions/who-wrote';
import type { CursorLabel } from './text-extensions';

const TextEditor = lazy(async () => ({ default: (await import('./text-editor')).TextEditor }));

export interface ClauseCardProps {
  readonly dyad: string;
  readonly statement: string;
  readonly shared: SharedDocument;
  readonly clause: ClauseView;
  readonly number: number;
  /** The ids of all clauses in their order. */
  readonly order: readonly string[];
  readonly me: OwnMemberView;
  readonly editable: boolean;
  readonly languageOf: { readonly a: string; readonly b: string };
  readonly sideName: (side: 'a' | 'b' | 'neutral') => string;
  readonly cursorLabel: CursorLabel;
  /** What a page sets beneath one text, and beneath both: what is said of the words, reservations of organisations. */
  readonly underText?: (clause: string, side: 'a' | 'b') => ReactNode;
  readonly under?: ReactNode;
}

/** One clause: both texts as facing pages, how far it is, and what one can do with it. */
export function ClauseCard(props: ClauseCardProps): ReactNode {
  const { clause, number, dyad, statement, editable } = props;
  const { t } = useTranslation('statements');
  const act = useClauseAct(dyad, statement);
  return (
    <article className="clause sheet" id={`clause-${clause.id}`} aria-label={t('clause.number', { number })}>
      <header className="clause__head">
        <h2>{t('clause.number', { number })}</h2>
        <ClauseStateLine clause={clause} sideName={props.sideName} />
      </header>
      <FacingTexts {...props} />
      {props.under}
      {editable && <Keys {...props} act={act.mutate} busy={act.isPending} />}
      {act.error && <Problem error={act.error} />}
      <div className="clause__folds no-print">
        <WhoWrote place={{ dyad, statement }} own={props.me.writesIn} {...props} />
        {editable && <Arrange {...props} act={act.mutate} busy={act.isPending} />}
      </div>
    </article>
  );
}

type FacingTextsProps = Pick<
  ClauseCardProps,
  'shared' | 'number' | 'me' | 'editable' | 'languageOf' | 'cursorLabel' | 'underText'
> & { readonly clause: Pick<ClauseView, 'id'> };

/** Neither text is always first: the one in the reader's own language is. */
export function FacingTexts(props: FacingTextsProps): ReactNode {
  const { shared, clause, number, me, editable, languageOf, cursorLabel } = props;
  const { t, i18n } = useTranslation('statements');
  const entry = shared.doc.getMap(statementShape.structure).get(clause.id);
  const sides = statementShape.texts.toSorted(
    (one, other) => Number(languageOf[other] === me.writesIn) - Number(languageOf[one] === me.writesIn),
  );
  return (
    <div className="clause__pages">
      {sides.map((side) => {
        const text = entry instanceof Y.Map ? entry.get(side) : undefined;
        const language = languageName(i18n.language, languageOf[side]);
        return (
          <section key={side} className="clause__page">
            <p className="small soft">{language}</p>
            {text instanceof Y.XmlFragment && (
              <Suspense fallback={<Loading />}>
                <TextEditor
                  shared={shared}
                  clause={clause.id}
                  side={side}
                  text={text}
                  language={languageOf[side]}
                  label={t('clause.text', { number, language })}
                  editable={editable}
                  cursorLabel={cursorLabel}
                />
              </Suspense>
            )}
            {props.underText?.(clause.id, side)}
          </section>
        );
      })}
    </div>
  );
}

interface Acting extends ClauseCardProps {
  readonly act: (act: ClauseAct) => void;
  readonly busy: boolean;
}

/** The keys of one's own side: each is given to exactly the texts that are shown. */
function Keys({ clause, me, act, busy }: Acting): ReactNode {
  const { t } = useTranslation('statements');
  if (me.side === 'neutral') return null;
  const holds = (kind: 'agree' | 'align') =>
    clause.keys.some((key) => key.side === me.side && key.kind === kind && key.holds);
  const isEmpty = clause.texts.a.length === 0 || clause.texts.b.length === 0;
  const give = (kind: 'agree' | 'align') => act({ type: 'key', clause: clause.id, kind, hash: clause.hash });
  return (
    <div className="row">
      {!holds('agree') && (
        <Button weight="main" busy={busy || isEmpty} onClick={() => give('agree')}>
          {t('clause.agree')}
        </Button>
      )}
      {(clause.state === 'agreed' || clause.state === 'aligned') && !holds('align') && (
        <Button weight="main" busy={busy} onClick={() => give('align')}>
          {t('clause.align')}
        </Button>
      )}
      {(holds('agree') || holds('align')) && (
        <Button busy={busy} onClick={() => act({ type: 'withdraw', clause: clause.id })}>
          {t('clause.withdraw')}
        </Button>
      )}
    </div>
  );
}

function Arrange({ clause, order, act, busy }: Acting): ReactNode {
  const { t } = useTranslation('statements');
  const at = order.indexOf(clause.id);
  const place = (after: string | null) => act({ type: 'place', clause: clause.id, after });
  return (
    <details className="clause__more">
      <summary>{t('clause.more')}</summary>
      <div className="row">
        <Button busy={busy} onClick={() => act({ type: 'add', after: clause.id })}>
          {t('clause.add_after')}
        </Button>
        {at > 0 && (
          <Button busy={busy} onClick={() => place(order[at - 2] ?? null)}>
            {t('clause.earlier')}
          </Button>
        )}
        {at < order.length - 1 && (
          <Button busy={busy} onClick={() => place(order[at + 1] ?? null)}>
            {t('clause.later')}
          </Button>
        )}
        {order.length > 1 && (
          <Button busy={busy} onClick={() => act({ type: 'remove', clause: clause.id })}>
            {t('clause.remove')}
          </Button>
        )}
      </div>
    </details>
  );
}
