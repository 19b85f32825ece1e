import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isLanguage, languages } from '../../shared/language/language.js';
import { changeLanguage } from '../lib/i18n';
import { chooseTheme, readTheme, type Theme } from '../lib/theme';

const themes: readonly Theme[] = ['system', 'light', 'dark'];

/** The language of the interface, for anybody, signed in or not. */
export function LanguageChoice(): ReactNode {
  const { t, i18n } = useTranslation();
  return (
    <label className="preference">
      <span className="visually-hidden">{t('nav.language')}</span>
      <select
        value={i18n.language}
        onChange={({ target }) => isLanguage(target.value) && void changeLanguage(target.value, true)}
      >
        {Object.entries(languages).map(([code, { name }]) => (
          <option key={code} value={code} lang={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Light or dark, or as the device has it. */
export function ThemeChoice(): ReactNode {
  const { t } = useTranslation();
  const [theme, setTheme] = useState(readTheme);
  return (
    <label className="preference">
      {t('nav.theme')}{' '}
      <select
        value={theme}
        onChange={({ target }) => {
          const chosen = themes.find((one) => one === target.value) ?? 'system';
          setTheme(chosen);
          chooseTheme(chosen);
        }}
      >
        {themes.map((one) => (
          <option key={one} value={one}>
            {t(`theme.${one}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
