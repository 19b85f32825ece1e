import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isLanguage, languages } from '../../shared/language/language.js';
import { changeLanguage } from '../lib/i18n';
import { disguiseTab, useTabDisguise } from '../lib/tab-disguise';
import { chooseTheme, readTheme, type Theme } from '../lib/theme';

const themes: readonly Theme[] = ['system', 'light', 'dark'];

/** The language of the interface, for anybody, signed in or not; on a phone its code stands for it until it is opened. */
export function LanguageChoice(): ReactNode {
  const { t, i18n } = useTranslation();
  return (
    <label className="preference language-choice">
      <span className="visually-hidden">{t('nav.language')}</span>
      <span className="language-choice__code" aria-hidden="true" lang="en" dir="ltr">
        {i18n.language.toUpperCase()}
      </span>
      <select
        value={i18n.language}
        onChange={({ target }) => isLanguage(target.value) && void changeLanguage(target.value, true)}
      >
        {Object.entries(languages).map(([code, { name, direction }]) => (
          <option key={code} value={code} lang={code} dir={direction}>
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
      <span>{t('nav.theme')}</span>
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

/** A tab that tells nothing to somebody who glances at the screen. */
export function TabChoice(): ReactNode {
  const { t } = useTranslation();
  const isNeutral = useTabDisguise();
  return (
    <label className="preference preference--switch">
      <input type="checkbox" checked={isNeutral} onChange={({ target }) => disguiseTab(target.checked)} />
      <span>
        {t('tab.neutral')}
        <span className="preference__hint">{t('tab.hint')}</span>
      </span>
    </label>
  );
}
