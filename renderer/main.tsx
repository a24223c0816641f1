import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { api } from './api.ts';
import { App } from './app.tsx';
import { snapshotStore } from './snapshot-store.ts';
import './tokens.css';
import './base.css';
import './components/button.css';
import './components/card.css';
import './components/list.css';
import './components/menu.css';
import './components/segments.css';
import './components/state-icon.css';
import './components/which-connection.css';
import './views/why/why.css';
import './views/history/history.css';
import './views/preview/preview.css';
import './views/doctor/doctor.css';
import './views/support/support.css';
import './views/compare/compare.css';
import './views/popup/popup.css';
import './views/setup/setup.css';
import './views/settings/settings.css';
import './views/conflicts/conflicts.css';
import './views/conflicts/sidebar.css';
import './views/conflicts/views.css';
import './views/conflicts/hunks.css';
import './views/conflicts/keys.css';
import './views/conflicts/finish.css';

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App api={api} store={snapshotStore(api)} view={location.hash} />
    </StrictMode>,
  );
}
