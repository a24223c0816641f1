import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <main>
        <h1>Bare tray</h1>
        <button type="button">Nothing</button>
      </main>
    </StrictMode>,
  );
}
