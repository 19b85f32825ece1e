import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { startI18n } from './lib/i18n';
import { dressTab } from './lib/tab-disguise';
import { applyTheme, readTheme } from './lib/theme';
import './ui/fonts.css';
import './ui/base.css';
import './ui/controls.css';
import './ui/print.css';

applyTheme(readTheme());
dressTab();
await startI18n();
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
