import type { Editor } from '@tiptap/core';
import { useEffect } from 'react';
import { useContestedTerms } from '../../../ui/terms/contested-terms';
import { showTerms } from './term-marks';

/** Underlines the contested words of a text in its editor, where the page has a glossary. */
export function useTermMarks(editor: Editor | null, language: string): void {
  const terms = useContestedTerms();
  useEffect(() => {
    if (editor && terms) showTerms(editor, terms.finder(language));
  }, [editor, terms, language]);
}
