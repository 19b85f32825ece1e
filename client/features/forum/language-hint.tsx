import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { looksLike } from '../../../shared/language/detect-language.js';
import { languageName } from '../../lib/format';
import { Button } from '../../ui/button';

interface LanguageHintProps {
  readonly text: string;
  readonly language: string;
  readonly languages: readonly string[];
  readonly choose: (language: string) => void;
}

/** Says when a text does not look like the language it is said to be in; the author decides. */
export function LanguageHint({ text, language, languages, choose }: LanguageHintProps): ReactNode {
  const { t, i18n } = useTranslation('forum');
  const other = looksLike(text, language, languages);
  if (!other) return null;
  const name = languageName(i18n.language, other);
  return (
    <p className="small">
      {t('composer.looks_like', { language: name })}{' '}
      <Button weight="quiet" onClick={() => choose(other)}>
        {t('composer.use', { language: name })}
      </Button>
    </p>
  );
}
