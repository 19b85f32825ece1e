import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClauseView, StatementView } from '../../shared/statements/statement.schema.js';
import { useTextWithSelection } from '../features/statements/comments/use-selected-words';
import { MachineTextPanel } from '../features/statements/machine/machine-text';
import { useOpenTexts, type OpenText } from '../features/statements/text-editors';
import { Button } from '../ui/button';

interface UnderTextProps {
  readonly dyad: string;
  readonly statement: string;
  readonly clause: ClauseView;
  readonly side: 'a' | 'b';
  readonly role: StatementView['role'];
  readonly mayWrite: boolean;
  readonly languageOf: { readonly a: string; readonly b: string };
  readonly begin: (text: OpenText) => void;
}

/** What one can do with a text besides writing in it: say something about its words, or have a machine begin it. */
export function UnderText(props: UnderTextProps): ReactNode {
  const { dyad, statement, clause, side, role, mayWrite, languageOf, begin } = props;
  const { t } = useTranslation('statement-comments');
  const texts = useOpenTexts();
  const selected = useTextWithSelection();
  const text = texts.find((one) => one.clause === clause.id && one.side === side);
  const isEmpty = clause.texts[side].length === 0;
  const isOtherEmpty = clause.texts[side === 'a' ? 'b' : 'a'].length === 0;
  return (
    <div className={isEmpty ? 'row under-text under-text--empty no-print' : 'row under-text no-print'}>
      {mayWrite && text && !isEmpty && (
        <Button
          weight="quiet"
          // The words stay selected while the button is pressed.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => begin(text)}
        >
          {t(selected && selected === text ? 'compose.about_selected' : 'compose.about_text')}
        </Button>
      )}
      {role === 'write' && !isOtherEmpty && (
        <MachineTextPanel
          dyad={dyad}
          statement={statement}
          clause={clause.id}
          side={side}
          language={languageOf[side]}
          isEmpty={isEmpty}
        />
      )}
    </div>
  );
}
