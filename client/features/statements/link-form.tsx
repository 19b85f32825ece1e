import type { Editor } from '@tiptap/core';
import { useState, type FormEvent, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFirstFocus } from '../../lib/use-first-focus';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { addressOf } from './link-mark';

/** Puts a link on the selected words, changes the one that the caret is in, or takes it away. */
export function LinkForm({ editor, close }: { editor: Editor; close: () => void }): ReactNode {
  const { t } = useTranslation('statement-editor');
  const before = String(editor.getAttributes('link')['href'] ?? '');
  const [typed, setTyped] = useState(before);
  const [refused, setRefused] = useState(false);
  const field = useFirstFocus<HTMLInputElement>();
  const leave = () => {
    close();
    editor.commands.focus();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const href = addressOf(typed);
    setRefused(href === undefined);
    if (href === undefined) return;
    const chain = editor.chain().focus().extendMarkRange('link');
    if (editor.state.selection.empty && before === '')
      chain.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }).run();
    else chain.setMark('link', { href }).run();
    close();
  };
  const remove = () => {
    editor.chain().focus().extendMarkRange('link').unsetMark('link').run();
    close();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    leave();
  };
  return (
    <form className="clause-link" onSubmit={submit}>
      <TextField
        ref={field}
        label={t('link.address')}
        hint={t('link.hint')}
        error={refused && t('link.refused')}
        value={typed}
        dir="ltr"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        onKeyDown={press}
        onChange={({ target }) => setTyped(target.value)}
      />
      <div className="row">
        <Button type="submit" weight="main">
          {t('link.set')}
        </Button>
        {before !== '' && <Button onClick={remove}>{t('link.remove')}</Button>}
        <Button onClick={leave}>{t('link.cancel')}</Button>
      </div>
    </form>
  );
}
