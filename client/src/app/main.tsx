import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { applyTextSize } from '../lib/display';
import { startLanguage } from '../lib/i18n';
import '../ui/tokens.css';
import '../ui/base.css';
import { App } from './App';

applyTextSize();
startLanguage();

const root = document.getElementById('app');
if (root === null) throw new Error('index.html has no #app');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
