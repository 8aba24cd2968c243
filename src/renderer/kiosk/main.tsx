import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { decideOncePerPress } from '../ui/held-keys.ts';
import '../ui/style.ts';
import { connectKiosk } from '../bridge/connect.ts';
import { KioskApp } from './app.tsx';
import { StationProvider } from './station.ts';

const root = document.getElementById('root');
if (root !== null) {
  decideOncePerPress(window);
  createRoot(root).render(
    <StrictMode>
      <StationProvider client={connectKiosk()}>
        <KioskApp search={location.search} />
      </StationProvider>
    </StrictMode>,
  );
}
