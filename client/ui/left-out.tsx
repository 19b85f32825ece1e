import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface LeftOutProps {
  /** Where in a file something begins that is left out, and why, in words. */
  readonly problems: readonly { readonly line: number; readonly why: string }[];
}

/** What of a file is left out, line by line, for those who want to know. */
export function LeftOut({ problems }: LeftOutProps): ReactNode {
  const { t } = useTranslation('memory');
  if (problems.length === 0) return null;
  return (
    <details>
      <summary>{t('import.problems')}</summary>
      <ul>
        {problems.map(({ line, why }) => (
          <li key={`${line} ${why}`}>
            {t('import.line', { line })} {why}
          </li>
        ))}
      </ul>
    </details>
  );
}
